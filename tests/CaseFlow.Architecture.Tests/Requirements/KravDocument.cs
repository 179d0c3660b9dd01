using System.Globalization;
using System.Text;

namespace CaseFlow.Architecture.Tests.Requirements;

/// <summary>The generated list <c>docs/krav.md</c>: requirement, clauses of the mandate, and what proves it.</summary>
internal static class KravDocument
{
    public const string Path = "docs/krav.md";

    /// <param name="titles">Number and title.</param>
    /// <param name="clauses">Requirement number and the ids of the clauses that say it.</param>
    public static string Write(IReadOnlyDictionary<int, string> titles, ILookup<int, string> clauses, IEnumerable<RequirementIndex.Proof> proofs)
    {
        ILookup<int, RequirementIndex.Proof> byNumber = proofs.ToLookup(proof => proof.Number);
        List<int> built = [.. byNumber.Select(group => group.Key).Order()];

        StringBuilder text = new();
        text.Append("# Requirements and what proves them\n\n")
            .Append("Generated from the tests and scenarios by `tests/krav.sh`; do not edit. A requirement is listed when something that runs in\n")
            .Append("`tests/check.sh` names it. The clause is that of `workflows/organisation/mandat.yaml`.\n\n")
            .Append(CultureInfo.InvariantCulture, $"{built.Count} of {titles.Count} requirements.\n");
        foreach (int number in built)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## R{number} {titles.GetValueOrDefault(number, "")}\n\n");
            foreach (string clause in clauses[number].Order(StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"Clause `{clause}`\n\n");
            foreach (RequirementIndex.Proof proof in byNumber[number].OrderBy(proof => proof.Where, StringComparer.Ordinal).ThenBy(proof => proof.What, StringComparer.Ordinal).Distinct())
                text.Append(CultureInfo.InvariantCulture, $"- {proof.What} · [{System.IO.Path.GetFileNameWithoutExtension(proof.Where)}](../{proof.Where})\n");
        }

        return text.ToString();
    }

    public static IReadOnlyDictionary<int, string> Titles(IEnumerable<string> lines) => lines
        .Where(line => line.StartsWith('R'))
        .Select(line => line.Split(' ', 2))
        .ToDictionary(parts => int.Parse(parts[0].AsSpan(1), CultureInfo.InvariantCulture), parts => parts[1]);
}
