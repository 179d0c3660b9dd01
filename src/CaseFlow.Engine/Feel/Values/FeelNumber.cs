namespace CaseFlow.Engine.Feel;

/// <summary>
/// A FEEL number: decimal floating point of 34 digits with round-half-even, as IEEE 754-2008 decimal128 (DMN 1.5,
/// section 10.3.2.3.1) but without infinities, NaN and negative zero: what would give them gives null instead.
/// </summary>
public readonly partial struct FeelNumber : IEquatable<FeelNumber>, IComparable<FeelNumber>
{
    /// <summary>How many significant digits a number keeps.</summary>
    public const int Precision = 34;

    private const int LargestExponent = 6144;
    private const int SmallestExponent = -6176;

    private readonly Int128 _coefficient;
    private readonly int _exponent;

    internal FeelNumber(Int128 coefficient, int exponent = 0)
    {
        _coefficient = coefficient;
        _exponent = coefficient == 0 ? 0 : exponent;
    }

    public static FeelNumber Zero => default;

    public static FeelNumber One { get; } = new(1);

    public bool IsZero => _coefficient == 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Int128.Sign(_coefficient);

    /// <summary>Whether the number has no fraction.</summary>
    public bool IsInteger => _exponent >= 0 || Normalised()._exponent >= 0;

    public static FeelNumber Of(long value) => new(value);

    public static FeelNumber Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var coefficient = new Int128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return new FeelNumber(bits[3] < 0 ? -coefficient : coefficient, -((bits[3] >> 16) & 0xFF));
    }

    internal bool TrySmall(out long coefficient, out int exponent)
    {
        coefficient = (long)_coefficient;
        exponent = _exponent;
        return coefficient == _coefficient;
    }

    /// <summary>The same number rounded to System.Decimal's 28 digits; false when it is too large for it.</summary>
    public bool TryGetDecimal(out decimal value)
    {
        value = 0;
        var number = _exponent is <= 0 and >= -28 && Int128.Abs(_coefficient) >> 96 == 0 ? this : ToDecimalScale();
        var magnitude = Int128.Abs(number._coefficient);
        if (magnitude >> 96 != 0 || number._exponent is > 0 or < -28)
        {
            return false;
        }

        var low = (ulong)magnitude;
        value = new decimal((int)low, (int)(low >> 32), (int)(ulong)(magnitude >> 64), number.Sign < 0, (byte)-number._exponent);
        return true;
    }

    private FeelNumber ToDecimalScale()
    {
        var number = Normalised();
        var digits = DigitCount(number._coefficient);
        if (number._exponent > 0 && digits + number._exponent <= 29)
        {
            return new FeelNumber(number._coefficient * PowerOfTen(number._exponent));
        }

        var scale = Math.Min(28, 28 - (digits + number._exponent));
        return scale < 0 || -number._exponent <= scale ? number : number.Round(scale, FeelRounding.HalfEven) ?? number;
    }

    /// <summary>The number as a 64-bit integer; false for fractions and numbers beyond its range.</summary>
    public bool TryGetInteger(out long value)
    {
        var number = _exponent == 0 ? this : Normalised();
        value = 0;
        if (number._exponent is < 0 or > 18)
        {
            return false;
        }

        var whole = number._coefficient;
        if (number._exponent > 0)
        {
            if (DigitCount(whole) + number._exponent > 38)
            {
                return false;
            }

            whole *= PowerOfTen(number._exponent);
        }

        value = (long)whole;
        return value == whole;
    }

    /// <summary>How many digits the exponents lie apart.</summary>
    internal int Distance(FeelNumber other) => Math.Abs(_exponent - other._exponent);

    internal bool TryGetInt128(out Int128 value)
    {
        var number = _exponent < 0 ? Normalised() : this;
        var fits = number._exponent >= 0 && DigitCount(number._coefficient) + number._exponent <= 38;
        value = fits ? number._coefficient * PowerOfTen(number._exponent) : 0;
        return fits;
    }

    /// <summary>The same value without trailing zeros in the coefficient.</summary>
    internal FeelNumber Normalised()
    {
        if (_coefficient == 0)
        {
            return Zero;
        }

        var coefficient = _coefficient;
        var exponent = _exponent;
        while (coefficient % 10 == 0)
        {
            coefficient /= 10;
            exponent++;
        }

        return new FeelNumber(coefficient, exponent);
    }

    public int CompareTo(FeelNumber other)
    {
        if (_exponent == other._exponent || _coefficient == 0 || other._coefficient == 0 || Sign != other.Sign)
        {
            return _exponent == other._exponent ? _coefficient.CompareTo(other._coefficient) : Sign != other.Sign ? Sign.CompareTo(other.Sign) : 0;
        }

        var magnitude = (DigitCount(_coefficient) + _exponent).CompareTo(DigitCount(other._coefficient) + other._exponent);
        if (magnitude != 0)
        {
            return magnitude * Sign;
        }

        // Equal order of magnitude: the longer coefficient has at most 34 digits, so the scaled shorter one fits too.
        return _exponent > other._exponent
            ? (_coefficient * PowerOfTen(_exponent - other._exponent)).CompareTo(other._coefficient)
            : _coefficient.CompareTo(other._coefficient * PowerOfTen(other._exponent - _exponent));
    }

    public bool Equals(FeelNumber other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is FeelNumber other && Equals(other);

    public override int GetHashCode()
    {
        var number = Normalised();
        return HashCode.Combine(number._coefficient, number._exponent);
    }

    public static bool operator ==(FeelNumber left, FeelNumber right) => left.Equals(right);

    public static bool operator !=(FeelNumber left, FeelNumber right) => !left.Equals(right);

    public static bool operator <(FeelNumber left, FeelNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(FeelNumber left, FeelNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeelNumber left, FeelNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeelNumber left, FeelNumber right) => left.CompareTo(right) >= 0;

    private static readonly Int128[] Powers = CreatePowers();

    private static Int128[] CreatePowers()
    {
        var powers = new Int128[39];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }

    private static Int128 PowerOfTen(int exponent) => Powers[exponent];

    private static int DigitCount(Int128 value)
    {
        var magnitude = Int128.Abs(value);
        var digits = 1;
        while (digits < 39 && magnitude >= Powers[digits])
        {
            digits++;
        }

        return digits;
    }
}
