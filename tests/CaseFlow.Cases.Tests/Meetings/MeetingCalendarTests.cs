using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Cases.Meetings;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>The calendar file keeps to RFC 5545 and RFC 5546, whatever people write.</summary>
internal sealed partial class MeetingCalendarTests
{
    private static readonly CalendarEntry Entry = new(
        "mote-1@caseflow.example", 2, new(2026, 2, 20, 8, 0, 0, TimeSpan.Zero), new(2026, 3, 12, 8, 0, 0, TimeSpan.Zero), new(2026, 3, 12, 11, 0, 0, TimeSpan.Zero),
        "VVG 2026-03-12; möte, med \\ och en mycket lång rubrik som inte får plats på en rad: åäö åäö åäö åäö åäö", "Första raden\nAndra; raden, med tecken\r\nBEGIN:VALARM",
        "Göteborg, sal 3", new("https://caseflow.example/moten/1"), "caseflow@caseflow.example", "ledamot@vard.example");

    [Test]
    [Property("Requirement", "R109")]
    public void A_request_has_what_a_calendar_needs_to_find_it_again()
    {
        var lines = Unfolded(MeetingCalendar.Write(Entry, isCancelled: false));

        Assert.That(lines, Is.SupersetOf(new[]
        {
            "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:mote-1@caseflow.example", "SEQUENCE:2", "DTSTAMP:20260220T080000Z",
            "DTSTART:20260312T080000Z", "DTEND:20260312T110000Z", "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR",
        }));
        Assert.That(lines.Single(l => l.StartsWith("ORGANIZER", StringComparison.Ordinal)), Does.EndWith(":mailto:caseflow@caseflow.example"));
        Assert.That(lines.Single(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal)), Does.EndWith(":mailto:ledamot@vard.example"));
    }

    [Test]
    public void A_cancellation_names_the_same_meeting()
    {
        var lines = Unfolded(MeetingCalendar.Write(Entry with { Sequence = 3 }, isCancelled: true));

        Assert.That(lines, Is.SupersetOf(new[] { "METHOD:CANCEL", "UID:mote-1@caseflow.example", "SEQUENCE:3", "STATUS:CANCELLED" }));
    }

    [Test]
    public void Text_is_escaped_and_begins_no_line_of_its_own()
    {
        var lines = Unfolded(MeetingCalendar.Write(Entry, isCancelled: false));

        Assert.That(lines, Does.Contain("LOCATION:Göteborg\\, sal 3"));
        Assert.That(lines.Single(l => l.StartsWith("SUMMARY", StringComparison.Ordinal)), Does.StartWith("SUMMARY:VVG 2026-03-12\\; möte\\, med \\\\ och"));
        Assert.That(lines.Single(l => l.StartsWith("DESCRIPTION", StringComparison.Ordinal)), Does.Contain("Första raden\\nAndra\\; raden\\, med tecken"));
        Assert.That(lines, Does.Not.Contain("BEGIN:VALARM"));
    }

    [Test]
    public void Lines_end_with_crlf_and_are_folded()
    {
        var file = MeetingCalendar.Write(Entry, isCancelled: false);

        Assert.That(BareLineBreak().IsMatch(file), Is.False);
        Assert.That(file.Split("\r\n").Where(l => l.EnumerateRunes().Count() > 75), Is.Empty);
        Assert.That(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(file)), Is.EqualTo(file), "no letter is cut in two");
    }

    private static List<string> Unfolded(string file) => [.. file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];

    [GeneratedRegex("(?<!\r)\n|\r(?!\n)")]
    private static partial Regex BareLineBreak();
}
