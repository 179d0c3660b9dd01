using System.Text.RegularExpressions;

namespace CaseFlow.Architecture.Tests.Language;

/// <summary>
/// Bodies, sides and areas are data, so that another region runs CaseFlow with its own <c>workflows/</c>. None of their names
/// or keys stands in code, neither as a word of an identifier nor in a literal.
/// </summary>
internal static partial class BodyNameGuard
{
    /// <param name="names">Names and keys from <c>workflows/organisation</c>; a name of several words counts when they stand in a row.</param>
    /// <param name="allowed">Lines of the form <c>path: text: reason</c>; the text is taken out of that file before it is read.</param>
    public static IEnumerable<string> Violations(IEnumerable<TextFile> code, IReadOnlyCollection<string> names, IReadOnlyCollection<string> allowed)
    {
        List<(string Name, string Sought)> wanted = names
            .Select(name => (name, Sought: Words(name)))
            .Where(pair => pair.Sought.Trim().Length > 2)
            .DistinctBy(pair => pair.Sought, StringComparer.Ordinal)
            .ToList();
        List<string[]> exceptions = allowed.Select(line => line.Split(": ", 3)).ToList();

        foreach (TextFile file in code)
        {
            string text = CodeText.WithoutComments(file);
            foreach (string[] exception in exceptions.Where(parts => parts.Length == 3 && parts[0] == file.Path))
                text = text.Replace(exception[1], "", StringComparison.Ordinal);

            string[] lines = text.Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                string words = Words(lines[i]);
                foreach ((string name, string sought) in wanted)
                {
                    if (words.Contains(sought, StringComparison.Ordinal))
                        yield return $"{file.Path}:{i + 1} names «{name}», which belongs to workflows/organisation: read it from the bundle, or say why not in allowed-body-names.txt";
                }
            }
        }

        foreach (string[] exception in exceptions)
        {
            if (exception.Length != 3 || !code.Any(file => file.Path == exception[0] && file.Text.Contains(exception[1], StringComparison.Ordinal)))
                yield return $"allowed-body-names.txt: «{string.Join(": ", exception)}» is not needed or gives no reason";
        }
    }

    /// <summary>The words of a line in small letters, each with a space on both sides; camel case counts as several words.</summary>
    private static string Words(string line) =>
        " " + string.Join(' ', Word().Matches(line).Select(match => match.Value.ToLowerInvariant())) + " ";

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}|\p{Nd}+")]
    private static partial Regex Word();
}
