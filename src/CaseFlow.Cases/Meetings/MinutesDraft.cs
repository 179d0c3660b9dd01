using System.Globalization;
using System.Text;

namespace CaseFlow.Cases.Meetings;

/// <summary>A first draft of the minutes from what was recorded: heading, items with slots and presenters, clauses, views, messages. Pure; Swedish, as minutes are.</summary>
public static class MinutesDraft
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <param name="clauseName">The words of a clause's code.</param>
    public static string Of(MeetingView view, Func<string, string> clauseName)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(clauseName);
        var text = new StringBuilder();
        var meeting = view.Meeting;
        text.AppendLine(Swedish, $"Mötesanteckning {meeting.Number}").AppendLine();
        text.AppendLine(Swedish, $"Datum: {meeting.Date.ToString("d MMMM yyyy", Swedish)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Tid: {Clock(meeting.StartsAt)} – {Clock(meeting.EndsAt)}");
        text.AppendLine(Swedish, $"Plats: {meeting.Place}");
        var number = 0;
        foreach (var slot in view.Agenda.Slots.Where(s => s.Item.Kind != ItemKinds.Pause))
        {
            text.AppendLine().AppendLine(Swedish, $"{++number}. {slot.Item.Title}");
            if (slot is { From: { } from, To: { } to })
                text.AppendLine(CultureInfo.InvariantCulture, $"({slot.Item.Minutes} minuter, kl. {Clock(from)} – {Clock(to)})");
            Part(text, "Föredragande", slot.Item.Presenters);
            Part(text, "Ärende", slot.Item.CaseId is { } id && view.Cases.TryGetValue(id, out var about) ? about.Number ?? "" : "");
            Part(text, "", slot.Item.Notes);
            Part(text, "Ställningstagande", Position(slot.Item, clauseName));
            Part(text, "Skilda synsätt", slot.Item.DivergentViews);
            Part(text, "Nästa steg", slot.Item.NextStep);
            Part(text, "Medskick", slot.Item.Message);
            if (slot.Item.NotPresented)
                text.AppendLine("Avgjordes utan föredragning.");
        }

        return text.ToString();
    }

    private static string Position(AgendaItem item, Func<string, string> clauseName) =>
        item.Wording.Length > 0 ? item.Wording : string.Join(", ", item.ClauseCodes.Select(clauseName));

    private static void Part(StringBuilder text, string heading, string content)
    {
        if (content.Length > 0)
            text.AppendLine(heading.Length > 0 ? heading + ": " + content : content);
    }

    private static string Clock(TimeOnly time) => time.ToString("H\\.mm", CultureInfo.InvariantCulture);
}
