namespace CaseFlow.Cases.Meetings;

/// <summary>Swedish local time as a moment. An hour that does not exist on the night of summer time counts as the one after it.</summary>
public static class MeetingTime
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateTimeOffset Of(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        if (Stockholm.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, Stockholm.GetUtcOffset(local)).ToUniversalTime();
    }
}
