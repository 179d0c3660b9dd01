using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Feel;

/// <summary>A days and time duration, to the nanosecond.</summary>
/// <param name="Seconds">Whole seconds, rounded down.</param>
/// <param name="Nanosecond">From 0 to 999999999, to be added to the seconds.</param>
public readonly record struct FeelDuration(long Seconds, int Nanosecond = 0) : IComparable<FeelDuration>
{
    internal Int128 TotalNanoseconds => ((Int128)Seconds * FeelTime.NanosecondsPerSecond) + Nanosecond;

    internal static FeelDuration? OfNanoseconds(Int128 total)
    {
        var (seconds, rest) = Int128.DivRem(total, FeelTime.NanosecondsPerSecond);
        if (rest < 0)
        {
            rest += FeelTime.NanosecondsPerSecond;
            seconds--;
        }

        return seconds == (long)seconds ? new FeelDuration((long)seconds, (int)rest) : null;
    }

    /// <summary>The duration in seconds, as a number.</summary>
    internal FeelNumber? InSeconds() => FeelNumber.Divide(new FeelNumber(TotalNanoseconds), FeelNumber.Of(FeelTime.NanosecondsPerSecond));

    /// <summary>A duration of so many seconds, parts of a nanosecond dropped; null beyond the range.</summary>
    internal static FeelDuration? OfSeconds(FeelNumber? seconds)
    {
        if (seconds is not { } number
            || FeelNumber.Multiply(number, FeelNumber.Of(FeelTime.NanosecondsPerSecond))?.Round(0, FeelRounding.Down) is not { } nanoseconds
            || !nanoseconds.TryGetInt128(out var total))
        {
            return null;
        }

        return OfNanoseconds(total);
    }

    /// <summary>The parts without their sign: days, hours, minutes, seconds and nanoseconds.</summary>
    internal (long Days, int Hours, int Minutes, int Seconds, int Nanoseconds) Parts
    {
        get
        {
            var total = Int128.Abs(TotalNanoseconds);
            var (seconds, nanoseconds) = Int128.DivRem(total, FeelTime.NanosecondsPerSecond);
            var days = (long)(seconds / FeelTime.SecondsPerDay);
            var rest = (int)(seconds % FeelTime.SecondsPerDay);
            return (days, rest / 3600, rest / 60 % 60, rest % 60, (int)nanoseconds);
        }
    }

    public int CompareTo(FeelDuration other) => TotalNanoseconds.CompareTo(other.TotalNanoseconds);

    public static bool operator <(FeelDuration left, FeelDuration right) => left.CompareTo(right) < 0;

    public static bool operator >(FeelDuration left, FeelDuration right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeelDuration left, FeelDuration right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeelDuration left, FeelDuration right) => left.CompareTo(right) >= 0;

    /// <summary>ISO 8601, in its shortest form: <c>P1DT2H3M4.5S</c>, <c>PT0S</c>.</summary>
    public override string ToString()
    {
        var (days, hours, minutes, seconds, nanoseconds) = Parts;
        var text = new StringBuilder(Seconds < 0 ? "-P" : "P");
        Append(text, days, 'D');
        if ((hours | minutes | seconds | nanoseconds) != 0 || days == 0)
        {
            text.Append('T');
            Append(text, hours, 'H');
            Append(text, minutes, 'M');
            if ((seconds | nanoseconds) != 0 || (days | (uint)hours | (uint)minutes) == 0)
            {
                text.Append(seconds.ToString(CultureInfo.InvariantCulture));
                if (nanoseconds != 0)
                {
                    text.Append('.').Append(nanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0'));
                }

                text.Append('S');
            }
        }

        return text.ToString();
    }

    internal static void Append(StringBuilder text, long amount, char unit)
    {
        if (amount != 0)
        {
            text.Append(amount.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}

/// <summary>A years and months duration.</summary>
/// <param name="Total">In months.</param>
public readonly record struct FeelMonths(long Total) : IComparable<FeelMonths>
{
    /// <summary>A duration of so many whole months, fractions dropped; null beyond the range.</summary>
    internal static FeelMonths? Of(FeelNumber? months) =>
        months?.Round(0, FeelRounding.Down) is { } whole && whole.TryGetInteger(out var total) ? new FeelMonths(total) : null;

    public int CompareTo(FeelMonths other) => Total.CompareTo(other.Total);

    public static bool operator <(FeelMonths left, FeelMonths right) => left.Total < right.Total;

    public static bool operator >(FeelMonths left, FeelMonths right) => left.Total > right.Total;

    public static bool operator <=(FeelMonths left, FeelMonths right) => left.Total <= right.Total;

    public static bool operator >=(FeelMonths left, FeelMonths right) => left.Total >= right.Total;

    /// <summary>ISO 8601, in its shortest form: <c>P1Y2M</c>, <c>P0M</c>.</summary>
    public override string ToString()
    {
        if (Total == 0)
        {
            return "P0M";
        }

        var text = new StringBuilder(Total < 0 ? "-P" : "P");
        FeelDuration.Append(text, Math.Abs(Total / 12), 'Y');
        FeelDuration.Append(text, Math.Abs(Total % 12), 'M');
        return text.ToString();
    }
}
