namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>Functions over numbers.</summary>
internal static class NumberFunctions
{
    // A root or a series takes about as long as so many ordinary steps.
    private const int SeriesCost = 200;

    public static IEnumerable<BuiltIn> All { get; } =
    [
        BuiltIn.Of("decimal", static (in Arguments a) => Rounded(a, FeelRounding.HalfEven), ["n", "scale"]),
        BuiltIn.Of("floor", static (in Arguments a) => Rounded(a, FeelRounding.Floor), ["n", "scale"], required: 1),
        BuiltIn.Of("ceiling", static (in Arguments a) => Rounded(a, FeelRounding.Ceiling), ["n", "scale"], required: 1),
        BuiltIn.Of("round up", static (in Arguments a) => Rounded(a, FeelRounding.Up), ["n", "scale"]),
        BuiltIn.Of("round down", static (in Arguments a) => Rounded(a, FeelRounding.Down), ["n", "scale"]),
        BuiltIn.Of("round half up", static (in Arguments a) => Rounded(a, FeelRounding.HalfUp), ["n", "scale"]),
        BuiltIn.Of("round half down", static (in Arguments a) => Rounded(a, FeelRounding.HalfDown), ["n", "scale"]),
        BuiltIn.Of("abs", Abs, ["n"]),
        BuiltIn.Of("modulo", Modulo, ["dividend", "divisor"]),
        BuiltIn.Of("sqrt", static (in Arguments a) => Computed(a, FeelNumber.Sqrt), ["number"]),
        BuiltIn.Of("log", static (in Arguments a) => Computed(a, FeelNumber.Log), ["number"]),
        BuiltIn.Of("exp", static (in Arguments a) => Computed(a, FeelNumber.Exp), ["number"]),
        BuiltIn.Of("odd", static (in Arguments a) => Parity(a, odd: true), ["number"]),
        BuiltIn.Of("even", static (in Arguments a) => Parity(a, odd: false), ["number"]),
    ];

    private static FeelValue Rounded(in Arguments a, FeelRounding rounding)
    {
        if (!a.Number(0, out var number))
        {
            return a.Fail(0);
        }

        var scale = 0L;
        if (a.Count == 2 && (!a.Integer(1, out scale) || scale is < -6111 or > 6176))
        {
            return a.Fail(1);
        }

        return a.OfNumber(number.Round((int)scale, rounding));
    }

    private static FeelValue Abs(in Arguments a)
    {
        if (a.Number(0, out var number))
        {
            return FeelValue.Of(number.Abs());
        }

        if (a.Of(0, FeelKind.DaysTimeDuration, out var duration))
        {
            return FeelDuration.OfNanoseconds(Int128.Abs(duration.AsDuration().TotalNanoseconds)) is { } value ? FeelValue.Of(value) : a.NoResult();
        }

        return a.Of(0, FeelKind.YearsMonthsDuration, out var months) && months.AsMonths().Total > long.MinValue
            ? FeelValue.Of(new FeelMonths(Math.Abs(months.AsMonths().Total)))
            : a.Fail(0);
    }

    private static FeelValue Modulo(in Arguments a)
    {
        if (!a.Number(0, out var dividend))
        {
            return a.Fail(0);
        }

        if (!a.Number(1, out var divisor))
        {
            return a.Fail(1);
        }

        a.Run.Step(dividend.Distance(divisor) >> 3);
        return a.OfNumber(FeelNumber.Modulo(dividend, divisor));
    }

    private static FeelValue Computed(in Arguments a, Func<FeelNumber, FeelNumber?> compute)
    {
        a.Run.Step(SeriesCost);
        return a.Number(0, out var number) ? a.OfNumber(compute(number)) : a.Fail(0);
    }

    private static FeelValue Parity(in Arguments a, bool odd)
    {
        if (!a.Number(0, out var number))
        {
            return a.Fail(0);
        }

        var rest = FeelNumber.Modulo(number, FeelNumber.Of(2));
        return FeelValue.Of(odd ? rest == FeelNumber.One : rest == FeelNumber.Zero);
    }
}
