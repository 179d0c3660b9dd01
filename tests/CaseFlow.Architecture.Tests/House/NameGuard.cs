using System.Text.RegularExpressions;

namespace CaseFlow.Architecture.Tests.House;

/// <summary>Names come from the domain: a type called Manager or Helper says nothing about what it is.</summary>
internal static partial class NameGuard
{
    private static readonly string[] Nowhere = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Impl"];
    private static readonly string[] NotLast = ["Base", "Data", "Info"];

    /// <param name="allowed">Lines of the form <c>name: reason</c>.</param>
    public static IEnumerable<string> Violations(IEnumerable<string> typeNames, IEnumerable<string> allowed) =>
        from name in typeNames.Distinct(StringComparer.Ordinal).Except(allowed.Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2).Select(parts => parts[0]), StringComparer.Ordinal)
        let words = Word().Matches(name).Select(match => match.Value).ToList()
        where words.Count > 0
        let banned = words.Intersect(Nowhere, StringComparer.Ordinal).FirstOrDefault() ?? NotLast.FirstOrDefault(word => words[^1] == word)
        where banned is not null
        select $"{name}: {banned} is no word of the domain";

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+")]
    private static partial Regex Word();
}
