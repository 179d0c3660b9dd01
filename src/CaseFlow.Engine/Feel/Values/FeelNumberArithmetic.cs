using System.Numerics;

namespace CaseFlow.Engine.Feel;

/// <summary>How a number is rounded to a scale.</summary>
internal enum FeelRounding
{
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Floor,
    Ceiling,
}

/// <summary>The four operations, remainder and rounding. Null marks an overflow or a division by zero.</summary>
public readonly partial struct FeelNumber
{
    // Beyond this distance between exponents the smaller number cannot touch the 34 digits of the sum.
    private const int FarApart = 80;

    internal static FeelNumber? Add(FeelNumber left, FeelNumber right)
    {
        if (left._exponent == right._exponent)
        {
            return Rounded(left._coefficient + right._coefficient, left._exponent);
        }

        if (left._coefficient == 0 || right._coefficient == 0)
        {
            return left._coefficient == 0 ? right : left;
        }

        var (high, low) = left._exponent > right._exponent ? (left, right) : (right, left);
        var distance = high._exponent - low._exponent;
        if (distance > FarApart)
        {
            return high;
        }

        return DigitCount(high._coefficient) + distance < 38
            ? Rounded((high._coefficient * PowerOfTen(distance)) + low._coefficient, low._exponent)
            : Rounded(((BigInteger)high._coefficient * BigInteger.Pow(10, distance)) + (BigInteger)low._coefficient, low._exponent);
    }

    internal static FeelNumber? Subtract(FeelNumber left, FeelNumber right) => Add(left, -right);

    internal static FeelNumber? Multiply(FeelNumber left, FeelNumber right) =>
        left.TrySmall(out var a, out _) && right.TrySmall(out var b, out _)
            ? Rounded((Int128)a * b, left._exponent + right._exponent)
            : Rounded((BigInteger)left._coefficient * (BigInteger)right._coefficient, (long)left._exponent + right._exponent);

    internal static FeelNumber? Divide(FeelNumber left, FeelNumber right)
    {
        if (right._coefficient == 0)
        {
            return null;
        }

        if (left.TrySmall(out var a, out _) && right.TrySmall(out var b, out _))
        {
            var (quotient, rest) = Int128.DivRem((Int128)a * PowerOfTen(18), b);
            if (rest == 0)
            {
                return Rounded(quotient, left._exponent - right._exponent - 18)?.Normalised();
            }
        }

        var shift = Precision + 2 + DigitCount(right._coefficient) - DigitCount(left._coefficient);
        shift = Math.Max(0, shift);
        var whole = BigInteger.DivRem((BigInteger)left._coefficient * BigInteger.Pow(10, shift), (BigInteger)right._coefficient, out var remainder);
        var exponent = (long)left._exponent - right._exponent - shift;
        if (!remainder.IsZero)
        {
            // One more digit that only says "a little more" keeps the half-even rounding honest.
            whole = (whole * 10) + (left.Sign * right.Sign);
            exponent--;
        }

        return Rounded(whole, exponent)?.Normalised();
    }

    /// <summary>The remainder with the divisor's sign: <c>dividend - divisor * floor(dividend / divisor)</c>.</summary>
    internal static FeelNumber? Modulo(FeelNumber dividend, FeelNumber divisor)
    {
        if (divisor._coefficient == 0)
        {
            return null;
        }

        var exponent = Math.Min(dividend._exponent, divisor._exponent);
        var a = (BigInteger)dividend._coefficient * BigInteger.Pow(10, dividend._exponent - exponent);
        var b = (BigInteger)divisor._coefficient * BigInteger.Pow(10, divisor._exponent - exponent);
        var rest = BigInteger.Remainder(a, b);
        if (!rest.IsZero && rest.Sign != b.Sign)
        {
            rest += b;
        }

        return Rounded(rest, exponent);
    }

    public static FeelNumber operator -(FeelNumber value) => new(-value._coefficient, value._exponent);

    internal FeelNumber Abs() => new(Int128.Abs(_coefficient), _exponent);

    /// <summary>Rounded to <paramref name="scale"/> decimals; a negative scale rounds to tens, hundreds and so on. Null for scales beyond the numbers' range.</summary>
    internal FeelNumber? Round(int scale, FeelRounding rounding)
    {
        if (scale is < -LargestExponent or > -SmallestExponent)
        {
            return null;
        }

        var drop = -scale - _exponent;
        if (drop <= 0)
        {
            return this;
        }

        if (drop > 38)
        {
            var awayFromZero = rounding is FeelRounding.Up
                || (rounding is FeelRounding.Floor && Sign < 0)
                || (rounding is FeelRounding.Ceiling && Sign > 0);
            return awayFromZero ? Rounded((Int128)Sign, -scale) : Zero;
        }

        return Rounded(Shortened(_coefficient, PowerOfTen(drop), rounding), -scale);
    }

    private static Int128 Shortened(Int128 coefficient, Int128 unit, FeelRounding rounding)
    {
        var (quotient, rest) = Int128.DivRem(coefficient, unit);
        if (rest == 0)
        {
            return quotient;
        }

        var sign = Int128.Sign(coefficient);
        var twice = (Int128.Abs(rest) - (unit - Int128.Abs(rest))) is var over ? Int128.Sign(over) : 0;
        var away = rounding switch
        {
            FeelRounding.HalfEven => twice > 0 || (twice == 0 && Int128.IsOddInteger(quotient)),
            FeelRounding.HalfUp => twice >= 0,
            FeelRounding.HalfDown => twice > 0,
            FeelRounding.Up => true,
            FeelRounding.Down => false,
            FeelRounding.Floor => sign < 0,
            FeelRounding.Ceiling => sign > 0,
        };
        return away ? quotient + sign : quotient;
    }

    private static FeelNumber? Rounded(Int128 coefficient, int exponent)
    {
        if (Int128.Abs(coefficient) >= PowerOfTen(Precision))
        {
            var drop = DigitCount(coefficient) - Precision;
            coefficient = Shortened(coefficient, PowerOfTen(drop), FeelRounding.HalfEven);
            exponent += drop;
        }

        return InRange(coefficient, exponent);
    }

    private static FeelNumber? Rounded(BigInteger coefficient, long exponent)
    {
        var magnitude = BigInteger.Abs(coefficient);
        var drop = (int)Math.Max(0, Math.Floor(BigInteger.Log10(magnitude + 1)) - Precision - 1);
        if (drop > 0)
        {
            magnitude = BigInteger.DivRem(magnitude, BigInteger.Pow(10, drop), out var rest);
            if (!rest.IsZero)
            {
                magnitude = (magnitude * 10) + 1;
                drop--;
            }
        }

        var value = (Int128)magnitude;
        return exponent + drop is > int.MaxValue / 2 or < int.MinValue / 2
            ? (exponent > 0 ? null : Zero)
            : Rounded(coefficient.Sign < 0 ? -value : value, (int)(exponent + drop));
    }

    private static FeelNumber? InRange(Int128 coefficient, int exponent)
    {
        if (coefficient == 0)
        {
            return Zero;
        }

        if (exponent < SmallestExponent)
        {
            var drop = SmallestExponent - exponent;
            return drop > 38 ? Zero : new FeelNumber(Shortened(coefficient, PowerOfTen(drop), FeelRounding.HalfEven), SmallestExponent);
        }

        return exponent + DigitCount(coefficient) - 1 > LargestExponent ? null : new FeelNumber(coefficient, exponent);
    }
}
