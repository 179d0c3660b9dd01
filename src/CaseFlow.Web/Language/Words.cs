using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace CaseFlow.Web.Language;

/// <summary>What abbreviations stand for: <c>Resources/Words.resx</c>, one entry a word (R40).</summary>
public static partial class Words
{
    private static readonly ResourceManager Resources = new("CaseFlow.Web.Resources.Words", typeof(Words).Assembly);
    private static readonly Texts T = Texts.For("Words");

    private static readonly IReadOnlyList<string> Known =
    [
        .. Resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>() // embedded in this assembly
            .Select(e => (string)e.Key).Order(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Every explained word, in the order of the alphabet.</summary>
    public static IReadOnlyList<ExplainedWord> All => [.. Known.Select(word => new ExplainedWord(word, T[word]))];

    /// <summary>A text in pieces: words that are explained, with what they mean, and what stands between them.</summary>
    public static IEnumerable<(string Text, string? Means)> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var from = 0;
        foreach (Match match in Abbreviation().Matches(text))
        {
            if (T.Find(match.Value) is not { } means)
                continue;
            if (match.Index > from)
                yield return (text[from..match.Index], null);
            yield return (match.Value, means);
            from = match.Index + match.Length;
        }

        if (from < text.Length)
            yield return (text[from..], null);
    }

    [GeneratedRegex(@"\b\p{Lu}{2,}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Abbreviation();
}

/// <param name="Means">In the request's language.</param>
public sealed record ExplainedWord(string Word, string Means);
