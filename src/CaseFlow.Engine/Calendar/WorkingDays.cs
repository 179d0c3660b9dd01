namespace CaseFlow.Engine.Calendar;

/// <summary>
/// Swedish working days: Monday to Friday, save the thirteen public holidays (Lag 1989:253 om allmänna helgdagar) and
/// midsommarafton, julafton and nyårsafton. Holidays are computed, not listed.
/// </summary>
public static class WorkingDays
{
    // Far beyond any deadline; a larger number is a mistake in a model and would run off the calendar.
    private const int MostDays = 100_000;

    /// <summary>The zone in which days begin and end: Europe/Stockholm.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>True from Monday to Friday when the day is no holiday.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && SwedishHolidays.NameOf(day) is null;

    /// <summary>The Swedish name of a public holiday or one of the three eves; null on any other day, ordinary Sundays included.</summary>
    public static string? HolidayName(DateOnly day) => SwedishHolidays.NameOf(day);

    /// <summary>
    /// The day that lies <paramref name="days"/> working days after <paramref name="from"/> (before it when negative);
    /// <paramref name="from"/> itself is not counted. Zero gives <paramref name="from"/> unchanged.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 100,000 days, or a date outside the years 1 to 9999.</exception>
    public static DateOnly AddWorkingDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, -MostDays);
        var step = Math.Sign(days);
        var day = from;
        for (var left = Math.Abs(days); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> is earlier.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -Between(to, from);
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                count++;
        }

        return count;
    }

    /// <summary>The day in Sweden at this moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>When the day has passed in Sweden, as UTC: one second before the following midnight, summer time or not.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => InSweden(day, new TimeOnly(23, 59, 59));

    /// <summary>When the day begins in Sweden, as UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => InSweden(day, TimeOnly.MinValue);

    /// <summary>When <paramref name="days"/> working days have passed since <paramref name="moment"/>: the end of the last of them, as UTC.</summary>
    /// <exception cref="ArgumentOutOfRangeException">As <see cref="AddWorkingDays"/>.</exception>
    public static DateTimeOffset DueAfter(DateTimeOffset moment, int days) => EndOf(AddWorkingDays(DayOf(moment), days));

    // Swedish clocks change at 02:00 and 03:00, so midnight and 23:59:59 always exist, once.
    private static DateTimeOffset InSweden(DateOnly day, TimeOnly time) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), Zone), TimeSpan.Zero);
}
