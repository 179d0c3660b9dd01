using System.Globalization;
using System.Text;
using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Intake;

/// <summary>How near two titles are, forgiving as people write: letters composed or not, upper and lower case, å ä ö typed as a and o, other endings and word order. Pure.</summary>
public static class TitleLikeness
{
    /// <summary>From here on two titles are worth a look beside each other.</summary>
    public const double Near = 0.5;

    private const int Gram = 3;

    /// <summary>0 (nothing in common) to 1 (the same words).</summary>
    public static double Of(string one, string other) => Of(Grams(one), Grams(other));

    /// <summary>The pieces by which a title is compared, to be made once for many comparisons.</summary>
    public static IReadOnlySet<string> Grams(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var grams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words(title))
        {
            // The blank before makes the beginning of a word, where its meaning lies, weigh more than its ending.
            var padded = " " + word;
            for (var i = 0; i + Gram <= padded.Length; i++)
                grams.Add(padded.Substring(i, Gram));
        }

        return grams;
    }

    /// <inheritdoc cref="Of(string, string)"/>
    public static double Of(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
    }

    // Short words ("om", "vid", "för") say little of the matter; a title of nothing else keeps them.
    private static IReadOnlyList<string> Words(string title)
    {
        var all = Plain(title).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = all.Where(w => w.Length > Gram).ToList();
        return telling.Count > 0 ? telling : all;
    }

    private static string Plain(string title)
    {
        var plain = new StringBuilder(title.Length);
        foreach (var letter in CaseSearch.Normalise(title).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
        }

        return plain.ToString();
    }
}
