namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>Makes dates, times and durations.</summary>
internal static class TemporalFunctions
{
    private static readonly string[] From = ["from"];

    public static IEnumerable<BuiltIn> All { get; } =
    [
        BuiltIn.Overloaded("date", Date, new(From, 1), new(["year", "month", "day"], 3)),
        BuiltIn.Overloaded("time", Time, new(From, 1), new(["hour", "minute", "second", "offset"], 3)),
        BuiltIn.Overloaded("date and time", DateAndTime, new(From, 1), new(["date", "time"], 2)),
        BuiltIn.Of("duration", Duration, From),
        BuiltIn.Of("years and months duration", YearsAndMonths, ["from", "to"]),
        BuiltIn.Of("now", Now, []),
        BuiltIn.Of("today", Today, []),
    ];

    private static FeelValue Date(in Arguments a)
    {
        if (a.Count == 3)
        {
            return a.Integer(0, out var year) && a.Integer(1, out var month) && a.Integer(2, out var day) && FeelDate.TryCreate(year, month, day) is { } date
                ? FeelValue.Of(date)
                : a.Fail(0);
        }

        if (a.Of(0, FeelKind.Date, out var same))
        {
            return same;
        }

        if (a.Of(0, FeelKind.DateTime, out var dateTime))
        {
            return FeelValue.Of(dateTime.AsDateTime().Date);
        }

        return a.Text(0, out var text) && FeelTemporalText.ReadDate(text) is { } read ? FeelValue.Of(read) : a.Fail(0);
    }

    private static FeelValue Time(in Arguments a)
    {
        if (a.Count >= 3)
        {
            return TimeOfParts(a);
        }

        if (a.Of(0, FeelKind.Time, out var same))
        {
            return same;
        }

        if (a.Of(0, FeelKind.DateTime, out var dateTime))
        {
            return FeelValue.Of(dateTime.AsDateTime().Time);
        }

        if (a.Of(0, FeelKind.Date, out _))
        {
            return FeelValue.Of(new FeelTime(0, FeelZone.Utc));
        }

        return a.Text(0, out var text) && FeelTemporalText.ReadTime(text) is { } read ? FeelValue.Of(read) : a.Fail(0);
    }

    private static FeelValue TimeOfParts(in Arguments a)
    {
        FeelZone? zone = null;
        if (!a[3].IsNull)
        {
            if (!a.Of(3, FeelKind.DaysTimeDuration, out var offset) || FeelZone.OfOffset(offset.AsDuration().Seconds) is not { } given)
            {
                return a.Fail(3);
            }

            zone = given;
        }

        if (!a.Integer(0, out var hour) || !a.Integer(1, out var minute) || !a.Number(2, out var second)
            || FeelDuration.OfSeconds(second) is not { } seconds
            || FeelTime.TryCreate(hour, minute, seconds.Seconds, seconds.Nanosecond, zone) is not { } time)
        {
            return a.Fail(0);
        }

        return FeelValue.Of(time);
    }

    private static FeelValue DateAndTime(in Arguments a)
    {
        if (a.Count == 2)
        {
            FeelDate? date = a.Of(0, FeelKind.Date, out var day) ? day.AsDate()
                : a.Of(0, FeelKind.DateTime, out var moment) ? moment.AsDateTime().Date
                : null;
            return date is null ? a.Fail(0)
                : a.Of(1, FeelKind.Time, out var time) ? FeelValue.Of(FeelDateTime.Of(date.Value, time.AsTime()))
                : a.Fail(1);
        }

        if (a.Of(0, FeelKind.DateTime, out var same))
        {
            return same;
        }

        if (a.Of(0, FeelKind.Date, out var midnight))
        {
            return FeelValue.Of(FeelDateTime.Of(midnight.AsDate(), new FeelTime(0, FeelZone.Utc)));
        }

        return a.Text(0, out var text) && FeelTemporalText.ReadDateTime(text) is { } read ? FeelValue.Of(read) : a.Fail(0);
    }

    private static FeelValue Duration(in Arguments a)
    {
        if (a[0].Kind is FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration)
        {
            return a[0];
        }

        var value = a.Text(0, out var text) ? FeelTemporalText.ReadDuration(text) : FeelValue.Null;
        return value.IsNull ? a.Fail(0) : value;
    }

    /// <summary>The whole months between two days, whatever the time of day.</summary>
    private static FeelValue YearsAndMonths(in Arguments a)
    {
        if (Day(a, 0) is not { } from)
        {
            return a.Fail(0);
        }

        if (Day(a, 1) is not { } to)
        {
            return a.Fail(1);
        }

        var months = ((to.Year - (long)from.Year) * 12) + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day)
        {
            months--;
        }
        else if (months < 0 && to.Day > from.Day)
        {
            months++;
        }

        return FeelValue.Of(new FeelMonths(months));
    }

    private static FeelDate? Day(in Arguments a, int index) =>
        a.Of(index, FeelKind.Date, out var date) ? date.AsDate()
        : a.Of(index, FeelKind.DateTime, out var dateTime) ? dateTime.AsDateTime().Date
        : null;

    private static FeelDateTime Moment(in Arguments a)
    {
        var environment = a.Run.Environment;
        return FeelDateTime.Of(environment.Zone is null ? environment.Now : TimeZoneInfo.ConvertTime(environment.Now, environment.Zone));
    }

    private static FeelValue Now(in Arguments a) => FeelValue.Of(Moment(a));

    private static FeelValue Today(in Arguments a) => FeelValue.Of(Moment(a).Date);
}
