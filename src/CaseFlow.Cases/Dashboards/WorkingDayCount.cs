using CaseFlow.Engine.Calendar;

namespace CaseFlow.Cases.Dashboards;

/// <summary>Counts working days between many pairs of days: each day of the calendar is judged once.</summary>
internal sealed class WorkingDayCount
{
    private readonly Dictionary<int, int[]> _years = [];

    /// <summary>How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when it is not later.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to <= from)
            return 0;
        if (from.Year == to.Year)
            return Until(to) - Until(from);
        var days = Of(from.Year)[^1] - Until(from) + Until(to);
        for (var year = from.Year + 1; year < to.Year; year++)
            days += Of(year)[^1];
        return days;
    }

    private int Until(DateOnly day) => Of(day.Year)[day.DayOfYear];

    // Working days of the year up to and including each day of it, counted from 1.
    private int[] Of(int year)
    {
        if (_years.TryGetValue(year, out var known))
            return known;
        var last = new DateOnly(year, 12, 31).DayOfYear;
        var counts = new int[last + 1];
        for (var day = 1; day <= last; day++)
            counts[day] = counts[day - 1] + (WorkingDays.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(day - 1)) ? 1 : 0);
        return _years[year] = counts;
    }
}
