using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CaseFlow.Architecture.Tests.Definitions;

/// <summary>The models enforce clauses that exist, and what refuses somebody has a test that names it.</summary>
internal static partial class MandateGuard
{
    private static readonly XNamespace Caseflow = "https://caseflow.dev/schema/bpmn/v1";

    /// <summary>Every <c>caseflow:requires</c> names a clause of the mandate.</summary>
    public static IEnumerable<string> UnknownClauses(IEnumerable<TextFile> models, IEnumerable<Clause> clauses)
    {
        HashSet<string> known = clauses.Select(clause => clause.Id).ToHashSet(StringComparer.Ordinal);
        return from model in models
               from element in XDocument.Parse(model.Text).Descendants(Caseflow + "requires")
               let clause = (string?)element.Attribute("clause") ?? ""
               where !known.Contains(clause)
               select $"{model.Path} requires «{clause}», which is no clause of mandat.yaml";
    }

    /// <summary>Every clause that refuses stands, by its id, in a test or in a scenario.</summary>
    /// <param name="uncovered">Lines of the form <c>clause: reason</c>: what is known to have no test yet.</param>
    public static IEnumerable<string> Untested(IEnumerable<Clause> clauses, IEnumerable<TextFile> tests, IEnumerable<string> uncovered)
    {
        HashSet<string> named = tests.SelectMany(test => ClauseId().Matches(test.Text)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, string> reasons = uncovered.Select(line => line.Split(": ", 2)).ToDictionary(
            parts => parts[0], parts => parts.Length > 1 ? parts[1].Trim() : "", StringComparer.Ordinal);

        foreach (Clause clause in clauses.Where(clause => clause.Refuses && !named.Contains(clause.Id)))
        {
            if (!reasons.Remove(clause.Id, out string? reason) || reason.Length < 20)
                yield return $"{clause.Id} refuses, and no test or scenario names it";
        }

        foreach (string clause in reasons.Keys)
            yield return $"uncovered-clauses.txt: {clause} has a test, or refuses nobody";
    }

    [GeneratedRegex(@"[a-z][a-z0-9-]*(?:\.[a-z0-9åäö-]+)+")]
    private static partial Regex ClauseId();
}
