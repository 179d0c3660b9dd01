using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Organisation;

/// <summary>What the mandate says of one kind of rule on one day: cited by a refusal, shown by an explanation.</summary>
public sealed record MandateCitation(
    string ClauseId,
    ClauseStrength Strength,
    BilingualText Document,
    string Section,
    BilingualText Text,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Settings)
{
    /// <summary>True when the rule refuses; false when it advises and can be set aside with a word of reason.</summary>
    public bool Refuses => Strength == ClauseStrength.Rule;

    public string? Setting(string key) => Settings.TryGetValue(key, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>The refusal that cites this clause.</summary>
    public Refusal Refuse(string code, BilingualText text, string? field = null) => new(RefusalKind.Rule, code, text, ClauseId, field);
}

/// <summary>
/// Answers, for a <em>kind</em> of rule that C# knows, which clause sets it in force on a day and with what values.
/// No clause in force means that the rule does not hold on that day.
/// </summary>
public sealed class MandateRules(MandateModel mandate)
{
    /// <summary>The strictest clause in force of that kind; null when the rule does not hold that day.</summary>
    public MandateCitation? For(string ruleKind, DateOnly date)
    {
        var clause = mandate.ClausesOfKind(ruleKind, date).FirstOrDefault();
        return clause is null ? null : Cite(clause);
    }

    /// <summary>A clause by its id, in force or not; null when there is none.</summary>
    public MandateCitation? Clause(string id) => mandate.FindClause(id) is { } clause ? Cite(clause) : null;

    private MandateCitation Cite(MandateClause clause) =>
        new(clause.Id, clause.Strength, (mandate.FindDocument(clause.Document) ?? throw new InvalidOperationException("The reader refuses clauses without document.")).Title,
            clause.Section, clause.Text, clause.Settings);
}
