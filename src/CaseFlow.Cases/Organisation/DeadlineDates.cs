using CaseFlow.Engine.Calendar;

namespace CaseFlow.Cases.Organisation;

/// <summary>Deadlines of the mandate as dates.</summary>
public static class DeadlineDates
{
    /// <summary>The last day of the deadline when it begins on a day; the day itself does not count.</summary>
    /// <exception cref="ArgumentException">The mandate has no such deadline: a bundle that names it is refused at deployment.</exception>
    public static DateOnly DueDate(this MandateModel mandate, string key, DateOnly from) => Shift(mandate, key, from, 1);

    /// <summary>The last day that still lies the deadline's time before a day.</summary>
    /// <exception cref="ArgumentException">The mandate has no such deadline.</exception>
    public static DateOnly DayBefore(this MandateModel mandate, string key, DateOnly day) => Shift(mandate, key, day, -1);

    private static DateOnly Shift(MandateModel mandate, string key, DateOnly from, int direction)
    {
        ArgumentNullException.ThrowIfNull(mandate);
        var deadline = mandate.FindDeadline(key) ?? throw new ArgumentException($"The mandate has no deadline '{key}'.", nameof(key));
        return deadline.Unit switch
        {
            DeadlineUnit.WorkingDays => WorkingDays.AddWorkingDays(from, direction * deadline.Value),
            DeadlineUnit.Days => from.AddDays(direction * deadline.Value),
            DeadlineUnit.Months => from.AddMonths(direction * deadline.Value),
        };
    }
}
