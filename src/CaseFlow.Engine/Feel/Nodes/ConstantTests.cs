using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>A constant that is neither list, range, boolean nor null: the commonest cell of a decision table.</summary>
internal sealed class ConstantTest(FeelValue constant) : TestNode(0)
{
    private readonly string? _text = constant.AsString();

    public override FeelValue Test(EvaluationRun run, Local? locals, in FeelValue input) =>
        _text is not null && input.AsString() is { } text
            ? FeelValue.Of(string.Equals(text, _text, StringComparison.Ordinal))
            : FeelValue.Of(FeelComparison.AreEqual(run, input, constant));
}

/// <summary>A constant range. Between whole numbers, as most are, it compares 64-bit integers.</summary>
internal sealed class RangeTest : TestNode
{
    private readonly int _position;
    private readonly FeelRange _range;
    private readonly bool _isWhole;
    private readonly long _least;
    private readonly long _most;

    public RangeTest(int position, FeelRange range)
        : base(0)
    {
        _position = position;
        _range = range;
        _isWhole = range.Form == FeelRangeForm.Interval
            && range.Start.TryGetSmall(out _least, out var startExponent) && startExponent == 0
            && range.End.TryGetSmall(out _most, out var endExponent) && endExponent == 0;
    }

    public override FeelValue Test(EvaluationRun run, Local? locals, in FeelValue input)
    {
        if (_isWhole && input.TryGetSmall(out var number, out var exponent) && exponent == 0)
        {
            return FeelValue.Of(number >= _least && number <= _most
                && (number != _least || _range.StartIncluded) && (number != _most || _range.EndIncluded));
        }

        return FeelComparison.Contains(run, _range, input) is { } contained
            ? FeelValue.Of(contained)
            : run.Fail(_position, Complaint.Compared, input, FeelValue.Of(_range));
    }
}
