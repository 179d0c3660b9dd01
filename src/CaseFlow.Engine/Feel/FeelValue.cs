namespace CaseFlow.Engine.Feel;

/// <summary>The kinds of value that FEEL knows (DMN 1.5, section 10.3.2).</summary>
public enum FeelKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    Date,
    Time,
    DateTime,
    DaysTimeDuration,
    YearsMonthsDuration,
    List,
    Context,
    Range,
    Function,
}

/// <summary>One immutable FEEL value. Never refers to a CLR object outside the FEEL value types.</summary>
public readonly struct FeelValue : IEquatable<FeelValue>
{
    private readonly object? _value;

    private FeelValue(FeelKind kind, object? value)
    {
        Kind = kind;
        _value = value;
    }

    public FeelKind Kind { get; }

    public bool IsNull => Kind == FeelKind.Null;

    public static FeelValue Null => default;

    public static FeelValue Of(bool value) => new(FeelKind.Boolean, value);

    public static FeelValue Of(long value) => new(FeelKind.Number, (decimal)value);

    public static FeelValue Of(decimal value) => new(FeelKind.Number, value);

    public static FeelValue Of(string? value) => value is null ? Null : new(FeelKind.String, value);

    public static FeelValue Of(DateOnly value) => new(FeelKind.Date, value);

    public static FeelValue Of(DateTimeOffset value) => new(FeelKind.DateTime, value);

    public static FeelValue Of(FeelContext value) => new(FeelKind.Context, value);

    public static FeelValue Of(IReadOnlyList<FeelValue> value) => new(FeelKind.List, value);

    public bool TryGetBoolean(out bool value)
    {
        value = _value is true;
        return Kind == FeelKind.Boolean;
    }

    public bool TryGetDecimal(out decimal value)
    {
        value = _value is decimal number ? number : 0;
        return Kind == FeelKind.Number;
    }

    public string? AsString() => _value as string;

    public FeelContext? AsContext() => _value as FeelContext;

    public IReadOnlyList<FeelValue>? AsList() => _value as IReadOnlyList<FeelValue>;

    public bool Equals(FeelValue other) => Kind == other.Kind && Equals(_value, other._value);

    public override bool Equals(object? obj) => obj is FeelValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _value);

    public static bool operator ==(FeelValue left, FeelValue right) => left.Equals(right);

    public static bool operator !=(FeelValue left, FeelValue right) => !left.Equals(right);
}
