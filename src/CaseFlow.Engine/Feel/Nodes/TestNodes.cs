using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>A unary test: an input is put to it, and it answers true, false or null (DMN 1.5, section 10.3.2.12).</summary>
internal abstract class TestNode
{
    protected TestNode(int depth) => Depth = depth + 1;

    public int Depth { get; }

    public abstract FeelValue Test(EvaluationRun run, Local? locals, in FeelValue input);
}

/// <summary><c>-</c>: everything passes.</summary>
internal sealed class AnyTest() : TestNode(0)
{
    public override FeelValue Test(EvaluationRun run, Local? locals, in FeelValue input) => FeelValue.True;
}

/// <summary>A comparison with one side left out, such as <c>&lt;= 10</c>.</summary>
internal sealed class OrderTest(int position, Comparison comparison, Node endpoint) : TestNode(endpoint.Depth)
{
    public override FeelValue Test(EvaluationRun run, Local? locals, in FeelValue input)
    {
        var end = endpoint.Evaluate(run, locals);
        return FeelComparison.Compare(run, input, end) is { } order
            ? FeelValue.Of(ComparisonNode.Holds(comparison, order))
            : run.Fail(position, Complaint.Compared, input, end);
    }
}

/// <summary><c>= x</c> and <c>!= x</c>.</summary>
internal sealed class EqualTest(int position, bool negated, Node other) : TestNode(other.Depth)
{
    public override FeelValue Test(EvaluationRun run, Local? locals, in FeelValue input)
    {
        var value = other.Evaluate(run, locals);
        return FeelComparison.AreEqual(run, input, value) is { } equal
            ? FeelValue.Of(equal != negated)
            : run.Fail(position, Complaint.Compared, input, value);
    }
}

/// <summary>
/// An expression as a test: a boolean made from <c>?</c> is the answer itself; otherwise the input must equal the
/// value, be an element of it or lie in it.
/// </summary>
internal sealed class ValueTest(int position, Node expression, bool usesInput) : TestNode(expression.Depth)
{
    public override FeelValue Test(EvaluationRun run, Local? locals, in FeelValue input)
    {
        var value = expression.Evaluate(run, locals);
        if (value.Kind == FeelKind.Boolean && (usesInput || input.Kind != FeelKind.Boolean))
        {
            return value;
        }

        return usesInput && value.IsNull ? value : In(run, position, input, value);
    }

    /// <summary><c>input in value</c> for one value.</summary>
    internal static FeelValue In(EvaluationRun run, int position, in FeelValue input, in FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.List:
                return FeelValue.Of(InList(run, input, value));
            case FeelKind.Range:
                var contained = value.AsRange() is { } range ? FeelComparison.Contains(run, range, input) : null;
                return contained is null ? run.Fail(position, Complaint.Compared, input, value) : FeelValue.Of(contained);
            case FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.String or FeelKind.Date or FeelKind.Time
                or FeelKind.DateTime or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration or FeelKind.Context or FeelKind.Function:
            default:
                var equal = FeelComparison.AreEqual(run, input, value);
                return equal is null ? run.Fail(position, Complaint.Compared, input, value) : FeelValue.Of(equal);
        }
    }

    private static bool InList(EvaluationRun run, in FeelValue input, in FeelValue list)
    {
        var elements = list.AsList() ?? [];
        run.Step(elements.Count);
        for (var i = 0; i < elements.Count; i++)
        {
            var element = elements[i];
            if (FeelComparison.AreEqual(run, input, element) == true
                || (element.AsRange() is { } range && FeelComparison.Contains(run, range, input) == true))
            {
                return true;
            }
        }

        return input.Kind == FeelKind.List && FeelComparison.AreEqual(run, input, list) == true;
    }
}

/// <summary>Several tests of which one must pass; negated by <c>not(...)</c>.</summary>
internal sealed class AnyOfTest(TestNode[] tests, bool negated) : TestNode(tests.Max(t => t.Depth))
{
    public override FeelValue Test(EvaluationRun run, Local? locals, in FeelValue input)
    {
        var unknown = false;
        foreach (var test in tests)
        {
            var answer = test.Test(run, locals, input);
            if (answer.IsTrue)
            {
                return FeelValue.Of(!negated);
            }

            unknown |= answer.IsNull;
        }

        return unknown ? FeelValue.Null : FeelValue.Of(negated);
    }
}

/// <summary><c>x in tests</c>.</summary>
internal sealed class InNode(int position, Node value, TestNode test) : Node(position, Math.Max(value.Depth, test.Depth))
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals) => test.Test(run, locals, value.Evaluate(run, locals));
}

/// <summary>Unary tests as an expression over the local <c>?</c>, the innermost.</summary>
internal sealed class UnaryTestsNode(int position, TestNode test) : Node(position, test.Depth)
{
    public TestNode TestNode => test;

    public override FeelValue Evaluate(EvaluationRun run, Local? locals) => test.Test(run, locals, locals?.Value ?? FeelValue.Null);
}
