using System.Text.RegularExpressions;

namespace CaseFlow.Architecture.Tests.Documents;

/// <summary>What the glossary says a term is called in the code is what it is called: a type, or the folder of a subject.</summary>
internal static partial class GlossaryGuard
{
    public static IEnumerable<string> Violations(TextFile glossary, IReadOnlySet<string> names) =>
        from line in glossary.Lines
        where line.StartsWith("| ", StringComparison.Ordinal)
        from code in Code().Matches(line.Split('|')[2])
        let name = code.Groups["name"].Value
        where !names.Contains(name)
        select $"glossary: no type and no folder is called {name}";

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+)`")]
    private static partial Regex Code();
}
