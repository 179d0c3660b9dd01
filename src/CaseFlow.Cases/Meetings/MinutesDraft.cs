using System.Globalization;
using System.Resources;
using System.Text;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Minutes;

namespace CaseFlow.Cases.Meetings;

/// <summary>A first draft of the minutes from what was recorded: heading, attendance, items with slots and presenters, clauses, views, messages, documents. Pure; Swedish, as minutes are.</summary>
public static class MinutesDraft
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Meetings.MeetingTexts", typeof(MinutesDraft).Assembly);
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <param name="attendance">Grouped as in the head of the minutes.</param>
    /// <param name="documents">By the case or meeting that they belong to.</param>
    /// <param name="clauseName">The words of a clause's code.</param>
    public static string Of(MeetingView view, IReadOnlyList<AttendanceGroup> attendance, ILookup<Guid, Document> documents, Func<string, string> clauseName)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(attendance);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(clauseName);
        var text = new StringBuilder();
        Head(text, view.Meeting);
        Links(text, documents[view.Meeting.Id]);
        Attendance(text, attendance);
        var number = 0;
        foreach (var slot in view.Agenda.Slots.Where(s => s.Item.Kind != ItemKinds.Pause))
        {
            text.AppendLine().AppendLine(Swedish, $"## {++number}. {slot.Item.Title}").AppendLine();
            if (slot is { From: { } from, To: { } to })
                text.AppendLine(CultureInfo.InvariantCulture, $"{slot.Item.Minutes} minuter, kl. {Clock(from)} – {Clock(to)}");
            Item(text, view, slot.Item, clauseName);
            if (slot.Item.CaseId is { } id)
                Links(text, documents[id]);
        }

        return Paragraphs.Normal(text.ToString());
    }

    private static void Head(StringBuilder text, Meeting meeting)
    {
        text.AppendLine(Swedish, $"# {Word("Minutes")} {meeting.Number}").AppendLine();
        text.AppendLine(Swedish, $"{Word("Date")}: {meeting.Date.ToString("d MMMM yyyy", Swedish)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Word("Time")}: kl. {Clock(meeting.StartsAt)} – {Clock(meeting.EndsAt)}");
        text.AppendLine(Swedish, $"{Word("Place")}: {meeting.Place}");
    }

    private static void Attendance(StringBuilder text, IReadOnlyList<AttendanceGroup> attendance)
    {
        if (attendance.Count == 0)
            return;
        text.AppendLine().AppendLine(Swedish, $"## {FromMinutes("Attendance")}");
        if (Absentees(attendance) is { Length: > 0 } absent)
            text.AppendLine().AppendLine(Swedish, $"{FromMinutes("Absent")}: {absent}");
        foreach (var group in attendance)
        {
            text.AppendLine().AppendLine(Swedish, $"### {group.Name}").AppendLine();
            foreach (var line in group.Lines)
                text.AppendLine("- " + Line(line));
        }
    }

    // Out of the roll, so that a name is spelled in one way (R144).
    private static string Absentees(IReadOnlyList<AttendanceGroup> attendance) => string.Join("; ", attendance.SelectMany(g => g.Lines
        .Where(l => l.State == AttendanceStates.Absent).Select(l => l.Holder is null ? $"{l.Seat} ({g.Name})" : $"{l.Holder} ({g.Name})")));

    // "Representant kommun, Ada Ek: ersättare (Bo Al)": who sits there, and who came instead (R93).
    private static string Line(AttendanceLine line)
    {
        if (line.State is not { } state)
            return $"{line.Seat}: {line.Holder}";
        var who = line.Holder is null ? line.Seat : $"{line.Seat}, {line.Holder}";
        return $"{who}: {FromMinutes("State." + state)}{(line.CameInstead is { } substitute ? $" ({substitute})" : "")}";
    }

    private static void Item(StringBuilder text, MeetingView view, AgendaItem item, Func<string, string> clauseName)
    {
        Part(text, Word("Presenters"), item.Presenters);
        Part(text, Word("Case"), item.CaseId is { } id && view.Cases.TryGetValue(id, out var about) ? about.Number ?? "" : "");
        Paragraph(text, "", item.Notes);
        Paragraph(text, item.IsFormal ? "" : Word("Position"), item.ApprovesMinutesOf is not null ? "" : item.Wording.Length > 0 ? item.Wording : string.Join(", ", item.ClauseCodes.Select(clauseName)));
        Paragraph(text, Word("Views"), item.DivergentViews);
        Paragraph(text, Word("NextStep"), item.NextStep);
        Paragraph(text, Word("Message"), item.Message);
        if (item.NotPresented)
            Paragraph(text, "", Word("NotPresented"));
        if (item is { Conclusion: ApproveItem.Approved, ApprovesMinutesOf: null })
        {
            foreach (var change in view.Changes)
                Paragraph(text, Word("ChangedAtMeeting"), Word("Change." + change.What) + " " + change.Title);
        }

        if (item.ApprovesMinutesOf is { } approved)
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"[{item.Wording.TrimEnd('.')}](/moten/{approved}/anteckning)");
    }

    // What was shown is linked to, not repeated (R147); the words of the link are the document's title.
    private static void Links(StringBuilder text, IEnumerable<Document> documents)
    {
        var links = documents.Select(d => $"- [{d.Title.Replace('[', '(').Replace(']', ')')}](/handlingar/{d.Id})").ToList();
        if (links.Count > 0)
            text.AppendLine().AppendLine(FromMinutes("MoreInformation") + ":").AppendLine(string.Join('\n', links));
    }

    // Minutes are drawn up in Swedish, whatever language the reader has chosen.
    private static string Word(string key) => BilingualText.From(Texts, "Draft." + key).Sv;

    private static string FromMinutes(string key) => BilingualText.From(MinutesRegistration.Texts, "Draft." + key).Sv;

    private static void Part(StringBuilder text, string heading, string content)
    {
        if (content.Length > 0)
            text.AppendLine(heading.Length > 0 ? heading + ": " + content : content);
    }

    private static void Paragraph(StringBuilder text, string heading, string content)
    {
        if (content.Length > 0)
            text.AppendLine();
        Part(text, heading, content);
    }

    private static string Clock(TimeOnly time) => time.ToString("H\\.mm", CultureInfo.InvariantCulture);
}
