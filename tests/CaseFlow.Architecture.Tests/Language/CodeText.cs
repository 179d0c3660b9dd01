using System.Text;

namespace CaseFlow.Architecture.Tests.Language;

/// <summary>Code without its comments; line numbers are kept. A small reader of C#'s and Razor's lexical rules, enough for guards.</summary>
internal static class CodeText
{
    public static string WithoutComments(TextFile file) =>
        file.Path.EndsWith(".razor", StringComparison.Ordinal) ? Strip(StripBetween(StripBetween(file.Text, "@*", "*@"), "<!--", "-->"), razor: true) : Strip(file.Text, razor: false);

    private static string Strip(string text, bool razor)
    {
        StringBuilder kept = new(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            if (Is(text, at, "//") && !(razor && at > 0 && text[at - 1] == ':'))
            {
                while (at < text.Length && text[at] != '\n') at++;
            }
            else if (Is(text, at, "/*"))
            {
                int end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = KeepLines(text, at, end < 0 ? text.Length : end + 2, kept);
            }
            else if (!razor && text[at] is '"' or '@' or '$' && StringEnd(text, at) is int stringEnd && stringEnd > at)
            {
                kept.Append(text, at, stringEnd - at);
                at = stringEnd;
            }
            else if (!razor && text[at] == '\'')
            {
                int end = Is(text, at, @"'\") ? text.IndexOf('\'', at + 3) + 1 : at + 3;
                end = end <= at ? at + 1 : Math.Min(end, text.Length);
                kept.Append(text, at, end - at);
                at = end;
            }
            else
            {
                kept.Append(text[at++]);
            }
        }

        return kept.ToString();
    }

    /// <summary>Where the string literal that starts at <paramref name="at"/> ends, or null when none starts there.</summary>
    private static int? StringEnd(string text, int at)
    {
        int quote = at;
        while (quote < text.Length && text[quote] is '@' or '$') quote++;
        if (quote >= text.Length || text[quote] != '"') return null;

        int quotes = 0;
        while (quote + quotes < text.Length && text[quote + quotes] == '"') quotes++;
        if (quotes >= 3)
        {
            int rawEnd = text.IndexOf(new string('"', quotes), quote + quotes, StringComparison.Ordinal);
            return rawEnd < 0 ? text.Length : rawEnd + quotes;
        }

        bool verbatim = text[at..quote].Contains('@', StringComparison.Ordinal);
        for (int i = quote + 1; i < text.Length; i++)
        {
            if (verbatim && Is(text, i, "\"\"")) i++;
            else if (!verbatim && text[i] == '\\') i++;
            else if (text[i] == '"') return i + 1;
            else if (!verbatim && text[i] == '\n') return i;
        }

        return text.Length;
    }

    private static string StripBetween(string text, string open, string close)
    {
        StringBuilder kept = new(text.Length);
        int at = 0;
        while (text.IndexOf(open, at, StringComparison.Ordinal) is int start and >= 0)
        {
            kept.Append(text, at, start - at);
            int end = text.IndexOf(close, start + open.Length, StringComparison.Ordinal);
            at = KeepLines(text, start, end < 0 ? text.Length : end + close.Length, kept);
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    private static int KeepLines(string text, int from, int to, StringBuilder kept)
    {
        kept.Append('\n', text.AsSpan(from, to - from).Count('\n'));
        return to;
    }

    private static bool Is(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;
}
