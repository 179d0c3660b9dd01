using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>Functions over regular expressions.</summary>
internal static class PatternFunctions
{
    public static IEnumerable<BuiltIn> All { get; } =
    [
        BuiltIn.Of("matches", Matches, ["input", "pattern", "flags"], required: 2),
        BuiltIn.Of("replace", Replace, ["input", "pattern", "replacement", "flags"], required: 3),
        BuiltIn.Of("split", Split, ["string", "delimiter"]),
    ];

    private static bool Ready(in Arguments a, int flagsAt, out string input, out Pattern? pattern, out FeelValue failure)
    {
        pattern = null;
        failure = FeelValue.Null;
        if (!a.Text(0, out input))
        {
            failure = a.Fail(0);
            return false;
        }

        var flags = "";
        if (!a.Text(1, out var text) || (!a[flagsAt].IsNull && !a.Text(flagsAt, out flags)))
        {
            failure = a.Fail(1);
            return false;
        }

        pattern = Pattern.Create(text, flags);
        if (pattern is null)
        {
            failure = a.Run.Fail(a.Position, Complaint.Pattern, text.Length <= 60 ? text : text[..60]);
            return false;
        }

        a.Run.Step(pattern.Cost(input.Length));
        return true;
    }

    private static FeelValue Matches(in Arguments a) =>
        Ready(a, 2, out var input, out var pattern, out var failure) && pattern is not null ? FeelValue.Of(pattern.Regex.IsMatch(input)) : failure;

    private static FeelValue Split(in Arguments a)
    {
        if (!Ready(a, 2, out var input, out var pattern, out var failure) || pattern is null)
        {
            return failure;
        }

        if (pattern.Regex.IsMatch(""))
        {
            return a.Fail(1);
        }

        var parts = new List<FeelValue>();
        var from = 0;
        foreach (var match in pattern.Regex.EnumerateMatches(input))
        {
            parts.Add(FeelValue.Of(input[from..match.Index]));
            from = match.Index + match.Length;
        }

        parts.Add(FeelValue.Of(input[from..]));
        return a.Run.List(parts);
    }

    private static FeelValue Replace(in Arguments a)
    {
        if (!Ready(a, 3, out var input, out var pattern, out var failure) || pattern is null)
        {
            return failure;
        }

        // As in XPath: a pattern that matches nothing at all would replace between all characters.
        if (pattern.Regex.IsMatch(""))
        {
            return a.Fail(1);
        }

        if (!a.Text(2, out var text) || Replacement(text, pattern.GroupCount) is not { } replacement)
        {
            return a.Fail(2);
        }

        var run = a.Run;
        var replaced = pattern.Regex.Replace(input, match => Expanded(run, replacement, match));
        return a.OfText(replaced);
    }

    /// <summary>The parts of a replacement: texts, and groups by number; null when it is not valid.</summary>
    private static List<(string Text, int? Group)>? Replacement(string text, int groups)
    {
        var parts = new List<(string Text, int? Group)>();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] == '\\')
            {
                if (next is not ('\\' or '$'))
                {
                    return null;
                }

                plain.Append(next);
                i++;
            }
            else if (text[i] == '$')
            {
                if (!char.IsAsciiDigit(next))
                {
                    return null;
                }

                i++;
                var group = next - '0';
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (group * 10) + text[i + 1] - '0' <= groups)
                {
                    group = (group * 10) + text[++i] - '0';
                }

                parts.Add((plain.ToString(), group));
                plain.Clear();
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        parts.Add((plain.ToString(), null));
        return parts;
    }

    private static string Expanded(EvaluationRun run, List<(string Text, int? Group)> replacement, Match match)
    {
        var expanded = new StringBuilder();
        foreach (var (text, group) in replacement)
        {
            expanded.Append(text);
            if (group is { } number)
            {
                expanded.Append(match.Groups[number.ToString(CultureInfo.InvariantCulture)].Value);
            }
        }

        run.Step(1 + (expanded.Length >> 4));
        return expanded.ToString();
    }
}
