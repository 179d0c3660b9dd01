using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Cases.Language;

/// <summary>Where in a text a personal number stands. The number itself is never carried along, so that it cannot reach a log.</summary>
public readonly record struct PersonalNumberHit(int Start, int Length);

/// <summary>
/// Finds Swedish personal identity numbers (personnummer) and co-ordination numbers (samordningsnummer, day plus 60)
/// in what people write, since CaseFlow is no channel for individuals (R39).
/// </summary>
/// <remarks>
/// A hit has 10 or 12 digits, a date that exists and a right check digit. Separators may be a hyphen of any kind, plus, a space,
/// a point or a slash. Organisation numbers never match, since their third digit is at least 2 and so no month. Telephone numbers:
/// digits grouped otherwise than six or eight plus four are never a hit, nor is anything after a country code; ten digits written
/// together that begin with 01–09 could be either, and count as a telephone number unless a word before them says otherwise.
/// </remarks>
public static partial class PersonalNumberGuard
{
    private const int ContextLength = 40;

    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Language.LanguageTexts", typeof(PersonalNumberGuard).Assembly);

    /// <summary>All hits, in order. An empty text has none.</summary>
    public static IReadOnlyList<PersonalNumberHit> Find(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return [];

        var plain = PlainText.From(text);
        var hits = new List<PersonalNumberHit>();
        for (var match = Candidate().Match(plain.Text); match.Success;)
        {
            var isHit = IsPersonalNumber(match, plain.Text);
            if (isHit)
                hits.Add(plain.Original(match.Index, match.Length));
            match = Candidate().Match(plain.Text, isHit ? match.Index + match.Length : match.Index + 1);
        }

        return hits;
    }

    public static bool Contains(string? text) => Find(text).Count > 0;

    /// <summary>A refusal with advice when <paramref name="text"/> holds a personal number, otherwise null.</summary>
    /// <param name="field">The form field that the text came from.</param>
    public static Refusal? Check(string? text, string? field = null) =>
        Contains(text)
            ? new Refusal(RefusalKind.Invalid, "text.personal-number", BilingualText.From(Texts, "PersonalNumber"), Field: field)
            : null;

    private static bool IsPersonalNumber(Match match, string text)
    {
        var digits = match.Groups["year"].Value + match.Groups["month"].Value + match.Groups["day"].Value + match.Groups["number"].Value;
        if (!HasDate(match.Groups["century"].Value, digits) || !HasCheckDigit(digits))
            return false;

        return !CouldBeTelephone(match) || SaysPersonalNumber().IsMatch(Before(text, match.Index));
    }

    private static bool CouldBeTelephone(Match match) =>
        match.Length == 10 && match.Value[0] == '0' && match.Value[1] != '0';

    private static string Before(string text, int index) => text[Math.Max(0, index - ContextLength)..index];

    private static bool HasDate(string century, string digits)
    {
        var year = Number(digits, 0);
        var month = Number(digits, 2);
        var day = Number(digits, 4);
        if (day > 60)
            day -= 60;
        if (month is < 1 or > 12 || day < 1)
            return false;

        // Without a century the year may be 18xx, 19xx or 20xx; only 29 February tells them apart, and 2000 and 1900 differ.
        return century.Length > 0
            ? day <= DateTime.DaysInMonth((Number(century, 0) * 100) + year, month)
            : day <= DateTime.DaysInMonth(2000 + year, month);
    }

    private static int Number(string digits, int start) => ((digits[start] - '0') * 10) + digits[start + 1] - '0';

    /// <summary>The Luhn sum over ten digits, first weight 2.</summary>
    private static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += (product / 10) + (product % 10);
        }

        return sum % 10 == 0;
    }

    // Either the date is written together, with at most one separator (and spaces round a hyphen) before the last four,
    // or year, month and day are parted by one sign that comes back before the last four. A date, a space and a time of day is neither.
    [GeneratedRegex("""
        (?<![0-9])(?<!\+[0-9]{1,3}[ -])(?<!(?<![0-9])00[0-9]{1,3}[ -])
        (?<century>18|19|20)?(?<year>[0-9]{2})
        (?: (?<month>[0-9]{2})(?<day>[0-9]{2}) (?:\ ?[-+./]?\ ?)
          | (?<sign>[-./\ ])(?<month>[0-9]{2})\k<sign>(?<day>[0-9]{2}) (?:(?<=[0-9]{2}-[0-9]{2})[-+]|(?<=[0-9]{2}\ [0-9]{2})[\ +-]|(?<=[0-9]{2}[./][0-9]{2})[-+]))
        (?<number>[0-9]{4})(?![0-9])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Candidate();

    [GeneratedRegex("""(personn|person-?nr|pers\.?\s?nr|p-?nr|samordn|född|födelse|patient|identitetsn|personal (identity )?number|born|\bssn\b)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex SaysPersonalNumber();

    /// <summary>The text with every kind of digit, hyphen and space made plain and invisible signs taken out, and the way back to the places in the original.</summary>
    private readonly record struct PlainText(string Text, int[] Places)
    {
        public static PlainText From(string text)
        {
            var plain = new StringBuilder(text.Length);
            var places = new List<int>(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                if (Plain(text[i]) is not { } sign)
                    continue;
                plain.Append(sign);
                places.Add(i);
            }

            return new(plain.ToString(), [.. places]);
        }

        public PersonalNumberHit Original(int start, int length) => new(Places[start], Places[start + length - 1] - Places[start] + 1);

        private static char? Plain(char sign) => CharUnicodeInfo.GetUnicodeCategory(sign) switch
        {
            UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign)),
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.MathSymbol when sign == '\u2212' => '-',
            UnicodeCategory.MathSymbol when sign == '\uFF0B' => '+',
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.ConnectorPunctuation => ' ',
            UnicodeCategory.Format => null,
            _ => sign,
        };
    }
}
