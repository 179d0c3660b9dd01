namespace CaseFlow.Engine.Feel;

/// <summary>Reads dates, times and durations in the forms of DMN 1.5, section 10.3.2.3 (XML Schema with named zones).</summary>
internal static class FeelTemporalText
{
    /// <summary>What an <c>@"..."</c> literal means, by the form of its text; the FEEL null when it has none of the forms.</summary>
    public static FeelValue Read(string text)
    {
        if (text.Contains('P', StringComparison.Ordinal) && text[0] is 'P' or '-' && ReadDuration(text) is { IsNull: false } duration)
        {
            return duration;
        }

        if (text.Contains('T', StringComparison.Ordinal) && ReadDateTime(text) is { } dateTime)
        {
            return FeelValue.Of(dateTime);
        }

        return ReadDate(text) is { } date ? FeelValue.Of(date) : ReadTime(text) is { } time ? FeelValue.Of(time) : FeelValue.Null;
    }

    public static FeelDate? ReadDate(string text)
    {
        var reader = new TextCursor(text);
        return reader.Date() is { } date && reader.AtEnd ? date : null;
    }

    public static FeelTime? ReadTime(string text)
    {
        var reader = new TextCursor(text);
        _ = reader.Skip('T');
        return reader.Time() is { } time && reader.AtEnd ? time : null;
    }

    /// <summary>A date and time; a date alone is its midnight.</summary>
    public static FeelDateTime? ReadDateTime(string text)
    {
        var reader = new TextCursor(text);
        if (reader.Date() is not { } date)
        {
            return null;
        }

        if (reader.AtEnd)
        {
            return FeelDateTime.Of(date, new FeelTime(0, null));
        }

        if (!reader.Skip('T') || reader.Time() is not { } time || !reader.AtEnd)
        {
            return null;
        }

        return reader.EndsDay ? FeelDateTime.Of(date, time).Add(new FeelDuration(FeelTime.SecondsPerDay)) : FeelDateTime.Of(date, time);
    }

    public static FeelValue ReadDuration(string text)
    {
        var reader = new TextCursor(text);
        return reader.Duration() is { IsNull: false } value && reader.AtEnd ? value : FeelValue.Null;
    }

    private ref struct TextCursor(string text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;

        /// <summary>Whether the time that was read is 24:00:00, the midnight that ends the day.</summary>
        public bool EndsDay { get; private set; }

        public readonly bool AtEnd => _at == _text.Length;

        public bool Skip(char c)
        {
            if (_at < _text.Length && _text[_at] == c)
            {
                _at++;
                return true;
            }

            return false;
        }

        private long? Digits(int least, int most)
        {
            var start = _at;
            var value = 0L;
            while (_at < _text.Length && _at - start < most && char.IsAsciiDigit(_text[_at]))
            {
                value = (value * 10) + (_text[_at++] - '0');
            }

            var more = _at < _text.Length && char.IsAsciiDigit(_text[_at]);
            return _at - start >= least && !more ? value : null;
        }

        public FeelDate? Date()
        {
            var negative = Skip('-');
            var start = _at;
            if (Digits(4, 9) is not { } year || (_at - start > 4 && _text[start] == '0')
                || !Skip('-') || Digits(2, 2) is not { } month || !Skip('-') || Digits(2, 2) is not { } day)
            {
                return null;
            }

            return FeelDate.TryCreate(negative ? -year : year, month, day);
        }

        public FeelTime? Time()
        {
            if (Digits(2, 2) is not { } hour || !Skip(':') || Digits(2, 2) is not { } minute || !Skip(':') || Digits(2, 2) is not { } second)
            {
                return null;
            }

            var nanosecond = 0;
            if (Skip('.') && !Fraction(out nanosecond))
            {
                return null;
            }

            EndsDay = hour == 24 && minute == 0 && second == 0 && nanosecond == 0;
            hour = EndsDay ? 0 : hour;
            if (AtEnd)
            {
                return FeelTime.TryCreate(hour, minute, second, nanosecond, null);
            }

            return Zone() is { } zone ? FeelTime.TryCreate(hour, minute, second, nanosecond, zone) : null;
        }

        /// <summary>Digits after the point as nanoseconds; what lies beyond nanoseconds is dropped.</summary>
        private bool Fraction(out int nanosecond)
        {
            nanosecond = 0;
            var digits = 0;
            while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            {
                nanosecond = digits < 9 ? (nanosecond * 10) + (_text[_at] - '0') : nanosecond;
                digits++;
                _at++;
            }

            for (var i = digits; i < 9; i++)
            {
                nanosecond *= 10;
            }

            return digits > 0;
        }

        private FeelZone? Zone()
        {
            if (Skip('Z') || Skip('z'))
            {
                return FeelZone.Utc;
            }

            if (Skip('@'))
            {
                var id = _text[_at..].ToString();
                _at = _text.Length;
                return FeelZone.Named(id);
            }

            var negative = Skip('-');
            if (!negative && !Skip('+'))
            {
                return null;
            }

            if (Digits(2, 2) is not { } hours || !Skip(':') || Digits(2, 2) is not { } minutes || minutes > 59)
            {
                return null;
            }

            var seconds = 0L;
            if (Skip(':'))
            {
                if (Digits(2, 2) is not { } written || written > 59)
                {
                    return null;
                }

                seconds = written;
            }

            var offset = (hours * 3600) + (minutes * 60) + seconds;
            return FeelZone.OfOffset(negative ? -offset : offset);
        }

        public FeelValue Duration()
        {
            var negative = Skip('-');
            if (!Skip('P'))
            {
                return FeelValue.Null;
            }

            var parts = new DurationParts();
            while (!AtEnd && _text[_at] != 'T')
            {
                if (Digits(1, 18) is not { } amount || AtEnd || !parts.SetDatePart(_text[_at++], amount))
                {
                    return FeelValue.Null;
                }
            }

            if (Skip('T') && !TimeParts(parts))
            {
                return FeelValue.Null;
            }

            return parts.ToValue(negative);
        }

        private bool TimeParts(DurationParts parts)
        {
            if (AtEnd)
            {
                return false;
            }

            while (!AtEnd)
            {
                if (Digits(1, 18) is not { } amount || AtEnd)
                {
                    return false;
                }

                var nanosecond = 0;
                var fraction = Skip('.');
                if (fraction && !AtEnd && _text[_at] != 'S' && !Fraction(out nanosecond))
                {
                    return false;
                }

                if (AtEnd || !parts.SetTimePart(_text[_at++], amount, nanosecond, fraction))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
