using System.Globalization;

namespace CaseFlow.Engine.Feel;

/// <summary>A time of day, local when it has no zone.</summary>
/// <param name="NanosecondOfDay">From 0 to just below 24 hours.</param>
/// <param name="Zone">Null for a local time.</param>
public readonly record struct FeelTime(long NanosecondOfDay, FeelZone? Zone)
{
    internal const long NanosecondsPerSecond = 1_000_000_000;
    internal const long SecondsPerDay = 86_400;
    internal const long NanosecondsPerDay = SecondsPerDay * NanosecondsPerSecond;

    public int Hour => (int)(NanosecondOfDay / (3600 * NanosecondsPerSecond));

    public int Minute => (int)(NanosecondOfDay / (60 * NanosecondsPerSecond) % 60);

    public int Second => (int)(NanosecondOfDay / NanosecondsPerSecond % 60);

    public int Nanosecond => (int)(NanosecondOfDay % NanosecondsPerSecond);

    /// <summary>The whole second of the day.</summary>
    public int SecondOfDay => (int)(NanosecondOfDay / NanosecondsPerSecond);

    /// <summary>The time, or null when there is no such time.</summary>
    public static FeelTime? TryCreate(long hour, long minute, long second, int nanosecond, FeelZone? zone) =>
        hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60
            ? new FeelTime((((((hour * 60) + minute) * 60) + second) * NanosecondsPerSecond) + nanosecond, zone)
            : null;

    /// <summary>Later by a duration, round the clock.</summary>
    public FeelTime Add(FeelDuration duration)
    {
        var moved = (NanosecondOfDay + duration.TotalNanoseconds) % NanosecondsPerDay;
        return this with { NanosecondOfDay = (long)(moved < 0 ? moved + NanosecondsPerDay : moved) };
    }

    public override string ToString() => ClockText(Hour, Minute, Second, Nanosecond) + Zone;

    internal static string ClockText(int hour, int minute, int second, int nanosecond)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}:{second:00}");
        return nanosecond == 0 ? text : text + "." + nanosecond.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
    }
}
