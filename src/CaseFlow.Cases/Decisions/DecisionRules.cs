using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Decisions;

/// <summary>What a body says of an item: one or more clauses, and what goes with them.</summary>
/// <param name="Clauses">Codes, in order.</param>
/// <param name="Wording">The clauses in words; empty takes the usual words.</param>
/// <param name="Effect">Code; null while it is not stated.</param>
/// <param name="Consensus">False: no common view.</param>
/// <param name="Reason">Why it goes back to the preparers, and what they are asked (R56).</param>
/// <param name="Documents">Ids of the document versions that the position is taken on (R66); null takes every document of the case that has come far enough.</param>
public sealed record RecordedClauses(
    IReadOnlyList<string> Clauses, string Wording = "", string? Effect = null, bool Consensus = true, string DivergentViews = "", string NextStep = "",
    string Message = "", string Reason = "", bool ToBeSpread = false, bool NotPresented = false, string CommissionTitle = "", DateOnly? ReportBy = null,
    IReadOnlyList<Guid>? Documents = null);

/// <summary>What the clauses of an item must fulfil, and what they mean for its case. Pure.</summary>
public static class DecisionRules
{
    public const string Notes = "noterar";
    public const string Endorses = "staller-sig-bakom";
    public const string EndorsesWithChange = "staller-sig-bakom-med-andring";
    public const string NoCommonView = "ingen-samsyn";
    public const string Returns = "tillbaka";
    public const string Postpones = "skjuts-upp";
    public const string GivesCommission = "ger-uppdrag";
    public const string AmendsCommission = "kompletterar-uppdrag";

    /// <summary>The conclusion of an item whose matter was settled in one way or another.</summary>
    public const string Settled = "tagen";

    public static IReadOnlyList<string> Known { get; } =
        [Notes, Endorses, EndorsesWithChange, NoCommonView, Returns, Postpones, GivesCommission, AmendsCommission];

    /// <summary>True when the body takes a position that must have an effect (R63).</summary>
    public static bool IsPosition(RecordedClauses recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Clauses.Any(c => c is Endorses or EndorsesWithChange);
    }

    /// <summary>False where the body does not share one view, said outright or by the clause (R62).</summary>
    public static bool HasConsensus(RecordedClauses recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Consensus && !recorded.Clauses.Contains(NoCommonView, StringComparer.Ordinal);
    }

    /// <summary>The code that steers the case.</summary>
    public static string Conclusion(RecordedClauses recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Clauses.Contains(Returns, StringComparer.Ordinal) ? Returns
            : recorded.Clauses.Contains(Postpones, StringComparer.Ordinal) ? Postpones
            : Settled;
    }

    /// <summary>The effect to store: as stated; for a position without, the code that opens a task to state it; for what is no position, that it stays in the body.</summary>
    public static string Effect(MandateRules rules, DateOnly today, RecordedClauses recorded)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(recorded);
        if (recorded.Effect is { Length: > 0 } stated)
            return stated;
        var clause = rules.For(RuleKinds.EffectStated, today);
        return (IsPosition(recorded) ? clause?.Settings.Text("missing") : clause?.Settings.List("effects") is [var first, ..] ? first : null) ?? "";
    }

    /// <param name="outcome">How the item's case was sorted; null for an item without a case.</param>
    public static IReadOnlyList<Refusal> Check(MandateRules rules, DateOnly today, string body, string? outcome, RecordedClauses recorded)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(recorded);
        var refusals = new List<Refusal>();
        if (recorded.Clauses.Count == 0 || recorded.Clauses.Any(c => !Known.Contains(c, StringComparer.Ordinal)))
            refusals.Add(DecisionRefusals.ClauseMissing());
        if (Contradiction(recorded) is { } contradiction)
            refusals.Add(contradiction);
        if (Conclusion(recorded) == Returns && string.IsNullOrWhiteSpace(recorded.Reason))
            refusals.Add(DecisionRefusals.ReasonMissing());
        if (recorded.Clauses.Contains(GivesCommission, StringComparer.Ordinal) && string.IsNullOrWhiteSpace(recorded.CommissionTitle))
            refusals.Add(DecisionRefusals.CommissionTitleMissing());
        if (recorded.CommissionTitle.Trim().Length > CaseRow.MaxTitle)
            refusals.Add(DecisionRefusals.CommissionTitleTooLong());
        if (recorded.Effect is { Length: > 0 } effect && rules.For(RuleKinds.EffectStated, today) is { } stated
            && effect != stated.Settings.Text("missing") && !stated.Settings.List("effects").Contains(effect, StringComparer.Ordinal))
            refusals.Add(DecisionRefusals.UnknownEffect(stated));
        if (CheckAdoption(rules, today, body, outcome, recorded.Clauses) is { } adoption)
            refusals.Add(adoption);
        if (Views(rules, today, body, recorded) is { } views)
            refusals.Add(views);
        return refusals;
    }

    /// <summary>What belongs to holding a meeting is no matter to take a position on, and has no effect.</summary>
    public static Refusal? CheckFormal(bool isFormal, RecordedClauses recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return isFormal && (IsPosition(recorded) || recorded.Effect is { Length: > 0 }) ? DecisionRefusals.FormalItem() : null;
    }

    /// <summary>Some outcomes a body can never adopt or endorse, whatever the road (R46).</summary>
    /// <inheritdoc cref="Check" path="/param[@name='outcome']"/>
    public static Refusal? CheckAdoption(MandateRules rules, DateOnly today, string body, string? outcome, IReadOnlyList<string> clauses)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(clauses);
        return outcome is not null
            && rules.For(RuleKinds.NeverAdoptedBy, today, ("body", body), ("outcome", outcome)) is { Refuses: true } clause
            && clauses.Any(c => clause.Settings.List("clauses").Contains(c, StringComparer.Ordinal))
            ? DecisionRefusals.NeverAdopted(clause)
            : null;
    }

    // A body may take a position on one part and return another; the reason says which. That there is no common view is a
    // conclusion of its own, and of what is postponed nothing is said but that.
    private static Refusal? Contradiction(RecordedClauses recorded)
    {
        bool Says(string clause) => recorded.Clauses.Contains(clause, StringComparer.Ordinal);
        if (Says(Postpones) && recorded.Clauses.Count > 1)
            return DecisionRefusals.PostponedAndConcluded();
        if (!Says(NoCommonView))
            return null;
        return Says(Returns) ? DecisionRefusals.Contradiction() : IsPosition(recorded) ? DecisionRefusals.PositionWithoutCommonView() : null;
    }

    // R62: without consensus the divergent views and the next step are noted.
    private static Refusal? Views(MandateRules rules, DateOnly today, string body, RecordedClauses recorded) =>
        !HasConsensus(recorded)
        && rules.For(RuleKinds.ConsensusOrViews, today, ("body", body)) is { Refuses: true } clause
        && (string.IsNullOrWhiteSpace(recorded.DivergentViews) || string.IsNullOrWhiteSpace(recorded.NextStep))
            ? DecisionRefusals.ViewsMissing(clause)
            : null;
}
