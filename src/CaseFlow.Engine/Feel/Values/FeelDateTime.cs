namespace CaseFlow.Engine.Feel;

/// <summary>A date with a time of day, local when it has no zone.</summary>
/// <param name="LocalSecond">Seconds since 1970-01-01T00:00:00 on the local clock.</param>
/// <param name="Nanosecond">From 0 to 999999999.</param>
/// <param name="Zone">Null for a local date and time.</param>
public readonly record struct FeelDateTime(long LocalSecond, int Nanosecond, FeelZone? Zone)
{
    public FeelDate Date => FeelDate.FromEpochDay(Floor(LocalSecond, FeelTime.SecondsPerDay)) ?? default;

    public FeelTime Time => new(((LocalSecond - (Floor(LocalSecond, FeelTime.SecondsPerDay) * FeelTime.SecondsPerDay)) * FeelTime.NanosecondsPerSecond) + Nanosecond, Zone);

    /// <summary>Seconds since 1970 in UTC; a local date and time is taken as UTC.</summary>
    public long UtcSecond => LocalSecond - (Zone?.OffsetAt(LocalSecond) ?? 0);

    public static FeelDateTime Of(FeelDate date, FeelTime time) =>
        new((date.EpochDay * FeelTime.SecondsPerDay) + time.SecondOfDay, time.Nanosecond, time.Zone);

    public static FeelDateTime Of(DateTimeOffset value)
    {
        var local = value.DateTime;
        var date = new FeelDate(local.Year, local.Month, local.Day);
        var ticks = local.TimeOfDay.Ticks;
        return new FeelDateTime(
            (date.EpochDay * FeelTime.SecondsPerDay) + (ticks / TimeSpan.TicksPerSecond),
            (int)(ticks % TimeSpan.TicksPerSecond) * 100,
            FeelZone.OfOffset((long)value.Offset.TotalSeconds));
    }

    /// <summary>Later by a duration on the time line; null beyond the years that a date may have.</summary>
    public FeelDateTime? Add(FeelDuration duration)
    {
        var nanoseconds = ((Int128)LocalSecond * FeelTime.NanosecondsPerSecond) + Nanosecond + duration.TotalNanoseconds;
        var moved = FeelDuration.OfNanoseconds(nanoseconds);
        return moved is { } at && FeelDate.FromEpochDay(Floor(at.Seconds, FeelTime.SecondsPerDay)) is not null
            ? new FeelDateTime(at.Seconds, at.Nanosecond, Zone)
            : null;
    }

    public FeelDateTime? Add(FeelMonths months) => Date.AddMonths(months.Total) is { } date ? Of(date, Time) : null;

    public bool TryGetDateTimeOffset(out DateTimeOffset value)
    {
        value = default;
        var date = Date;
        if (Zone is null || date.Year is < 2 or > 9998 || Zone.OffsetAt(LocalSecond) % 60 != 0 || Math.Abs(Zone.OffsetAt(LocalSecond)) > 14 * 3600)
        {
            return false;
        }

        var time = Time;
        var local = new DateTime(date.Year, date.Month, date.Day, time.Hour, time.Minute, time.Second, DateTimeKind.Unspecified).AddTicks(Nanosecond / 100);
        value = new DateTimeOffset(local, TimeSpan.FromSeconds(Zone.OffsetAt(LocalSecond)));
        return true;
    }

    internal static long Floor(long value, long unit)
    {
        var quotient = Math.DivRem(value, unit, out var rest);
        return rest < 0 ? quotient - 1 : quotient;
    }

    public override string ToString()
    {
        var time = Time;
        return $"{Date}T{FeelTime.ClockText(time.Hour, time.Minute, time.Second, time.Nanosecond)}{Zone}";
    }
}
