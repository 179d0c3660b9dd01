namespace CaseFlow.Cases.Organisation;

/// <summary>The governing documents, their sets of rules and clauses, deadlines and thresholds. Resolved by the date of what is judged, never by bundle.</summary>
public sealed class MandateModel
{
    private readonly Dictionary<string, MandateDocument> _documents;
    private readonly Dictionary<string, MandateClause> _clauses;
    private readonly Dictionary<string, Deadline> _deadlines;
    private readonly Dictionary<string, Threshold> _thresholds;

    internal MandateModel(
        IReadOnlyList<MandateDocument> documents,
        IReadOnlyList<RuleSet> ruleSets,
        IReadOnlyList<MandateClause> clauses,
        IReadOnlyList<Deadline> deadlines,
        IReadOnlyList<Threshold> thresholds,
        DisagreementRule? disagreement)
    {
        Documents = documents;
        RuleSets = ruleSets;
        Clauses = clauses;
        Deadlines = deadlines;
        Thresholds = thresholds;
        Disagreement = disagreement;
        _documents = documents.ToDictionary(d => d.Key, StringComparer.Ordinal);
        _clauses = clauses.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _deadlines = deadlines.ToDictionary(d => d.Key, StringComparer.Ordinal);
        _thresholds = thresholds.ToDictionary(t => t.Key, StringComparer.Ordinal);
    }

    public IReadOnlyList<MandateDocument> Documents { get; }

    public IReadOnlyList<RuleSet> RuleSets { get; }

    public IReadOnlyList<MandateClause> Clauses { get; }

    public IReadOnlyList<Deadline> Deadlines { get; }

    public IReadOnlyList<Threshold> Thresholds { get; }

    public DisagreementRule? Disagreement { get; }

    public MandateDocument? FindDocument(string key) => _documents.GetValueOrDefault(key);

    public MandateClause? FindClause(string id) => _clauses.GetValueOrDefault(id);

    public Deadline? FindDeadline(string key) => _deadlines.GetValueOrDefault(key);

    public Threshold? FindThreshold(string key) => _thresholds.GetValueOrDefault(key);

    /// <summary>The set in force on a day: of those whose period holds it, the one that began last. Null before the first.</summary>
    /// <param name="trySet">Key of a draft set to try; it goes before the others from its first day on.</param>
    public RuleSet? RuleSetAt(DateOnly date, string? trySet = null) =>
        RuleSets.Where(s => s.Validity.Includes(date) && (!s.Draft || s.Key == trySet))
            .OrderByDescending(s => s.Draft)
            .ThenByDescending(s => s.Validity.From)
            .FirstOrDefault();

    /// <summary>The clauses that hold on a day, in the order of the file.</summary>
    /// <inheritdoc cref="RuleSetAt" path="/param"/>
    public IEnumerable<MandateClause> ClausesAt(DateOnly date, string? trySet = null)
    {
        if (RuleSetAt(date, trySet) is not { } set)
            return [];
        var inSet = Clauses.Where(c => c.RuleSets.Count == 0 || c.RuleSets.Contains(set.Key)).ToList();
        var replaced = inSet.Select(c => c.Replaces).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return inSet.Where(c => !replaced.Contains(c.Id) && Holds(_documents[c.Document], date, set));
    }

    /// <summary>True when some adopted set, at any date, has the clause: its guards must then be in the models.</summary>
    public bool IsDemanded(MandateClause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return _documents[clause.Document].Status is DocumentStatus.InForce or DocumentStatus.Advice
            && RuleSets.Any(s => !s.Draft && (clause.RuleSets.Count == 0 || clause.RuleSets.Contains(s.Key)));
    }

    private static bool Holds(MandateDocument document, DateOnly date, RuleSet set) => document.Status switch
    {
        DocumentStatus.InForce => document.EffectiveFrom is null || document.EffectiveFrom <= date,
        DocumentStatus.Draft => set.Draft && set.Document == document.Key,
        DocumentStatus.Information => false,
        DocumentStatus.Advice => true,
    };
}
