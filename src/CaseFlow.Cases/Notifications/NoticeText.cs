using System.Globalization;
using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Notifications;

/// <summary>What a notice says, in both languages. The parts of a feedback that a body gives: what happened and why it is told.</summary>
/// <param name="Subject">A heading without full stop.</param>
public sealed record NoticeText(BilingualText Subject, BilingualText What, BilingualText Why)
{
    private static readonly ResourceManager Texts = NotificationsTexts.Resources;

    /// <summary>Writes the text of an occasion. An occasion without a text of its own gets the general one of a case or a meeting.</summary>
    /// <param name="template">Key of the occasion, as the process declares it.</param>
    /// <param name="number">The case's number, or what the meeting is called.</param>
    /// <param name="codes"><c>date</c>, an ISO date, is written out; <c>outcomeSv</c> and <c>outcomeEn</c> are labels from the declared process.</param>
    public static NoticeText Of(string template, string number, IReadOnlyDictionary<string, string> codes, bool isMeeting)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var key = Texts.GetString($"notice.{template}.what", CultureInfo.InvariantCulture) is not null ? template : isMeeting ? "general-meeting" : "general-case";
        // An occasion may come without its date: a case that was taken off an agenda, an answer without a last day.
        var undated = $"notice.{key}.what-undated";
        var hasWords = !codes.ContainsKey("date") && Texts.GetString(undated, CultureInfo.InvariantCulture) is not null;
        return new(Text($"notice.{key}.subject"), Text(hasWords ? undated : $"notice.{key}.what"), Text($"notice.{key}.why"));

        BilingualText Text(string name)
        {
            var plain = BilingualText.From(Texts, name);
            return new(Fill(plain.Sv, NotificationsTexts.Swedish, "outcomeSv"), Fill(plain.En, NotificationsTexts.English, "outcomeEn"));
        }

        string Fill(string text, CultureInfo culture, string outcome) => string.Format(
            culture, text, number, WrittenDate(codes.GetValueOrDefault("date"), culture), codes.GetValueOrDefault(outcome) ?? codes.GetValueOrDefault("outcomeSv") ?? "").Trim();
    }

    private static string WrittenDate(string? date, CultureInfo culture) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", culture)
            : "";
}
