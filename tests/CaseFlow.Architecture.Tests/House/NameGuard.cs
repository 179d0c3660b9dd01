using System.Text.RegularExpressions;

namespace CaseFlow.Architecture.Tests.House;

/// <summary>Names come from the domain: a type called Manager or Helper says nothing about what it is.</summary>
internal static partial class NameGuard
{
    private static readonly string[] Nowhere = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Impl"];
    private static readonly string[] NotLast = ["Base", "Data", "Info"];

    public static IEnumerable<string> Violations(IEnumerable<string> typeNames) =>
        from name in typeNames.Distinct(StringComparer.Ordinal)
        let words = Word().Matches(name).Select(match => match.Value).ToList()
        where words.Count > 0
        let banned = words.Intersect(Nowhere, StringComparer.Ordinal).FirstOrDefault() ?? NotLast.FirstOrDefault(word => words[^1] == word)
        where banned is not null
        select $"{name}: {banned} is no word of the domain";

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+")]
    private static partial Regex Word();
}
