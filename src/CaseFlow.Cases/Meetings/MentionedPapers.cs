using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Meetings;

/// <summary>Papers that an item speaks of (R111). Pure. Which words point at a paper is said by the mandate's clause.</summary>
public static class MentionedPapers
{
    // "rapporten", "bilagorna": a Swedish ending after the word.
    private const int LongestEnding = 4;
    private static readonly char[] Between = [' ', '\n', '\t', ',', '.', ';', ':', '(', ')', '"', '”', '?', '!', '/'];

    /// <summary>The words of an item that point at a paper which is not among those attached, each once.</summary>
    /// <param name="words">Such as "rapport": the end of a word, before its ending.</param>
    /// <param name="attached">Titles and file names.</param>
    public static IReadOnlyList<string> Missing(AgendaItem item, IReadOnlyList<string> words, IEnumerable<string> attached)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(attached);
        var there = attached.Select(CaseSearch.Normalise).ToList();
        return
        [
            .. $"{item.Title} {item.Purpose} {item.Expectation}".Split(Between, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => (Word: word, Stem: Stem(CaseSearch.Normalise(word), words)))
                .Where(m => m.Stem is not null && !there.Exists(t => t.Contains(m.Stem, StringComparison.Ordinal)))
                .DistinctBy(m => m.Stem).Select(m => m.Word.ToLower(Swedish)),
        ];
    }

    private static readonly System.Globalization.CultureInfo Swedish = System.Globalization.CultureInfo.GetCultureInfo("sv-SE");

    // The word without its ending, where it ends as one that points at a paper: "resultatrapporten" gives "resultatrapport".
    private static string? Stem(string word, IReadOnlyList<string> words)
    {
        foreach (var pointing in words.Select(CaseSearch.Normalise))
        {
            var at = word.LastIndexOf(pointing, StringComparison.Ordinal);
            if (at >= 0 && word.Length - at - pointing.Length <= LongestEnding)
                return word[..(at + pointing.Length)];
        }

        return null;
    }
}
