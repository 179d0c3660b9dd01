using System.Globalization;
using System.Text;

namespace CaseFlow.Cases.Timeline;

/// <summary>Forgiving search: composed letters, no upper case, no soft hyphens, single blanks. The same for what is stored and what is asked.</summary>
public static class CaseSearch
{
    internal const string EscapeCharacter = "\\";
    private const int MaxWords = 8;
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>The text as it is searched.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
                continue;
            plain.Append(Rune.IsWhiteSpace(rune) ? " " : Rune.ToLower(rune, Swedish).ToString());
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    internal static IReadOnlyList<string> Words(string? text) =>
        text is null ? [] : [.. Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)];

    internal static string Escape(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
