using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

internal enum Comparison
{
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// <summary>The four comparisons of order.</summary>
internal sealed class ComparisonNode(int position, Comparison comparison, Node left, Node right) : Node(position, left, right)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var a = left.Evaluate(run, locals);
        var b = right.Evaluate(run, locals);
        if (a.TryGetSmall(out var aNumber, out var aExponent) && b.TryGetSmall(out var bNumber, out var bExponent) && aExponent == bExponent)
        {
            return FeelValue.Of(Holds(comparison, aNumber.CompareTo(bNumber)));
        }

        return FeelComparison.Compare(run, a, b) is { } order
            ? FeelValue.Of(Holds(comparison, order))
            : run.Fail(Position, Complaint.Compared, a, b);
    }

    internal static bool Holds(Comparison comparison, int order) => comparison switch
    {
        Comparison.Less => order < 0,
        Comparison.AtMost => order <= 0,
        Comparison.Greater => order > 0,
        Comparison.AtLeast => order >= 0,
    };
}

/// <summary><c>=</c> and <c>!=</c>.</summary>
internal sealed class EqualityNode(int position, bool negated, Node left, Node right) : Node(position, left, right)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var a = left.Evaluate(run, locals);
        var b = right.Evaluate(run, locals);
        return FeelComparison.AreEqual(run, a, b) is { } equal
            ? FeelValue.Of(equal != negated)
            : run.Fail(Position, Complaint.Compared, a, b);
    }
}

/// <summary><c>x between a and b</c>, both ends included.</summary>
internal sealed class BetweenNode(int position, Node value, Node low, Node high) : Node(position, value, low, high)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var x = value.Evaluate(run, locals);
        var a = low.Evaluate(run, locals);
        var b = high.Evaluate(run, locals);
        if (FeelComparison.Compare(run, x, a) is not { } fromLow)
        {
            return run.Fail(Position, Complaint.Compared, x, a);
        }

        return FeelComparison.Compare(run, x, b) is { } fromHigh
            ? FeelValue.Of(fromLow >= 0 && fromHigh <= 0)
            : run.Fail(Position, Complaint.Compared, x, b);
    }
}
