namespace CaseFlow.Engine.Feel;

/// <summary>The parts of a duration as they are read; each at most once and in order.</summary>
internal sealed class DurationParts
{
    private const string DateOrder = "YMD";
    private const string TimeOrder = "HMS";

    private int _dateAt = -1;
    private int _timeAt = -1;
    private Int128 _months;
    private Int128 _seconds;
    private int _nanosecond;
    private bool _hasMonths;
    private bool _hasSeconds;

    public bool SetDatePart(char unit, long amount)
    {
        var at = DateOrder.IndexOf(unit, StringComparison.Ordinal);
        if (at <= _dateAt)
        {
            return false;
        }

        _dateAt = at;
        _hasMonths |= unit != 'D';
        _hasSeconds |= unit == 'D';
        _months += unit switch { 'Y' => (Int128)amount * 12, 'M' => amount, _ => 0 };
        _seconds += unit == 'D' ? (Int128)amount * FeelTime.SecondsPerDay : 0;
        return true;
    }

    public bool SetTimePart(char unit, long amount, int nanosecond, bool fraction)
    {
        var at = TimeOrder.IndexOf(unit, StringComparison.Ordinal);
        if (at <= _timeAt || (fraction && unit != 'S'))
        {
            return false;
        }

        _timeAt = at;
        _hasSeconds = true;
        _seconds += (Int128)amount * (unit switch { 'H' => 3600, 'M' => 60, _ => 1 });
        _nanosecond = nanosecond;
        return true;
    }

    public FeelValue ToValue(bool negative)
    {
        if (_hasMonths == _hasSeconds)
        {
            return FeelValue.Null;
        }

        if (_hasMonths)
        {
            var months = negative ? -_months : _months;
            return months == (long)months ? FeelValue.Of(new FeelMonths((long)months)) : FeelValue.Null;
        }

        var total = (_seconds * FeelTime.NanosecondsPerSecond) + _nanosecond;
        return FeelDuration.OfNanoseconds(negative ? -total : total) is { } duration ? FeelValue.Of(duration) : FeelValue.Null;
    }
}
