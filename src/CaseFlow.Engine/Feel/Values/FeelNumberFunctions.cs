using System.Numerics;

namespace CaseFlow.Engine.Feel;

/// <summary>Powers, roots, exponentials and logarithms, computed in fixed point with more digits than a number keeps.</summary>
public readonly partial struct FeelNumber
{
    // Digits behind the point while computing: 34 kept, the rest swallows the errors of the series.
    private const int WorkingDigits = 60;
    private const int LargestIntegerPower = 999_999;

    // exp beyond this is beyond 10^6144.
    private const int LargestExponentiable = 14_200;

    private static readonly BigInteger Unit = BigInteger.Pow(10, WorkingDigits);
    private static readonly Lazy<BigInteger> LnOfTwo = new(() => LnNearOne(2 * Unit));
    private static readonly Lazy<BigInteger> LnOfTen = new(() => LnOf(10 * Unit));

    internal static FeelNumber? Power(FeelNumber number, FeelNumber power)
    {
        if (power.TryGetInteger(out var whole) && Math.Abs(whole) <= LargestIntegerPower)
        {
            return IntegerPower(number, whole);
        }

        if (number.IsZero)
        {
            return power.Sign > 0 ? Zero : null;
        }

        return number == One ? One : number.Sign < 0 ? null : Log(number) is { } ln && Multiply(ln, power) is { } exponent ? Exp(exponent) : null;
    }

    private static FeelNumber? IntegerPower(FeelNumber number, long power)
    {
        if (number.IsZero)
        {
            return power > 0 ? Zero : power == 0 ? One : null;
        }

        // Square and multiply on a coefficient that is cut to the working digits in every step.
        var (result, resultExponent) = (BigInteger.One, 0L);
        var (square, squareExponent) = ((BigInteger)number._coefficient, (long)number._exponent);
        for (var left = Math.Abs(power); left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
            {
                (result, resultExponent) = Cut(result * square, resultExponent + squareExponent);
            }

            (square, squareExponent) = Cut(square * square, squareExponent * 2);
        }

        if (power >= 0)
        {
            return Rounded(result, resultExponent)?.Normalised();
        }

        return Rounded(BigInteger.Pow(10, WorkingDigits * 2) / result, -resultExponent - (WorkingDigits * 2))?.Normalised();
    }

    private static (BigInteger Coefficient, long Exponent) Cut(BigInteger coefficient, long exponent)
    {
        var excess = (int)BigInteger.Log10(BigInteger.Abs(coefficient) + 1) - WorkingDigits;
        return excess <= 0 ? (coefficient, exponent) : (coefficient / BigInteger.Pow(10, excess), exponent + excess);
    }

    /// <summary>Null for negative numbers.</summary>
    internal static FeelNumber? Sqrt(FeelNumber number)
    {
        if (number.Sign < 0)
        {
            return null;
        }

        if (number.IsZero)
        {
            return Zero;
        }

        var shift = 2 * Precision;
        shift += (number._exponent - shift) % 2 == 0 ? 0 : 1;
        var scaled = (BigInteger)number._coefficient * BigInteger.Pow(10, shift);
        var root = IntegerRoot(scaled);
        var exponent = (number._exponent - shift) / 2;
        return root * root == scaled
            ? Rounded(root, exponent)?.Normalised()
            : Rounded((root * 10) + 1, exponent - 1);
    }

    private static BigInteger IntegerRoot(BigInteger value)
    {
        var guess = BigInteger.One << (int)((value.GetBitLength() / 2) + 1);
        while (true)
        {
            var next = (guess + (value / guess)) >> 1;
            if (next >= guess)
            {
                return guess;
            }

            guess = next;
        }
    }

    /// <summary>e raised to the number; null on overflow.</summary>
    internal static FeelNumber? Exp(FeelNumber number)
    {
        if (number.CompareTo(Of(LargestExponentiable)) > 0)
        {
            return null;
        }

        if (number.CompareTo(Of(-LargestExponentiable - 100)) < 0)
        {
            return Zero;
        }

        // e^x = 10^k * e^r with r = x - k ln 10 small, and e^r = (e^(r/256))^256.
        var x = FixedPoint(number);
        var k = (int)(x / LnOfTen.Value);
        var r = (x - (k * LnOfTen.Value)) >> 8;
        var term = Unit;
        var sum = Unit;
        for (var i = 1; !term.IsZero; i++)
        {
            term = term * r / Unit / i;
            sum += term;
        }

        for (var i = 0; i < 8; i++)
        {
            sum = sum * sum / Unit;
        }

        return Rounded(sum, (long)k - WorkingDigits)?.Normalised();
    }

    /// <summary>The natural logarithm; null for zero and negative numbers.</summary>
    internal static FeelNumber? Log(FeelNumber number)
    {
        if (number.Sign <= 0)
        {
            return null;
        }

        // x = m * 10^k with m in [1, 10): ln x = ln m + k ln 10.
        var digits = DigitCount(number._coefficient);
        var mantissa = (BigInteger)number._coefficient * BigInteger.Pow(10, WorkingDigits - digits + 1);
        var k = number._exponent + digits - 1;
        return Rounded(LnOf(mantissa) + (k * LnOfTen.Value), -WorkingDigits)?.Normalised();
    }

    private static BigInteger LnOf(BigInteger x)
    {
        var halvings = 0;
        while (x > 3 * Unit / 2)
        {
            x >>= 1;
            halvings++;
        }

        return LnNearOne(x) + (halvings == 0 ? BigInteger.Zero : halvings * LnOfTwo.Value);
    }

    // ln x = 2 artanh((x - 1) / (x + 1)).
    private static BigInteger LnNearOne(BigInteger x)
    {
        var z = (x - Unit) * Unit / (x + Unit);
        var square = z * z / Unit;
        var power = z;
        var sum = z;
        for (var i = 3; !power.IsZero; i += 2)
        {
            power = power * square / Unit;
            sum += power / i;
        }

        return 2 * sum;
    }

    private static BigInteger FixedPoint(FeelNumber number)
    {
        var shift = WorkingDigits + number._exponent;
        return shift >= 0
            ? (BigInteger)number._coefficient * BigInteger.Pow(10, shift)
            : shift < -Precision ? BigInteger.Zero : (BigInteger)number._coefficient / BigInteger.Pow(10, -shift);
    }
}
