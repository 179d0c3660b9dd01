namespace CaseFlow.Engine.Calendar;

/// <summary>
/// The public holidays of Lag (1989:253) om allmänna helgdagar and the three eves on which nobody in the public sector
/// works, computed from the calendar.
/// </summary>
internal static class SwedishHolidays
{
    /// <summary>The Swedish name of the holiday, or null on any other day. Sundays are not listed.</summary>
    internal static string? NameOf(DateOnly day) => FixedDay(day) ?? DayAroundEaster(day) ?? Midsummer(day) ?? AllSaints(day);

    /// <summary>Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).</summary>
    internal static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    private static string? FixedDay(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "nyårsdagen",
        (1, 6) => "trettondedag jul",
        (5, 1) => "första maj",
        // A holiday since the act of 2004 (SFS 2004:1320); before, annandag pingst was one instead.
        (6, 6) when day.Year >= 2005 => "nationaldagen",
        (12, 24) => "julafton",
        (12, 25) => "juldagen",
        (12, 26) => "annandag jul",
        (12, 31) => "nyårsafton",
        _ => null,
    };

    private static string? DayAroundEaster(DateOnly day)
    {
        if (day.Month is < 3 or > 6)
            return null;
        return (day.DayNumber - EasterSunday(day.Year).DayNumber) switch
        {
            -2 => "långfredagen",
            0 => "påskdagen",
            1 => "annandag påsk",
            39 => "Kristi himmelsfärdsdag",
            49 => "pingstdagen",
            50 when day.Year < 2005 => "annandag pingst",
            _ => null,
        };
    }

    private static string? Midsummer(DateOnly day) => day switch
    {
        { Month: 6, DayOfWeek: DayOfWeek.Friday, Day: >= 19 and <= 25 } => "midsommarafton",
        { Month: 6, DayOfWeek: DayOfWeek.Saturday, Day: >= 20 and <= 26 } => "midsommardagen",
        _ => null,
    };

    private static string? AllSaints(DateOnly day)
    {
        if (day.DayOfWeek != DayOfWeek.Saturday)
            return null;
        return day is { Month: 10, Day: 31 } or { Month: 11, Day: <= 6 } ? "alla helgons dag" : null;
    }
}
