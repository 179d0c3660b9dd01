using System.Text.RegularExpressions;

namespace CaseFlow.Cases.Minutes;

public enum MinutesBlockKind
{
    /// <summary>Begins with <c>#</c>: what the whole is called.</summary>
    Title,

    /// <summary>Begins with <c>##</c>.</summary>
    Heading,

    /// <summary>Begins with <c>###</c>.</summary>
    SubHeading,

    /// <summary>Lines that each begin with <c>-</c>.</summary>
    List,
    Paragraph,
}

/// <param name="Href">An address on the web or on this site; null for words.</param>
public sealed record MinutesInline(string Text, string? Href);

/// <param name="Lines">Each line as words and links; a heading has one.</param>
public sealed record MinutesBlock(MinutesBlockKind Kind, IReadOnlyList<IReadOnlyList<MinutesInline>> Lines);

/// <summary>How the text of minutes is read: headings, lists, paragraphs, and links as <c>[words](address)</c>. Nothing else is markup, so that nothing else can happen. Pure.</summary>
public static partial class MinutesMarkup
{
    private static readonly (string Sign, MinutesBlockKind Kind)[] Headings =
        [("### ", MinutesBlockKind.SubHeading), ("## ", MinutesBlockKind.Heading), ("# ", MinutesBlockKind.Title)];

    public static IReadOnlyList<MinutesBlock> Read(string text)
    {
        var blocks = new List<MinutesBlock>();
        foreach (var paragraph in Paragraphs.Of(text))
        {
            var lines = new List<string>();
            var kind = MinutesBlockKind.Paragraph;
            foreach (var line in paragraph.Split('\n'))
            {
                var heading = Array.Find(Headings, h => line.StartsWith(h.Sign, StringComparison.Ordinal));
                if (heading.Sign is not null)
                {
                    Close(blocks, kind, lines);
                    blocks.Add(new(heading.Kind, [Inlines(line[heading.Sign.Length..].Trim())]));
                    continue;
                }

                var isItem = line.StartsWith("- ", StringComparison.Ordinal);
                var wanted = isItem ? MinutesBlockKind.List : MinutesBlockKind.Paragraph;
                if (wanted != kind)
                    Close(blocks, kind, lines);
                kind = wanted;
                lines.Add(isItem ? line[2..].Trim() : line);
            }

            Close(blocks, kind, lines);
        }

        return blocks;
    }

    private static void Close(List<MinutesBlock> blocks, MinutesBlockKind kind, List<string> lines)
    {
        if (lines.Count > 0)
            blocks.Add(new(kind, [.. lines.Select(Inlines)]));
        lines.Clear();
    }

    private static IReadOnlyList<MinutesInline> Inlines(string line)
    {
        var found = new List<MinutesInline>();
        var at = 0;
        foreach (Match link in Link().Matches(line))
        {
            if (link.Index > at)
                found.Add(new(line[at..link.Index], null));
            found.Add(new(link.Groups["words"].Value, link.Groups["href"].Value));
            at = link.Index + link.Length;
        }

        if (at < line.Length)
            found.Add(new(line[at..], null));
        return found;
    }

    // Only addresses on the web and on this site: nothing that a browser would run.
    [GeneratedRegex(@"\[(?<words>[^\[\]]+)\]\((?<href>(https?://|/(?!/))[^\s()]*)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Link();
}
