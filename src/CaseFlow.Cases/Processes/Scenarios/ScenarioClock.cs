using CaseFlow.Engine.Calendar;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>The clock that a scenario moves. It stands still between the steps.</summary>
public sealed class ScenarioClock : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset moment) => _now = moment.ToUniversalTime();

    /// <summary>A Swedish local time as a moment.</summary>
    public static DateTimeOffset MomentOf(DateTime local) => new DateTimeOffset(local, WorkingDays.Zone.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>The day in Sweden of a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, WorkingDays.Zone).DateTime);
}
