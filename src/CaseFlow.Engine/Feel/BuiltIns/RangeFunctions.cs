using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>How points and ranges lie to each other (DMN 1.5, table 83, after Allen's interval algebra).</summary>
internal static class RangeFunctions
{
    private static readonly Signature Points = new(["point1", "point2"], 2);
    private static readonly Signature PointRange = new(["point", "range"], 2);
    private static readonly Signature RangePoint = new(["range", "point"], 2);
    private static readonly Signature Ranges = new(["range1", "range2"], 2);

    public static IEnumerable<BuiltIn> All { get; } =
    [
        BuiltIn.Overloaded("before", static (in Arguments a) => Answer(a, static p => Before(p)), Points, PointRange, RangePoint, Ranges),
        BuiltIn.Overloaded("after", static (in Arguments a) => Answer(a, static p => Before(p.Swapped)), Points, PointRange, RangePoint, Ranges),
        BuiltIn.Overloaded("meets", static (in Arguments a) => OfRanges(a, Meets), Ranges),
        BuiltIn.Overloaded("met by", static (in Arguments a) => OfRanges(a, static p => Meets(p.Swapped)), Ranges),
        BuiltIn.Overloaded("overlaps", static (in Arguments a) => OfRanges(a, Overlaps), Ranges),
        BuiltIn.Overloaded("overlaps before", static (in Arguments a) => OfRanges(a, OverlapsBefore), Ranges),
        BuiltIn.Overloaded("overlaps after", static (in Arguments a) => OfRanges(a, static p => OverlapsBefore(p.Swapped)), Ranges),
        BuiltIn.Overloaded("finishes", static (in Arguments a) => IntoRange(a, Finishes), PointRange, Ranges),
        BuiltIn.Overloaded("finished by", static (in Arguments a) => FromRange(a, static p => Finishes(p.Swapped)), RangePoint, Ranges),
        BuiltIn.Overloaded("includes", static (in Arguments a) => FromRange(a, Includes), RangePoint, Ranges),
        BuiltIn.Overloaded("during", static (in Arguments a) => IntoRange(a, static p => Includes(p.Swapped)), PointRange, Ranges),
        BuiltIn.Overloaded("starts", static (in Arguments a) => IntoRange(a, Starts), PointRange, Ranges),
        BuiltIn.Overloaded("started by", static (in Arguments a) => FromRange(a, static p => Starts(p.Swapped)), RangePoint, Ranges),
        BuiltIn.Overloaded("coincides", static (in Arguments a) => Answer(a, Coincides), Points, Ranges),
    ];

    /// <summary>Two things side by side; a point is a range from itself to itself.</summary>
    private readonly record struct Pair(EvaluationRun Run, FeelRange A, FeelRange B, bool APoint, bool BPoint)
    {
        public Pair Swapped => new(Run, B, A, BPoint, APoint);

        public int Order(in FeelValue left, in FeelValue right) => FeelComparison.Compare(Run, left, right) ?? throw new IncomparableException();
    }

    /// <summary>Ends an answer when two values have no order.</summary>
    private sealed class IncomparableException : Exception;

    private static FeelValue Answer(in Arguments a, Func<Pair, bool> ask)
    {
        if (a[0].IsNull || a[1].IsNull)
        {
            return a.Fail(a[0].IsNull ? 0 : 1);
        }

        var first = a.Of(0, FeelKind.Range, out var left);
        var second = a.Of(1, FeelKind.Range, out var right);
        var pair = new Pair(a.Run, AsRange(left), AsRange(right), !first, !second);
        try
        {
            return FeelValue.Of(ask(pair));
        }
        catch (IncomparableException)
        {
            return a.Fail(1);
        }
    }

    private static FeelRange AsRange(in FeelValue value) => value.AsRange() ?? new FeelRange(value, true, value, true);

    private static FeelValue OfRanges(in Arguments a, Func<Pair, bool> ask) =>
        a.Of(0, FeelKind.Range, out _) ? IntoRange(a, ask) : a.Fail(0);

    private static FeelValue IntoRange(in Arguments a, Func<Pair, bool> ask) => a.Of(1, FeelKind.Range, out _) ? Answer(a, ask) : a.Fail(1);

    private static FeelValue FromRange(in Arguments a, Func<Pair, bool> ask) => a.Of(0, FeelKind.Range, out _) ? Answer(a, ask) : a.Fail(0);

    private static bool Before(Pair p)
    {
        var order = p.Order(p.A.End, p.B.Start);
        return order < 0 || (order == 0 && !(p.A.EndIncluded && p.B.StartIncluded));
    }

    private static bool Meets(Pair p) => p.A.EndIncluded && p.B.StartIncluded && p.Order(p.A.End, p.B.Start) == 0;

    private static bool Overlaps(Pair p)
    {
        var left = p.Order(p.A.End, p.B.Start);
        var right = p.Order(p.A.Start, p.B.End);
        return (left > 0 || (left == 0 && p.A.EndIncluded && p.B.StartIncluded))
            && (right < 0 || (right == 0 && p.A.StartIncluded && p.B.EndIncluded));
    }

    private static bool OverlapsBefore(Pair p)
    {
        var starts = p.Order(p.A.Start, p.B.Start);
        var touch = p.Order(p.A.End, p.B.Start);
        var ends = p.Order(p.A.End, p.B.End);
        return (starts < 0 || (starts == 0 && p.A.StartIncluded && !p.B.StartIncluded))
            && (touch > 0 || (touch == 0 && p.A.EndIncluded && p.B.StartIncluded))
            && (ends < 0 || (ends == 0 && (!p.A.EndIncluded || p.B.EndIncluded)));
    }

    private static bool Finishes(Pair p)
    {
        if (p.APoint)
        {
            return p.B.EndIncluded && p.Order(p.B.End, p.A.Start) == 0;
        }

        var starts = p.Order(p.A.Start, p.B.Start);
        return p.A.EndIncluded == p.B.EndIncluded && p.Order(p.A.End, p.B.End) == 0
            && (starts > 0 || (starts == 0 && (!p.A.StartIncluded || p.B.StartIncluded)));
    }

    private static bool Starts(Pair p)
    {
        if (p.APoint)
        {
            return p.B.StartIncluded && p.Order(p.B.Start, p.A.Start) == 0;
        }

        var ends = p.Order(p.A.End, p.B.End);
        return p.A.StartIncluded == p.B.StartIncluded && p.Order(p.A.Start, p.B.Start) == 0
            && (ends < 0 || (ends == 0 && (!p.A.EndIncluded || p.B.EndIncluded)));
    }

    private static bool Includes(Pair p)
    {
        var starts = p.Order(p.A.Start, p.B.Start);
        var ends = p.Order(p.A.End, p.B.End);
        return (starts < 0 || (starts == 0 && (p.A.StartIncluded || !p.B.StartIncluded)))
            && (ends > 0 || (ends == 0 && (p.A.EndIncluded || !p.B.EndIncluded)));
    }

    private static bool Coincides(Pair p) =>
        p.A.StartIncluded == p.B.StartIncluded && p.A.EndIncluded == p.B.EndIncluded
        && p.Order(p.A.Start, p.B.Start) == 0 && p.Order(p.A.End, p.B.End) == 0;
}
