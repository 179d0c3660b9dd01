using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

/// <summary>The five arithmetic operators.</summary>
internal sealed class ArithmeticNode(int position, ArithmeticOperator op, Node left, Node right) : Node(position, left, right)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var a = left.Evaluate(run, locals);
        var b = right.Evaluate(run, locals);
        if (a.TryGetSmall(out var x, out var xExponent) && b.TryGetSmall(out var y, out var yExponent)
            && TrySmall(x, xExponent, y, yExponent, out var small))
        {
            return small;
        }

        return Arithmetic.Compute(run, Position, op, a, b);
    }

    // Sums and products that stay within 64 bits and the usual exponents need neither 128 bits nor rounding.
    private bool TrySmall(long x, int xExponent, long y, int yExponent, out FeelValue value)
    {
        long result;
        bool overflow;
        var exponent = xExponent;
        switch (op)
        {
            case ArithmeticOperator.Add when xExponent == yExponent:
                result = x + y;
                overflow = ((x ^ result) & (y ^ result)) < 0;
                break;
            case ArithmeticOperator.Subtract when xExponent == yExponent:
                result = x - y;
                overflow = ((x ^ y) & (x ^ result)) < 0;
                break;
            case ArithmeticOperator.Multiply:
                overflow = Math.BigMul(x, y, out result) != result >> 63;
                exponent += yExponent;
                break;
            case ArithmeticOperator.Add or ArithmeticOperator.Subtract or ArithmeticOperator.Divide or ArithmeticOperator.Power:
            default:
                value = default;
                return false;
        }

        value = overflow || exponent is > 1000 or < -1000 ? default : FeelValue.Small(result, result == 0 ? 0 : exponent);
        return !value.IsNull;
    }
}

/// <summary>Unary minus.</summary>
internal sealed class NegationNode(int position, Node operand) : Node(position, operand)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var value = operand.Evaluate(run, locals);
        return value.Kind switch
        {
            FeelKind.Number => FeelValue.Of(-value.AsNumber()),
            FeelKind.DaysTimeDuration => Arithmetic.Duration(run, Position, FeelDuration.OfNanoseconds(-value.AsDuration().TotalNanoseconds)),
            FeelKind.YearsMonthsDuration => FeelValue.Of(new FeelMonths(-value.AsMonths().Total)),
            FeelKind.Null or FeelKind.Boolean or FeelKind.String or FeelKind.Date or FeelKind.Time or FeelKind.DateTime or FeelKind.List
                or FeelKind.Context or FeelKind.Range or FeelKind.Function =>
                run.Failure is null ? run.Fail(Position, Complaint.Negation, EvaluationRun.Shown(value)) : FeelValue.Null,
        };
    }
}
