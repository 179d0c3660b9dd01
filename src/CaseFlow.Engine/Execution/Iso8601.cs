using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Calendar;

namespace CaseFlow.Engine.Execution;

/// <summary>A duration of ISO 8601 with calendar months kept apart from exact time. A day is 24 hours, a week seven days.</summary>
internal readonly record struct IsoDuration(int Months, TimeSpan Time)
{
    /// <exception cref="ArgumentOutOfRangeException">The result lies outside the years 1 to 9999.</exception>
    internal DateTimeOffset After(DateTimeOffset start) => (Months == 0 ? start : start.AddMonths(Months)) + Time;
}

/// <summary>The texts of ISO 8601 that timers use. Nothing here throws on malformed text.</summary>
internal static partial class Iso8601
{
    internal static bool TryDuration(string text, out IsoDuration duration)
    {
        duration = default;
        var match = DurationPattern().Match(text);
        if (!match.Success || text.EndsWith('T') || text.Length < 3)
            return false;
        if (!TryPart(match, "y", out var years) || !TryPart(match, "mo", out var months) || !TryPart(match, "w", out var weeks)
            || !TryPart(match, "d", out var days) || !TryPart(match, "h", out var hours) || !TryPart(match, "mi", out var minutes)
            || !TryPart(match, "s", out var seconds))
            return false;
        var total = (((((weeks * 7) + days) * 24) + hours) * 3600) + (minutes * 60) + seconds;
        if (total > int.MaxValue * 10m || (years * 12) + months > 120_000 || years % 1 != 0 || months % 1 != 0)
            return false;
        var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
        duration = new IsoDuration(sign * (int)((years * 12) + months), sign * TimeSpan.FromTicks((long)(total * TimeSpan.TicksPerSecond)));
        return true;
    }

    /// <summary>A date (its start in Sweden) or a date and time; without an offset the time is Swedish.</summary>
    internal static bool TryMoment(string text, out DateTimeOffset moment)
    {
        moment = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            moment = WorkingDays.StartOf(day);
            return true;
        }

        if (!MomentPattern().IsMatch(text))
            return false;
        if (text[^1] == 'Z' || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out moment);
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return false;
        // The hour that is left out in March is read as if the clock had not been moved.
        moment = new DateTimeOffset(local, WorkingDays.Zone.GetUtcOffset(local)).ToUniversalTime();
        return true;
    }

    /// <summary><c>R3/PT10H</c>, <c>R/PT10H</c> or <c>R3/2026-01-01T00:00:00Z/PT10H</c>. Without a number it repeats without end: −1.</summary>
    internal static bool TryCycle(string text, out int times, out DateTimeOffset? start, out string every)
    {
        (times, start, every) = (-1, null, "");
        var parts = text.Split('/');
        if (parts.Length is < 2 or > 3 || !parts[0].StartsWith('R'))
            return false;
        if (parts[0].Length > 1 && (!int.TryParse(parts[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out times) || times < 1))
            return false;
        if (parts.Length == 3)
        {
            if (!TryMoment(parts[1], out var first))
                return false;
            start = first;
        }

        every = parts[^1];
        return TryDuration(every, out var duration) && (duration.Months > 0 || duration.Time > TimeSpan.Zero);
    }

    private static bool TryPart(Match match, string name, out decimal value)
    {
        value = 0;
        return !match.Groups[name].Success
            || decimal.TryParse(match.Groups[name].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    [GeneratedRegex(@"^(?<sign>-)?P(?:(?<y>\d{1,6})Y)?(?:(?<mo>\d{1,6})M)?(?:(?<w>\d{1,6})W)?(?:(?<d>\d{1,6})D)?(?:T(?:(?<h>\d{1,9})H)?(?:(?<mi>\d{1,9})M)?(?:(?<s>\d{1,9}(?:\.\d{1,7})?)S)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MomentPattern();
}
