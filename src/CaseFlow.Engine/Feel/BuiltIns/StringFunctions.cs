using System.Text;

namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>Functions over strings. Positions and lengths count characters of Unicode, not UTF-16 units.</summary>
internal static class StringFunctions
{
    public static IEnumerable<BuiltIn> All { get; } =
    [
        BuiltIn.Of("string length", Length, ["string"]),
        BuiltIn.Of("upper case", static (in Arguments a) => Mapped(a, static t => t.ToUpperInvariant()), ["string"]),
        BuiltIn.Of("lower case", static (in Arguments a) => Mapped(a, static t => t.ToLowerInvariant()), ["string"]),
        BuiltIn.Of("substring", Substring, ["string", "start position", "length"], required: 2),
        BuiltIn.Of("substring before", static (in Arguments a) => Part(a, before: true), ["string", "match"]),
        BuiltIn.Of("substring after", static (in Arguments a) => Part(a, before: false), ["string", "match"]),
        BuiltIn.Of("contains", static (in Arguments a) => Tested(a, static (t, m) => t.Contains(m, StringComparison.Ordinal)), ["string", "match"]),
        BuiltIn.Of("starts with", static (in Arguments a) => Tested(a, static (t, m) => t.StartsWith(m, StringComparison.Ordinal)), ["string", "match"]),
        BuiltIn.Of("ends with", static (in Arguments a) => Tested(a, static (t, m) => t.EndsWith(m, StringComparison.Ordinal)), ["string", "match"]),
        BuiltIn.Of("string join", Join, ["list", "delimiter"], required: 1),
    ];

    private static FeelValue Length(in Arguments a) =>
        a.Text(0, out var text) ? FeelValue.Of(Characters(text)) : a.Fail(0);

    private static int Characters(string text)
    {
        var pairs = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                pairs++;
                i++;
            }
        }

        return text.Length - pairs;
    }

    private static FeelValue Mapped(in Arguments a, Func<string, string> map) => a.Text(0, out var text) ? a.OfText(map(text)) : a.Fail(0);

    private static FeelValue Tested(in Arguments a, Func<string, string, bool> test)
    {
        if (!a.Text(0, out var text))
        {
            return a.Fail(0);
        }

        if (!a.Text(1, out var match))
        {
            return a.Fail(1);
        }

        ChargeSearch(a, text, match);
        return FeelValue.Of(test(text, match));
    }

    // In the worst case a search compares the match at every place of the text.
    private static void ChargeSearch(in Arguments a, string text, string match) =>
        a.Run.Step((int)Math.Min((long)text.Length * match.Length >> 10, int.MaxValue / 2));

    private static FeelValue Substring(in Arguments a)
    {
        if (!a.Text(0, out var text))
        {
            return a.Fail(0);
        }

        if (!a.Integer(1, out var start) || start == 0)
        {
            return a.Fail(1);
        }

        var count = Characters(text);
        var length = long.MaxValue;
        if (a.Count == 3 && (!a.Integer(2, out length) || length < 0))
        {
            return a.Fail(2);
        }

        var from = start > 0 ? start - 1 : count + start;
        if (from < 0 || from > count)
        {
            return a.Fail(1);
        }

        var to = Math.Min(count, length > count ? count : from + length);
        return a.OfText(count == text.Length ? text[(int)from..(int)to] : Runes(text, (int)from, (int)to));
    }

    private static string Runes(string text, int from, int to)
    {
        var part = new StringBuilder();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (at >= from && at < to)
            {
                part.Append(rune.ToString());
            }

            at++;
        }

        return part.ToString();
    }

    private static FeelValue Part(in Arguments a, bool before)
    {
        if (!a.Text(0, out var text))
        {
            return a.Fail(0);
        }

        if (!a.Text(1, out var match))
        {
            return a.Fail(1);
        }

        ChargeSearch(a, text, match);
        var at = text.IndexOf(match, StringComparison.Ordinal);
        return FeelValue.Of(at < 0 ? "" : before ? text[..at] : text[(at + match.Length)..]);
    }

    private static FeelValue Join(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        var delimiter = "";
        if (!a[1].IsNull && !a.Text(1, out delimiter))
        {
            return a.Fail(1);
        }

        var joined = new StringBuilder();
        var any = false;
        foreach (var element in list)
        {
            if (element.IsNull)
            {
                continue;
            }

            if (element.AsString() is not { } text)
            {
                return a.Fail(0);
            }

            a.Run.Step((text.Length + delimiter.Length) >> 4);
            joined.Append(any ? delimiter : "").Append(text);
            any = true;
        }

        return a.OfText(joined.ToString());
    }
}
