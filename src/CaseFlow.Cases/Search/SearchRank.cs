using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Search;

/// <summary>How well something answers a search; the least is the best. Pure.</summary>
public static class SearchRank
{
    /// <summary>The number, whole or its end.</summary>
    public const int Number = 0;

    /// <summary>The whole title.</summary>
    public const int Title = 1;

    /// <summary>The title begins with what was asked for.</summary>
    public const int Beginning = 2;

    /// <summary>Every word begins a word of the title.</summary>
    public const int Words = 3;

    /// <summary>Every word is somewhere in it.</summary>
    public const int Somewhere = 4;

    /// <summary>The rank; null when it does not answer the search.</summary>
    /// <param name="text">What was asked for, as typed.</param>
    /// <param name="number">What the thing is called by number; null where it has none.</param>
    public static int? Of(string text, string? number, string title)
    {
        var (asked, named) = (CaseSearch.Normalise(text), CaseSearch.Normalise(title));
        var words = CaseSearch.Words(text);
        if (words.Count == 0)
            return null;
        if (number is not null && words is [var only] && CaseSearch.Normalise(number).EndsWith(only, StringComparison.Ordinal) && only.Any(char.IsDigit))
            return Number;
        if (named == asked)
            return Title;
        if (named.StartsWith(asked, StringComparison.Ordinal))
            return Beginning;
        var all = $"{CaseSearch.Normalise(number ?? "")} {named}";
        if (words.All(word => Begins(all, word)))
            return Words;
        return words.All(word => all.Contains(word, StringComparison.Ordinal)) ? Somewhere : null;
    }

    private static bool Begins(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                return true;
        }

        return false;
    }
}
