using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Organisation;

/// <summary>How binding a clause is: only the text of the mandate refuses, the rest advises.</summary>
public enum ClauseStrength
{
    /// <summary>Regel: text of the mandate. Refuses, and cites itself.</summary>
    Rule,

    /// <summary>Praxis: seen in minutes. Warns.</summary>
    Practice,

    /// <summary>Önskemål: wished for. Warns.</summary>
    Wish,

    /// <summary>Härledd: our inference. Warns.</summary>
    Inferred,
}

/// <summary>A governing document: who adopted it and when, and from when it is in force; the two dates are not the same (R5, R6).</summary>
/// <param name="Draft">A draft is never in force, whatever its dates say.</param>
public sealed record MandateDocument(string Key, BilingualText Title, string? AdoptedBy, DateOnly? AdoptedOn, Validity Validity, bool Draft);

/// <summary>A clause of a governing document, in our own words.</summary>
/// <param name="Id">Stable id, which models name in <c>caseflow:requires</c> and refusals cite.</param>
/// <param name="Section">Section of the document.</param>
/// <param name="RuleKind">The kind of rule in C# that it sets in force (<see cref="RuleKinds"/>); null for a clause that only informs.</param>
/// <param name="Settings">Values of the rule: bodies, roles, numbers. The rule's kind says which it reads.</param>
/// <param name="Guards">Process ids that must carry the clause on an element, or the deployment is refused.</param>
/// <param name="Requirements">Numbers of the requirements that the clause is the ground for.</param>
public sealed record MandateClause(
    string Id,
    string Document,
    string Section,
    ClauseStrength Strength,
    BilingualText Text,
    string? RuleKind,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Settings,
    IReadOnlyList<string> Guards,
    IReadOnlyList<string> Requirements,
    Validity Validity)
{
    /// <summary>A setting that has one value; null when the clause does not have it.</summary>
    public string? Setting(string key) => Settings.TryGetValue(key, out var values) && values.Count > 0 ? values[0] : null;

    public IReadOnlyList<string> SettingList(string key) => Settings.TryGetValue(key, out var values) ? values : [];
}

/// <summary>The governing documents and their clauses. Resolved by the date of what is judged, never by bundle.</summary>
public sealed class MandateModel
{
    private readonly Dictionary<string, MandateDocument> _documents;
    private readonly Dictionary<string, MandateClause> _clauses;
    private readonly ILookup<string, MandateClause> _byKind;

    internal MandateModel(IEnumerable<MandateDocument> documents, IEnumerable<MandateClause> clauses)
    {
        Documents = [.. documents];
        Clauses = [.. clauses];
        _documents = Documents.ToDictionary(d => d.Key, StringComparer.Ordinal);
        _clauses = Clauses.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _byKind = Clauses.Where(c => c.RuleKind is not null).ToLookup(c => c.RuleKind!, StringComparer.Ordinal); // filtered on the line itself
    }

    public IReadOnlyList<MandateDocument> Documents { get; }

    public IReadOnlyList<MandateClause> Clauses { get; }

    public MandateDocument? FindDocument(string key) => _documents.GetValueOrDefault(key);

    public MandateClause? FindClause(string id) => _clauses.GetValueOrDefault(id);

    /// <summary>True when the clause and its document are in force on the day and the document is no draft.</summary>
    public bool IsInForce(MandateClause clause, DateOnly date) =>
        clause.Validity.Includes(date) && _documents[clause.Document] is { Draft: false } document && document.Validity.Includes(date);

    public IEnumerable<MandateClause> ClausesAt(DateOnly date) => Clauses.Where(c => IsInForce(c, date));

    /// <summary>The clauses of a kind of rule that are in force on a day, strictest first, then in the order of the file.</summary>
    public IEnumerable<MandateClause> ClausesOfKind(string ruleKind, DateOnly date) =>
        _byKind[ruleKind].Where(c => IsInForce(c, date)).OrderBy(c => c.Strength);
}
