using System.Text.RegularExpressions;

namespace CaseFlow.Architecture.Tests.Language;

/// <summary>What people read comes from .resx files in two languages. Swedish letters in code are a text that has no English.</summary>
internal static partial class SwedishLiteralGuard
{
    /// <param name="allowedPaths">Files, or folders with a slash at the end.</param>
    public static IEnumerable<string> Violations(IEnumerable<TextFile> code, IReadOnlyCollection<string> allowedPaths)
    {
        HashSet<string> needed = new(StringComparer.Ordinal);
        foreach (TextFile file in code)
        {
            string[] lines = CodeText.WithoutComments(file).Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                if (!Swedish().IsMatch(lines[i])) continue;
                if (allowedPaths.FirstOrDefault(path => path.EndsWith('/') ? file.Path.StartsWith(path, StringComparison.Ordinal) : file.Path == path) is string allowed)
                    needed.Add(allowed);
                else
                    yield return $"{file.Path}:{i + 1} has a Swedish text outside the resources: {lines[i].Trim()}";
            }
        }

        foreach (string path in allowedPaths.Where(path => !needed.Contains(path)))
            yield return $"allowed-swedish-literals.txt: {path} has none";
    }

    [GeneratedRegex("[åäöÅÄÖ]")]
    private static partial Regex Swedish();
}
