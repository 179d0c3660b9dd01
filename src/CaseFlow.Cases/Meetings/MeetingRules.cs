using System.Globalization;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Meetings;

/// <summary>What the day, the times and the texts of a meeting must fulfil, on every road that sets them. Pure.</summary>
internal static class MeetingRules
{
    public const int MaxPlace = 300;
    public const int MaxPurpose = 1000;
    public const int MaxReason = 2000;
    public const int MaxPresenters = 500;
    public const int MaxSubstitute = 300;
    public const int MaxPerson = 200;
    public const int MaxTitle = 300;
    public const int MaxMatter = 40;
    public const int MaxGreeting = 2000;

    /// <summary>What a meeting is called in lists: its body and its day.</summary>
    public static string Name(OrganisationModel organisation, string body, DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{organisation.FindBody(body)?.ShortName.Sv ?? body} {date:yyyy-MM-dd}");

    /// <summary>When and where a meeting can be, when it is planned and when it is moved.</summary>
    public static Refusal? Schedule(DateOnly today, DateOnly date, TimeOnly startsAt, TimeOnly endsAt, string place)
    {
        if (endsAt <= startsAt)
            return MeetingRefusals.Times();
        return date < today ? MeetingRefusals.InThePast() : Text(place, "lokal", MaxPlace);
    }

    /// <summary>A text that somebody writes about a meeting: not longer than it can be kept, and without a personnummer (R39).</summary>
    public static Refusal? Text(string? text, string field, int limit) =>
        text?.Trim().Length > limit ? MeetingRefusals.TooLong(field, limit) : PersonalNumberGuard.Check(text, field);
}
