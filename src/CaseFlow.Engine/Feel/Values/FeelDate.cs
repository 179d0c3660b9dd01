using System.Globalization;

namespace CaseFlow.Engine.Feel;

/// <summary>A day in the proleptic Gregorian calendar, years from -999999999 to 999999999.</summary>
public readonly record struct FeelDate : IComparable<FeelDate>
{
    public const int LargestYear = 999_999_999;

    public FeelDate(int year, int month, int day)
    {
        Year = year;
        Month = month;
        Day = day;
    }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    /// <summary>Sorts as the dates do.</summary>
    internal long Packed => ((long)Year * 512) + (Month * 32) + Day;

    internal static FeelDate Unpack(long packed)
    {
        var year = Math.DivRem(packed, 512, out var rest);
        if (rest < 0)
        {
            rest += 512;
            year--;
        }

        return new FeelDate((int)year, (int)rest / 32, (int)rest % 32);
    }

    /// <summary>The date, or null when there is no such day.</summary>
    public static FeelDate? TryCreate(long year, long month, long day) =>
        year is >= -LargestYear and <= LargestYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, (int)month)
            ? new FeelDate((int)year, (int)month, (int)day)
            : null;

    public static bool IsLeapYear(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    internal static int DaysInMonth(long year, int month) => month switch
    {
        2 => IsLeapYear(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Days since 1970-01-01.</summary>
    public long EpochDay
    {
        get
        {
            // Count from 1 March, so that the leap day comes last in its year.
            var year = Month <= 2 ? Year - 1L : Year;
            var era = (year >= 0 ? year : year - 399) / 400;
            var yearOfEra = year - (era * 400);
            var dayOfYear = ((153 * (Month + (Month > 2 ? -3 : 9))) + 2) / 5 + Day - 1;
            return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
        }
    }

    /// <summary>The date so many days after 1970-01-01, or null beyond the years that a date may have.</summary>
    public static FeelDate? FromEpochDay(long epochDay)
    {
        const long Farthest = (LargestYear + 1L) * 366;
        if (epochDay is > Farthest or < -Farthest)
        {
            return null;
        }

        var z = epochDay + 719_468;
        var era = (z >= 0 ? z : z - 146_096) / 146_097;
        var dayOfEra = z - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * shifted) + 2) / 5) + 1;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        return TryCreate(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }

    /// <summary>So many months later, on the last day of the month when the day does not exist there.</summary>
    public FeelDate? AddMonths(long months)
    {
        if (months is > 24_000_000_000 or < -24_000_000_000)
        {
            return null;
        }

        var total = (Year * 12L) + (Month - 1) + months;
        var year = Math.DivRem(total, 12, out var month);
        if (month < 0)
        {
            month += 12;
            year--;
        }

        return TryCreate(year, month + 1, Math.Min(Day, DaysInMonth(year, (int)month + 1)));
    }

    public FeelDate? AddDays(long days) => days is > 800_000_000_000 or < -800_000_000_000 ? null : FromEpochDay(EpochDay + days);

    /// <summary>1 Monday to 7 Sunday.</summary>
    public int IsoWeekday => (int)((((EpochDay + 3) % 7) + 7) % 7) + 1;

    public int DayOfYear => (int)(EpochDay - new FeelDate(Year, 1, 1).EpochDay) + 1;

    /// <summary>The number of the ISO 8601 week.</summary>
    public int IsoWeek
    {
        get
        {
            var thursday = EpochDay + 4 - IsoWeekday;
            return FromEpochDay(thursday) is { } day ? ((day.DayOfYear - 1) / 7) + 1 : 53;
        }
    }

    public bool TryGetDateOnly(out DateOnly value)
    {
        value = Year is >= 1 and <= 9999 ? new DateOnly(Year, Month, Day) : default;
        return Year is >= 1 and <= 9999;
    }

    public int CompareTo(FeelDate other) => Packed.CompareTo(other.Packed);

    public static bool operator <(FeelDate left, FeelDate right) => left.Packed < right.Packed;

    public static bool operator >(FeelDate left, FeelDate right) => left.Packed > right.Packed;

    public static bool operator <=(FeelDate left, FeelDate right) => left.Packed <= right.Packed;

    public static bool operator >=(FeelDate left, FeelDate right) => left.Packed >= right.Packed;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Year < 0 ? "-" : "")}{Math.Abs(Year):0000}-{Month:00}-{Day:00}");
}
