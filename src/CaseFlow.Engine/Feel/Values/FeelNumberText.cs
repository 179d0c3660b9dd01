using System.Globalization;

namespace CaseFlow.Engine.Feel;

/// <summary>Numbers as text and back.</summary>
public readonly partial struct FeelNumber
{
    // Plain digits as far as a person reads them; beyond that an exponent, so that 10**6000 does not fill pages.
    private const int PlainDigits = 60;

    /// <summary>
    /// Reads <c>-12.50e3</c>: digits with an optional point and exponent, no other signs or spaces. Digits beyond the
    /// precision are rounded. False for other text and for numbers beyond the range.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FeelNumber value)
    {
        value = Zero;
        var negative = text.Length > 0 && text[0] == '-';
        var rest = negative ? text[1..] : text;
        var at = 0;
        var coefficient = Int128.Zero;
        var kept = 0;
        var exponent = 0L;
        var sticky = false;
        var digits = 0;
        var afterPoint = false;
        for (; at < rest.Length; at++)
        {
            var c = rest[at];
            if (c == '.' && !afterPoint)
            {
                afterPoint = true;
                continue;
            }

            if (!char.IsAsciiDigit(c))
            {
                break;
            }

            digits++;
            exponent -= afterPoint ? 1 : 0;
            if (kept > 0 || c != '0')
            {
                if (kept < Precision + 2)
                {
                    coefficient = (coefficient * 10) + (c - '0');
                    kept++;
                }
                else
                {
                    sticky |= c != '0';
                    exponent++;
                }
            }
        }

        if (digits == 0 || !TryReadExponent(rest[at..], ref exponent))
        {
            return false;
        }

        if (sticky)
        {
            coefficient = (coefficient * 10) + 1;
            exponent--;
        }

        if (exponent is > 100_000 or < -100_000)
        {
            return exponent < 0 || coefficient == 0;
        }

        if (Rounded(negative ? -coefficient : coefficient, (int)exponent) is not { } number)
        {
            return false;
        }

        value = number;
        return true;
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, ref long exponent)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] is not ('e' or 'E')
            || !int.TryParse(text[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written)
            || written is > 1_000_000 or < -1_000_000)
        {
            return false;
        }

        exponent += written;
        return true;
    }

    /// <summary>Plain decimal text without trailing zeros, <c>0.25</c>; an exponent only for very large and very small numbers.</summary>
    public override string ToString()
    {
        var number = Normalised();
        var digits = Int128.Abs(number._coefficient).ToString(CultureInfo.InvariantCulture);
        var sign = number.Sign < 0 ? "-" : "";
        var exponent = number._exponent;
        if (exponent + digits.Length > PlainDigits || exponent < -PlainDigits)
        {
            var fraction = digits.Length == 1 ? "" : "." + digits[1..];
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{exponent + digits.Length - 1}");
        }

        if (exponent >= 0)
        {
            return sign + digits + new string('0', exponent);
        }

        var point = digits.Length + exponent;
        return point > 0
            ? $"{sign}{digits[..point]}.{digits[point..]}"
            : $"{sign}0.{new string('0', -point)}{digits}";
    }
}
