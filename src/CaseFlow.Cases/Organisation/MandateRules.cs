using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Organisation;

/// <summary>What the mandate says of one kind of rule on one day: cited by a refusal, shown by an explanation (R6).</summary>
/// <param name="Refuses">True when breaking the rule is refused; false when it advises and can be set aside with a word of reason.</param>
/// <param name="Because">Why text of the mandate only advises, where it does.</param>
public sealed record MandateCitation(
    string ClauseId, BilingualText Document, string? Version, string Section, BilingualText Text, bool Refuses, BilingualText? Because, RuleSettings Settings)
{
    /// <summary>The refusal that cites this clause.</summary>
    public Refusal Refuse(string code, BilingualText text, string? field = null) => new(RefusalKind.Rule, code, text, ClauseId, field);
}

/// <summary>
/// Answers, for a <em>kind</em> of rule that C# knows, which clause sets it in force on a day and with what values.
/// No clause in force means that the rule does not hold on that day.
/// </summary>
/// <param name="trySet">Key of a draft set to try instead of the adopted ones.</param>
public sealed class MandateRules(MandateModel mandate, string? trySet = null)
{
    /// <summary>The clause of that kind that holds on the day, null when the rule does not hold. Of several the first that refuses, otherwise the first.</summary>
    /// <param name="ruleKind">One of <see cref="RuleKinds"/>.</param>
    /// <param name="where">Values that the clause's rule must have, for kinds that several clauses share.</param>
    public MandateCitation? For(string ruleKind, DateOnly date, params ReadOnlySpan<(string Key, string Value)> where)
    {
        MandateClause? advice = null;
        foreach (var clause in mandate.ClausesAt(date, trySet))
        {
            if (clause.RuleKind != ruleKind || !Has(clause.Settings, where))
                continue;
            if (clause.Refuses)
                return Cite(clause);
            advice ??= clause;
        }

        return advice is null ? null : Cite(advice);
    }

    /// <summary>Every clause of that kind that holds on the day, in the order of the file.</summary>
    public IReadOnlyList<MandateCitation> All(string ruleKind, DateOnly date) =>
        [.. mandate.ClausesAt(date, trySet).Where(c => c.RuleKind == ruleKind).Select(Cite)];

    /// <summary>A clause by its id, in force or not; null when there is none.</summary>
    public MandateCitation? Clause(string id) => mandate.FindClause(id) is { } clause ? Cite(clause) : null;

    private static bool Has(RuleSettings settings, ReadOnlySpan<(string Key, string Value)> where)
    {
        foreach (var (key, value) in where)
        {
            if (!settings.List(key).Contains(value))
                return false;
        }

        return true;
    }

    private MandateCitation Cite(MandateClause clause)
    {
        var document = mandate.FindDocument(clause.Document) ?? throw new InvalidOperationException($"The reader refuses a clause without document: {clause.Id}");
        return new(clause.Id, document.Title, document.Version, clause.Section, clause.Text, clause.Refuses, clause.Because, clause.Settings);
    }
}
