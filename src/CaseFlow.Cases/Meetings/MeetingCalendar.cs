using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CaseFlow.Cases.Meetings;

/// <summary>What stands in a calendar of a meeting, for one person.</summary>
/// <param name="Uid">The same for every notice of the same meeting, so that calendars move and remove what they have.</param>
/// <param name="Sequence">Raised with every notice.</param>
/// <param name="Stamp">When the notice was sent.</param>
/// <param name="Organizer">The address that the mail comes from.</param>
/// <param name="Attendee">The address that it goes to; null when it is not known.</param>
internal sealed record CalendarEntry(
    string Uid, int Sequence, DateTimeOffset Stamp, DateTimeOffset From, DateTimeOffset To, string Summary, string Description, string Place, Uri Link, string Organizer, string? Attendee);

/// <summary>Writes a meeting's calendar file (RFC 5545, RFC 5546): a request, or a cancellation. Pure.</summary>
internal static class MeetingCalendar
{
    public const string FileName = "kallelse.ics";

    /// <summary>REQUEST and CANCEL as they stand in the file and in the mail's content type.</summary>
    public static string Method(bool isCancelled) => isCancelled ? CalendarMethods.Cancel : CalendarMethods.Request;

    public static string Write(CalendarEntry entry, bool isCancelled)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var meeting = new CalendarEvent
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            DtStamp = At(entry.Stamp),
            DtStart = At(entry.From),
            DtEnd = At(entry.To),
            Summary = entry.Summary,
            Description = entry.Description,
            Location = entry.Place,
            Url = entry.Link,
            Status = isCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Organizer = new Organizer("mailto:" + entry.Organizer) { CommonName = "CaseFlow" },
        };
        // Nobody reads an answer to the sender: none is asked for.
        if (entry.Attendee is { } attendee)
            meeting.Attendees.Add(new Attendee("mailto:" + attendee) { Rsvp = false, ParticipationStatus = EventParticipationStatus.NeedsAction });
        var calendar = new Calendar { Method = Method(isCancelled), ProductId = "-//CaseFlow//CaseFlow//SV" };
        calendar.Events.Add(meeting);
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar is empty.");
    }

    private static CalDateTime At(DateTimeOffset moment) => new(moment.UtcDateTime);
}
