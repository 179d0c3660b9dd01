using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Organisation;

/// <summary>How binding a clause is: only the text of the mandate refuses, the rest advises.</summary>
public enum ClauseStrength
{
    /// <summary>Regel: text of the mandate.</summary>
    Rule,

    /// <summary>Praxis: seen in minutes.</summary>
    Practice,

    /// <summary>Önskemål: wished for.</summary>
    Wish,

    /// <summary>Härledd: our inference.</summary>
    Inferred,
}

public enum DocumentStatus
{
    /// <summary>Adopted; holds from its effective date.</summary>
    InForce,

    /// <summary>Not adopted: nothing of it holds, whatever its dates say.</summary>
    Draft,

    /// <summary>Told, never adopted; has no clauses that hold.</summary>
    Information,

    /// <summary>Not a mandate but practice and wishes; its clauses hold as advice.</summary>
    Advice,
}

/// <summary>A governing document and version: who adopted it and when, and from when it holds; the two dates are not the same (R5, R6).</summary>
public sealed record MandateDocument(
    string Key, BilingualText Title, string? Version, string? AdoptedBy, DateOnly? AdoptedOn, DateOnly? EffectiveFrom, DocumentStatus Status,
    IReadOnlyList<string> SignedBy, string? Supersedes, BilingualText? Note);

/// <summary>A set of clauses that holds in a period (R7). A draft set holds only where it is asked for by its key, to be tried.</summary>
public sealed record RuleSet(string Key, string Document, Validity Validity, bool Draft, string? BasedOn);

/// <summary>A demand of a governing document, in our own words.</summary>
/// <param name="Id">Stable id, which models name in <c>caseflow:requires</c> and refusals cite.</param>
/// <param name="RuleSets">The sets that it belongs to; empty means all.</param>
/// <param name="Advises">Text of the mandate that nevertheless only warns, for the reason in <paramref name="Because"/>.</param>
/// <param name="RuleKind">The kind of rule in C# that it sets in force.</param>
/// <param name="Guards">Ids of the model elements that must carry the clause, or the deployment is refused.</param>
/// <param name="Replaces">Id of the clause that it stands instead of, in its own sets.</param>
public sealed record MandateClause(
    string Id, string Document, string Section, BilingualText Text, ClauseStrength Strength, bool Advises, BilingualText? Because,
    string RuleKind, RuleSettings Settings, IReadOnlyList<string> Guards, IReadOnlyList<string> Requirements,
    IReadOnlyList<string> RuleSets, string? Replaces)
{
    /// <summary>True when breaking it is refused; false when it is a warning that can be set aside with a word of reason.</summary>
    public bool Refuses => Strength == ClauseStrength.Rule && !Advises;
}

public enum DeadlineUnit
{
    WorkingDays,
    Days,
    Months,
}

/// <summary>How long something may take.</summary>
public sealed record Deadline(string Key, int Value, DeadlineUnit Unit, ClauseStrength Strength, string? Clause, BilingualText Text);

/// <summary>How much something may be.</summary>
/// <param name="Unit">Key of the unit, for the text.</param>
public sealed record Threshold(string Key, int Value, string Unit, ClauseStrength Strength, string? Clause, BilingualText Text);

/// <summary>Who settles a disagreement that the preparers do not.</summary>
public sealed record DisagreementRule(string? Clause, IReadOnlyList<DisagreementSettler> SettledBy, bool ToConfirm);

/// <summary>A role on a side, with the title that people know it by.</summary>
public sealed record DisagreementSettler(string Role, string? Side, BilingualText Title);
