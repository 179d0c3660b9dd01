using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Architecture.Tests.Documents;

/// <summary>Every relative link of a Markdown file leads to a file, a folder or a heading that is there.</summary>
internal static partial class LinkGuard
{
    /// <param name="exists">Whether a path from the root is a file or a folder.</param>
    public static IEnumerable<string> Violations(IReadOnlyCollection<TextFile> documents, Func<string, bool> exists)
    {
        Dictionary<string, TextFile> byPath = documents.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (TextFile document in documents)
        {
            foreach (Match match in Link().Matches(Fence().Replace(document.Text, "")))
            {
                string target = match.Groups["target"].Value;
                if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal)) continue;

                string[] parts = target.Split('#', 2);
                string path = parts[0].Length == 0 ? document.Path : Resolve(document.Path, parts[0]);
                if (!exists(path)) yield return $"{document.Path} links to {target}, which is not there";
                else if (parts.Length == 2 && byPath.TryGetValue(path, out TextFile? linked) && !Anchors(linked).Contains(parts[1]))
                    yield return $"{document.Path} links to {target}, and {path} has no such heading";
            }
        }
    }

    private static string Resolve(string from, string link)
    {
        List<string> parts = [.. from.Split('/')[..^1]];
        foreach (string part in Uri.UnescapeDataString(link).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0) return "../" + link;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static HashSet<string> Anchors(TextFile document)
    {
        HashSet<string> anchors = new(StringComparer.Ordinal);
        foreach (Match match in Heading().Matches(Fence().Replace(document.Text, "")))
        {
            StringBuilder anchor = new();
            foreach (char c in match.Groups["text"].Value.Trim().ToLowerInvariant())
            {
                if (char.IsLetterOrDigit(c) || c is '-' or '_') anchor.Append(c);
                else if (c == ' ') anchor.Append('-');
            }

            anchors.Add(anchor.ToString());
        }

        return anchors;
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
