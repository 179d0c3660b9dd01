using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CaseFlow.Architecture.Tests.Language;

/// <summary>Every text exists in Swedish (<c>X.resx</c>) and English (<c>X.en.resx</c>), with the same keys and the same places to fill in.</summary>
internal static partial class ResourceGuard
{
    public static IEnumerable<string> Violations(IReadOnlyCollection<TextFile> files)
    {
        Dictionary<string, TextFile> byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (TextFile file in files)
        {
            bool english = file.Path.EndsWith(".en.resx", StringComparison.Ordinal);
            string other = english ? file.Path[..^".en.resx".Length] + ".resx" : file.Path[..^".resx".Length] + ".en.resx";
            if (!byPath.TryGetValue(other, out TextFile? pair))
            {
                yield return $"{file.Path} has no {other}";
                continue;
            }

            if (english) continue;
            foreach (string violation in Compare(file, pair)) yield return violation;
        }
    }

    private static IEnumerable<string> Compare(TextFile swedish, TextFile english)
    {
        ILookup<string, string> sv = Texts(swedish);
        ILookup<string, string> en = Texts(english);
        foreach (string key in sv.Select(group => group.Key).Union(en.Select(group => group.Key), StringComparer.Ordinal))
        {
            if (sv[key].Take(2).Count() != 1) yield return $"{swedish.Path}: {key} stands {sv[key].Count()} times";
            else if (en[key].Take(2).Count() != 1) yield return $"{english.Path}: {key} stands {en[key].Count()} times";
            else if (string.IsNullOrWhiteSpace(sv[key].First()) || string.IsNullOrWhiteSpace(en[key].First())) yield return $"{swedish.Path}: {key} is empty in one language";
            else if (!Places(sv[key].First()).SetEquals(Places(en[key].First()))) yield return $"{swedish.Path}: {key} does not fill in the same places in both languages";
        }
    }

    private static ILookup<string, string> Texts(TextFile file) => XDocument.Parse(file.Text).Root!.Elements("data") // a parsed document has a root
        .ToLookup(element => (string?)element.Attribute("name") ?? "", element => (string?)element.Element("value") ?? "", StringComparer.Ordinal);

    private static HashSet<string> Places(string text) => Place().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();
}
