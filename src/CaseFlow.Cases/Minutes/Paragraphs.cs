using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Cases.Minutes;

/// <summary>A text as paragraphs: blocks of lines with an empty line between them. What two people wrote is merged by them. Pure.</summary>
public static class Paragraphs
{
    private const string Between = "\n\n";

    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<string>();
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()).Append(""))
        {
            if (line.Length > 0)
            {
                lines.Add(line);
                continue;
            }

            if (lines.Count > 0)
                found.Add(string.Join('\n', lines));
            lines.Clear();
        }

        return found;
    }

    /// <summary>One way to write each text: paragraphs with one empty line between, no blanks at the ends of lines. Hashes are taken of this.</summary>
    public static string Normal(string text) => string.Join(Between, Of(text));

    /// <summary>SHA-256 of the text as UTF-8, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The text with both changes in it, or null when both have changed the same paragraph in different ways.</summary>
    /// <param name="origin">What both began with.</param>
    public static string? Merge(string origin, string mine, string theirs)
    {
        var (from, own, other) = (Of(origin), Of(mine), Of(theirs));
        var inOwn = Matching.Pairs(from, own).ToDictionary(p => p.Left, p => p.Right);
        var inOther = Matching.Pairs(from, other).ToDictionary(p => p.Left, p => p.Right);
        var merged = new List<string>();
        var (at, atOwn, atOther) = (0, 0, 0);
        for (var i = 0; i <= from.Count; i++)
        {
            var isEnd = i == from.Count;
            if (!isEnd && !(inOwn.ContainsKey(i) && inOther.ContainsKey(i)))
                continue;
            var (toOwn, toOther) = isEnd ? (own.Count, other.Count) : (inOwn[i], inOther[i]);
            if (MergePart([.. from.Skip(at).Take(i - at)], [.. own.Skip(atOwn).Take(toOwn - atOwn)], [.. other.Skip(atOther).Take(toOther - atOther)]) is not { } part)
                return null;
            merged.AddRange(part);
            if (!isEnd)
                merged.Add(from[i]);
            (at, atOwn, atOther) = (i + 1, toOwn + 1, toOther + 1);
        }

        return string.Join(Between, merged);
    }

    private static IEnumerable<string>? MergePart(List<string> origin, List<string> mine, List<string> theirs)
    {
        if (mine.SequenceEqual(origin, StringComparer.Ordinal) || mine.SequenceEqual(theirs, StringComparer.Ordinal))
            return theirs;
        if (theirs.SequenceEqual(origin, StringComparer.Ordinal))
            return mine;
        if (origin.Count == 0)
            return theirs.Concat(mine); // both added something at the same place: both stay
        if (mine.Count != origin.Count || theirs.Count != origin.Count)
            return null;
        // Neighbouring paragraphs, one changed by each.
        var isApart = Enumerable.Range(0, origin.Count).All(i => mine[i] == origin[i] || theirs[i] == origin[i] || mine[i] == theirs[i]);
        return isApart ? origin.Select((paragraph, i) => mine[i] == paragraph ? theirs[i] : mine[i]) : null;
    }
}
