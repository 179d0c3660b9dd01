namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>Functions that make one value of a list.</summary>
internal static class AggregateFunctions
{
    public static IEnumerable<BuiltIn> All { get; } =
    [
        BuiltIn.OverList("count", Count),
        BuiltIn.OverList("min", static (in Arguments a) => Extreme(a, -1)),
        BuiltIn.OverList("max", static (in Arguments a) => Extreme(a, 1)),
        BuiltIn.OverList("sum", Sum),
        BuiltIn.OverList("product", Product),
        BuiltIn.OverList("mean", Mean),
        BuiltIn.OverList("median", Median),
        BuiltIn.OverList("stddev", StandardDeviation),
        BuiltIn.OverList("mode", Mode),
        BuiltIn.OverList("all", static (in Arguments a) => Logic(a, decisive: false)),
        BuiltIn.OverList("any", static (in Arguments a) => Logic(a, decisive: true)),
    ];

    private static FeelValue Count(in Arguments a) => a.Elements(out var list) ? FeelValue.Of(list.Count) : a.Fail(0);

    private static FeelValue Extreme(in Arguments a, int sign)
    {
        if (!a.Elements(out var list) || list.Count == 0)
        {
            return a.Fail(0);
        }

        var best = list[0];
        for (var i = 0; i < list.Count; i++)
        {
            if (FeelComparison.Compare(a.Run, list[i], best) is not { } order)
            {
                return a.Fail(0);
            }

            best = order * sign > 0 ? list[i] : best;
        }

        return best;
    }

    /// <summary>The list's numbers; false when one element is none.</summary>
    private static bool Numbers(in Arguments a, out List<FeelNumber> numbers)
    {
        numbers = [];
        if (!a.Elements(out var list))
        {
            return false;
        }

        foreach (var element in list)
        {
            if (!element.TryGetNumber(out var number))
            {
                return false;
            }

            numbers.Add(number);
        }

        return true;
    }

    private static FeelNumber? Total(List<FeelNumber> numbers)
    {
        FeelNumber? sum = FeelNumber.Zero;
        foreach (var number in numbers)
        {
            sum = sum is { } value ? FeelNumber.Add(value, number) : null;
        }

        return sum;
    }

    private static FeelValue Sum(in Arguments a)
    {
        if (a.Elements(out var list) && list.Count > 0 && list[0].Kind is FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration)
        {
            return SumOfDurations(a, list);
        }

        return Numbers(a, out var numbers) && numbers.Count > 0 ? a.OfNumber(Total(numbers)) : a.Fail(0);
    }

    private static FeelValue SumOfDurations(in Arguments a, IReadOnlyList<FeelValue> list)
    {
        var sum = list[0];
        for (var i = 1; i < list.Count; i++)
        {
            sum = Nodes.Arithmetic.Compute(a.Run, a.Position, Nodes.ArithmeticOperator.Add, sum, list[i].Kind == sum.Kind ? list[i] : FeelValue.Null);
        }

        return sum;
    }

    private static FeelValue Product(in Arguments a)
    {
        if (!Numbers(a, out var numbers) || numbers.Count == 0)
        {
            return a.Fail(0);
        }

        FeelNumber? product = FeelNumber.One;
        foreach (var number in numbers)
        {
            product = product is { } value ? FeelNumber.Multiply(value, number) : null;
        }

        return a.OfNumber(product);
    }

    private static FeelNumber? Average(List<FeelNumber> numbers) =>
        Total(numbers) is { } sum ? FeelNumber.Divide(sum, FeelNumber.Of(numbers.Count)) : null;

    private static FeelValue Mean(in Arguments a) =>
        Numbers(a, out var numbers) && numbers.Count > 0 ? a.OfNumber(Average(numbers)) : a.Fail(0);

    private static FeelValue Median(in Arguments a)
    {
        if (!Numbers(a, out var numbers) || numbers.Count == 0)
        {
            return a.Fail(0);
        }

        numbers.Sort();
        var middle = numbers.Count / 2;
        return numbers.Count % 2 == 1
            ? FeelValue.Of(numbers[middle])
            : a.OfNumber(Average([numbers[middle - 1], numbers[middle]]));
    }

    /// <summary>Of a sample, hence divided by one less than the count.</summary>
    private static FeelValue StandardDeviation(in Arguments a)
    {
        if (!Numbers(a, out var numbers) || numbers.Count < 2 || Average(numbers) is not { } mean)
        {
            return a.Fail(0);
        }

        var squares = new List<FeelNumber>();
        foreach (var number in numbers)
        {
            if (FeelNumber.Subtract(number, mean) is not { } distance || FeelNumber.Multiply(distance, distance) is not { } square)
            {
                return a.NoResult();
            }

            squares.Add(square);
        }

        return Total(squares) is { } sum && FeelNumber.Divide(sum, FeelNumber.Of(numbers.Count - 1)) is { } variance
            ? a.OfNumber(FeelNumber.Sqrt(variance))
            : a.NoResult();
    }

    private static FeelValue Mode(in Arguments a)
    {
        if (!Numbers(a, out var numbers))
        {
            return a.Fail(0);
        }

        var counts = numbers.GroupBy(n => n).Select(g => (Number: g.Key, Count: g.Count())).ToList();
        var most = counts.Count == 0 ? 0 : counts.Max(c => c.Count);
        return a.Run.List([.. counts.Where(c => c.Count == most).Select(c => c.Number).Order().Select(n => FeelValue.Of(n))]);
    }

    /// <summary>The decisive truth wherever it stands; otherwise the other, or null when an element is no boolean.</summary>
    private static FeelValue Logic(in Arguments a, bool decisive)
    {
        if (!a.Elements(out var list))
        {
            return a.Fail(0);
        }

        var undecided = false;
        foreach (var element in list)
        {
            if (element.TryGetBoolean(out var value) && value == decisive)
            {
                return element;
            }

            undecided |= element.Kind != FeelKind.Boolean;
        }

        return undecided ? a.Fail(0) : FeelValue.Of(!decisive);
    }
}
