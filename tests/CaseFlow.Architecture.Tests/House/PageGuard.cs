using System.Text.RegularExpressions;

namespace CaseFlow.Architecture.Tests.House;

/// <summary>Every page is opened by a test in the browser, so that each has been looked at narrow and wide and with the keyboard.</summary>
internal static partial class PageGuard
{
    public static IEnumerable<string> Untested(IEnumerable<TextFile> components, IEnumerable<TextFile> tests)
    {
        List<string> opened = [.. tests.SelectMany(test => Literal().Matches(test.Text)).Select(match => match.Groups["path"].Value.Split('?', '#')[0]).Distinct(StringComparer.Ordinal)];
        return from component in components
               from page in Page().Matches(component.Text)
               let route = page.Groups["route"].Value
               let address = new Regex("^" + Parameter().Replace(Regex.Escape(route).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+") + "$")
               where !opened.Exists(address.IsMatch)
               select $"{component.Path}: no test in the browser opens {route}";
    }

    [GeneratedRegex(@"^@page\s+""(?<route>[^""]+)""", RegexOptions.Multiline)]
    private static partial Regex Page();

    // An interpolated address keeps its holes, which stand for one segment each.
    [GeneratedRegex(@"\$?""(?<path>/[^""\s]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
