namespace CaseFlow.Cases.Minutes;

/// <summary>What became of a piece of text.</summary>
public enum DifferenceKind
{
    Same,
    Added,
    Removed,
}

public sealed record DifferencePiece(DifferenceKind Kind, string Text);

/// <summary>A paragraph with what was taken away and what came; whole when only one kind of piece is in it.</summary>
public sealed record DifferenceParagraph(IReadOnlyList<DifferencePiece> Pieces)
{
    public bool IsSame => Pieces.All(p => p.Kind == DifferenceKind.Same);
}

/// <summary>The readable difference between two texts: paragraphs that stand, that came and that went; in a reworked paragraph the words. Pure.</summary>
public static class TextDifference
{
    // A paragraph with less in common than this is another paragraph: words picked out of it would only confuse.
    private const double LeastInCommon = 0.4;

    public static IReadOnlyList<DifferenceParagraph> Of(string older, string newer)
    {
        var (before, after) = (Paragraphs.Of(older), Paragraphs.Of(newer));
        var found = new List<DifferenceParagraph>();
        var (left, right) = (0, 0);
        foreach (var (i, j) in Matching.Pairs(before, after).Append((before.Count, after.Count)))
        {
            Changed(found, [.. before.Skip(left).Take(i - left)], [.. after.Skip(right).Take(j - right)]);
            if (i < before.Count)
                found.Add(Whole(DifferenceKind.Same, before[i]));
            (left, right) = (i + 1, j + 1);
        }

        return found;
    }

    private static void Changed(List<DifferenceParagraph> found, List<string> gone, List<string> came)
    {
        for (var i = 0; i < Math.Max(gone.Count, came.Count); i++)
        {
            if (i < gone.Count && i < came.Count && Words(gone[i], came[i]) is { } reworked)
            {
                found.Add(reworked);
                continue;
            }

            if (i < gone.Count)
                found.Add(Whole(DifferenceKind.Removed, gone[i]));
            if (i < came.Count)
                found.Add(Whole(DifferenceKind.Added, came[i]));
        }
    }

    private static DifferenceParagraph? Words(string gone, string came)
    {
        var (before, after) = (Split(gone), Split(came));
        var pairs = Matching.Pairs(before, after);
        if (pairs.Sum(p => before[p.Left].Length) < LeastInCommon * Math.Max(gone.Length, came.Length))
            return null;
        var pieces = new List<DifferencePiece>();
        var (left, right) = (0, 0);
        foreach (var (i, j) in pairs.Append((before.Count, after.Count)))
        {
            Add(pieces, DifferenceKind.Removed, before.Skip(left).Take(i - left));
            Add(pieces, DifferenceKind.Added, after.Skip(right).Take(j - right));
            if (i < before.Count)
                Add(pieces, DifferenceKind.Same, [before[i]]);
            (left, right) = (i + 1, j + 1);
        }

        return new(pieces);
    }

    private static void Add(List<DifferencePiece> pieces, DifferenceKind kind, IEnumerable<string> words)
    {
        var text = string.Concat(words);
        if (text.Length == 0)
            return;
        if (pieces.Count > 0 && pieces[^1].Kind == kind)
            pieces[^1] = new(kind, pieces[^1].Text + text);
        else
            pieces.Add(new(kind, text));
    }

    private static DifferenceParagraph Whole(DifferenceKind kind, string text) => new([new(kind, text)]);

    // Words with the blanks after them, so that the pieces put together are the text again.
    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !(char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i])))
                continue;
            words.Add(text[start..i]);
            start = i;
        }

        return words;
    }
}
