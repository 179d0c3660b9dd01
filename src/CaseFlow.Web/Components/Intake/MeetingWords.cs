using System.Globalization;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Intake;

/// <summary>A wished meeting in words: which body and when, and the last day for papers.</summary>
internal static class MeetingWords
{
    private static readonly Texts T = Texts.For("Intake");

    /// <returns>Null when the code names no meeting among these.</returns>
    public static string? Name(string code, IEnumerable<Meeting> meetings, OrganisationNames names) =>
        code == WishedMeetings.Next ? T["meeting.next"]
        : Find(code, meetings) is { } meeting
            ? T["meeting.name", names.Body(meeting.Body), SwedishDates.Short(meeting.Date), meeting.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture)]
            : null;

    public static string? About(string code, IEnumerable<Meeting> meetings, DateOnly today) =>
        code == WishedMeetings.Next ? T["meeting.next-about"]
        : Find(code, meetings) is { } meeting
            ? T[meeting.PapersDue < today ? "meeting.papers-passed" : "meeting.papers", SwedishDates.Short(meeting.PapersDue)]
            : null;

    private static Meeting? Find(string code, IEnumerable<Meeting> meetings) => meetings.FirstOrDefault(m => WishedMeetings.Code(m) == code);
}
