using System.Globalization;
using System.Resources;
using System.Text;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Meetings;

/// <summary>A first draft of the minutes from what was recorded: heading, items with slots and presenters, clauses, views, messages. Pure; Swedish, as minutes are.</summary>
public static class MinutesDraft
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Meetings.MeetingTexts", typeof(MinutesDraft).Assembly);
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <param name="clauseName">The words of a clause's code.</param>
    public static string Of(MeetingView view, Func<string, string> clauseName)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(clauseName);
        var text = new StringBuilder();
        var meeting = view.Meeting;
        text.AppendLine(Swedish, $"{Word("Minutes")} {meeting.Number}").AppendLine();
        text.AppendLine(Swedish, $"{Word("Date")}: {meeting.Date.ToString("d MMMM yyyy", Swedish)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Word("Time")}: {Clock(meeting.StartsAt)} – {Clock(meeting.EndsAt)}");
        text.AppendLine(Swedish, $"{Word("Place")}: {meeting.Place}");
        var number = 0;
        foreach (var slot in view.Agenda.Slots.Where(s => s.Item.Kind != ItemKinds.Pause))
        {
            text.AppendLine().AppendLine(Swedish, $"{++number}. {slot.Item.Title}");
            if (slot is { From: { } from, To: { } to })
                text.AppendLine(CultureInfo.InvariantCulture, $"({slot.Item.Minutes} minuter, kl. {Clock(from)} – {Clock(to)})");
            Part(text, Word("Presenters"), slot.Item.Presenters);
            Part(text, Word("Case"), slot.Item.CaseId is { } id && view.Cases.TryGetValue(id, out var about) ? about.Number ?? "" : "");
            Part(text, "", slot.Item.Notes);
            Part(text, Word("Position"), Position(slot.Item, clauseName));
            Part(text, Word("Views"), slot.Item.DivergentViews);
            Part(text, Word("NextStep"), slot.Item.NextStep);
            Part(text, Word("Message"), slot.Item.Message);
            if (slot.Item.NotPresented)
                text.AppendLine(Word("NotPresented"));
        }

        return text.ToString();
    }

    // Minutes are drawn up in Swedish, whatever language the reader has chosen.
    private static string Word(string key) => BilingualText.From(Texts, "Draft." + key).Sv;

    private static string Position(AgendaItem item, Func<string, string> clauseName) =>
        item.Wording.Length > 0 ? item.Wording : string.Join(", ", item.ClauseCodes.Select(clauseName));

    private static void Part(StringBuilder text, string heading, string content)
    {
        if (content.Length > 0)
            text.AppendLine(heading.Length > 0 ? heading + ": " + content : content);
    }

    private static string Clock(TimeOnly time) => time.ToString("H\\.mm", CultureInfo.InvariantCulture);
}
