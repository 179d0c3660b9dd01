using System.Text.RegularExpressions;

namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>Regular expressions that come from a file: refused unless they run without backtracking, so that no pattern can hang the server.</summary>
internal static class Patterns
{
    public static string? Read(YamlMap map, string key)
    {
        if (map.OptionalText(key) is not { } pattern)
            return null;
        try
        {
            _ = Compile(pattern);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            map.File.Error(map.LineOf(key), "ORG-PATTERN", "Pattern", pattern, fault.Message);
        }

        return pattern;
    }

    /// <summary>The pattern, matched against the whole text.</summary>
    public static Regex Compile(string pattern) =>
        new($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
