using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Architecture.Tests.Requirements;

/// <summary>Which tests and scenarios prove which requirement, read from the sources.</summary>
internal static partial class RequirementIndex
{
    /// <summary>A test or scenario that names a requirement.</summary>
    /// <param name="Where">The file, from the root.</param>
    /// <param name="What">The test as a sentence, the fixture when all of it is meant, or the scenario's name.</param>
    internal sealed record Proof(int Number, string Where, string What);

    public static IEnumerable<Proof> OfTests(TextFile file)
    {
        List<int> pending = [];
        foreach (string line in file.Lines)
        {
            foreach (Match match in Property().Matches(line))
                pending.AddRange(Number().Matches(match.Groups["value"].Value).Select(number => int.Parse(number.ValueSpan[1..], CultureInfo.InvariantCulture)));
            if (pending.Count == 0) continue;

            string declaration = Attribute().Replace(line, "").Trim();
            if (declaration.Length == 0 || declaration.StartsWith("//", StringComparison.Ordinal)) continue;
            Match named = Fixture().Match(declaration) is { Success: true } fixture ? fixture : Method().Match(declaration);
            if (!named.Success) continue;
            foreach (int number in pending.Distinct()) yield return new Proof(number, file.Path, Sentence(named.Groups["name"].Value));
            pending.Clear();
        }
    }

    public static IEnumerable<Proof> OfScenario(TextFile file)
    {
        string name = ScenarioName().Match(file.Text) is { Success: true } match ? match.Groups["name"].Value.Trim().Trim('"', '\'') : file.Name;
        return from list in ScenarioRequirements().Matches(file.Text)
               from number in Number().Matches(list.Value)
               select new Proof(int.Parse(number.ValueSpan[1..], CultureInfo.InvariantCulture), file.Path, $"scenario: {name}");
    }

    private static string Sentence(string name) => name.Replace('_', ' ');

    [GeneratedRegex(@"Property\(\s*""Requirement""\s*,\s*""(?<value>[^""]*)""\s*\)")]
    private static partial Regex Property();

    [GeneratedRegex(@"R\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*\[.*\]\s*$|^\s*(?:\[[^\]]*\]\s*)+")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\b(?:class|record|struct)\s+(?<name>\w+)")]
    private static partial Regex Fixture();

    [GeneratedRegex(@"\b(?<name>\w+)\s*(?:<[^>]*>)?\s*\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"^name:\s*(?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex ScenarioName();

    [GeneratedRegex(@"^requirements:\s*\[[^\]]*\]", RegexOptions.Multiline)]
    private static partial Regex ScenarioRequirements();
}
