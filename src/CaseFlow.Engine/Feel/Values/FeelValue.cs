namespace CaseFlow.Engine.Feel;

/// <summary>
/// One immutable FEEL value. Never refers to a CLR object outside the FEEL value types. Booleans, numbers of up to
/// eighteen digits, dates and durations live inside the struct without allocation.
/// </summary>
public readonly partial struct FeelValue : IEquatable<FeelValue>
{
    // Number: coefficient in _bits and exponent in _extra, or a WideNumber in _object.
    // Date: packed in _bits. Time: nanosecond of the day in _bits, FeelZone or null in _object.
    // DateTime: local second since 1970 in _bits, nanosecond in _extra, FeelZone or null in _object.
    // Durations: seconds in _bits and nanosecond in _extra; months in _bits. The rest: _object.
    private readonly object? _object;
    private readonly long _bits;
    private readonly int _extra;

    private FeelValue(FeelKind kind, object? value, long bits = 0, int extra = 0)
    {
        Kind = kind;
        _object = value;
        _bits = bits;
        _extra = extra;
    }

    public FeelKind Kind { get; }

    public bool IsNull => Kind == FeelKind.Null;

    /// <summary>The boolean true; neither false, null nor any other kind.</summary>
    public bool IsTrue => Kind == FeelKind.Boolean && _bits != 0;

    /// <summary>The boolean false; neither true, null nor any other kind.</summary>
    public bool IsFalse => Kind == FeelKind.Boolean && _bits == 0;

    public static FeelValue Null => default;

    public static FeelValue True { get; } = new(FeelKind.Boolean, null, 1);

    public static FeelValue False { get; } = new(FeelKind.Boolean, null);

    public static FeelValue Of(bool value) => new(FeelKind.Boolean, null, value ? 1 : 0);

    /// <summary>Null stays the FEEL null: the third value of FEEL's logic.</summary>
    public static FeelValue Of(bool? value) => value is null ? Null : Of(value.Value);

    public static FeelValue Of(int value) => new(FeelKind.Number, null, value);

    public static FeelValue Of(long value) => new(FeelKind.Number, null, value);

    public static FeelValue Of(decimal value) => Of(FeelNumber.Of(value));

    public static FeelValue Of(FeelNumber value) =>
        value.TrySmall(out var coefficient, out var exponent)
            ? new(FeelKind.Number, null, coefficient, exponent)
            : new(FeelKind.Number, new WideNumber(value));

    /// <summary>Null, the mark of an overflow or a division by zero, becomes the FEEL null.</summary>
    public static FeelValue Of(FeelNumber? value) => value is null ? Null : Of(value.Value);

    public static FeelValue Of(string? value) => value is null ? Null : new(FeelKind.String, value);

    public static FeelValue Of(FeelDate value) => new(FeelKind.Date, null, value.Packed);

    public static FeelValue Of(DateOnly value) => Of(new FeelDate(value.Year, value.Month, value.Day));

    public static FeelValue Of(FeelTime value) => new(FeelKind.Time, value.Zone, value.NanosecondOfDay);

    public static FeelValue Of(FeelDateTime value) => new(FeelKind.DateTime, value.Zone, value.LocalSecond, value.Nanosecond);

    public static FeelValue Of(DateTimeOffset value) => Of(FeelDateTime.Of(value));

    public static FeelValue Of(FeelDuration value) => new(FeelKind.DaysTimeDuration, null, value.Seconds, value.Nanosecond);

    public static FeelValue Of(FeelMonths value) => new(FeelKind.YearsMonthsDuration, null, value.Total);

    public static FeelValue Of(FeelContext value) => new(FeelKind.Context, value);

    public static FeelValue Of(IReadOnlyList<FeelValue> value) => new(FeelKind.List, value);

    public static FeelValue Of(FeelRange value) => new(FeelKind.Range, value);

    public static FeelValue Of(FeelFunction value) => new(FeelKind.Function, value);

    public bool TryGetBoolean(out bool value)
    {
        value = _bits != 0;
        return Kind == FeelKind.Boolean;
    }

    /// <summary>The number as a System.Decimal, rounded to its precision; false for other kinds and for numbers beyond its range.</summary>
    public bool TryGetDecimal(out decimal value)
    {
        value = 0;
        return Kind == FeelKind.Number && AsNumber().TryGetDecimal(out value);
    }

    /// <summary>The number as a 64-bit integer; false for other kinds, for fractions and for numbers beyond its range.</summary>
    public bool TryGetInteger(out long value)
    {
        value = 0;
        return Kind == FeelKind.Number && AsNumber().TryGetInteger(out value);
    }

    public bool TryGetNumber(out FeelNumber value)
    {
        value = Kind == FeelKind.Number ? AsNumber() : FeelNumber.Zero;
        return Kind == FeelKind.Number;
    }

    /// <summary>The date; false for other kinds and for years outside 1 to 9999.</summary>
    public bool TryGetDate(out DateOnly value)
    {
        value = default;
        return Kind == FeelKind.Date && AsDate().TryGetDateOnly(out value);
    }

    /// <summary>The date and time; false for other kinds, without a zone or an offset, and for years outside 1 to 9999.</summary>
    public bool TryGetDateTimeOffset(out DateTimeOffset value)
    {
        value = default;
        return Kind == FeelKind.DateTime && AsDateTime().TryGetDateTimeOffset(out value);
    }

    public string? AsString() => _object as string;

    public FeelContext? AsContext() => _object as FeelContext;

    public IReadOnlyList<FeelValue>? AsList() => _object as IReadOnlyList<FeelValue>;

    public FeelRange? AsRange() => _object as FeelRange;

    public FeelFunction? AsFunction() => _object as FeelFunction;

    /// <summary>Only meaningful for <see cref="FeelKind.Date"/>.</summary>
    public FeelDate AsDate() => FeelDate.Unpack(_bits);

    /// <summary>Only meaningful for <see cref="FeelKind.Time"/>.</summary>
    public FeelTime AsTime() => new(_bits, _object as FeelZone);

    /// <summary>Only meaningful for <see cref="FeelKind.DateTime"/>.</summary>
    public FeelDateTime AsDateTime() => new(_bits, _extra, _object as FeelZone);

    /// <summary>Only meaningful for <see cref="FeelKind.DaysTimeDuration"/>.</summary>
    public FeelDuration AsDuration() => new(_bits, _extra);

    /// <summary>Only meaningful for <see cref="FeelKind.YearsMonthsDuration"/>.</summary>
    public FeelMonths AsMonths() => new(_bits);

    /// <summary>Only meaningful for <see cref="FeelKind.Number"/>.</summary>
    public FeelNumber AsNumber() => _object is WideNumber wide ? wide.Value : new FeelNumber(_bits, _extra);

    /// <summary>A number whose coefficient lies in the struct itself: the fast road of arithmetic and comparison.</summary>
    internal bool TryGetSmall(out long coefficient, out int exponent)
    {
        coefficient = _bits;
        exponent = _extra;
        return Kind == FeelKind.Number && _object is null;
    }

    internal static FeelValue Small(long coefficient, int exponent) => new(FeelKind.Number, null, coefficient, exponent);

    /// <summary>The date's packed form, whose order is the dates' order.</summary>
    internal long PackedDate => _bits;

    private sealed record WideNumber(FeelNumber Value);
}
