using System.Text.RegularExpressions;

namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>Regular expressions that come from a file: refused unless they run without backtracking, so that no pattern can hang the server.</summary>
internal static class WholeTextPattern
{
    /// <summary>False when the example does not fit the pattern; a pattern that cannot be used is a finding of its own.</summary>
    public static bool Check(YamlMap map, string key, string pattern, string example)
    {
        try
        {
            return IsMatch(pattern, example);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            map.File.Error(map.LineOf(key), "YAML-PATTERN", "Pattern", pattern, fault.Message);
            return true;
        }
    }

    public static bool IsMatch(string pattern, string text) =>
        new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).IsMatch(text);
}
