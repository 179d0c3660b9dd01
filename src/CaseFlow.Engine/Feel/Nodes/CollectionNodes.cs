using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary><c>[a, b, c]</c>.</summary>
internal sealed class ListNode(int position, Node[] elements) : Node(position, elements)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var values = new FeelValue[elements.Length];
        for (var i = 0; i < elements.Length; i++)
        {
            values[i] = elements[i].Evaluate(run, locals);
        }

        return run.List(values);
    }
}

/// <summary><c>{a: 1, b: a + 1}</c>: every entry sees those before it, as locals.</summary>
internal sealed class ContextNode(int position, string[] names, Node[] values) : Node(position, values)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var entries = new KeyValuePair<string, FeelValue>[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var value = values[i].Evaluate(run, locals);
            entries[i] = new(names[i], value);
            locals = new Local(locals, value);
        }

        run.Step(names.Length);
        return FeelValue.Of(FeelContext.OfDistinct(entries));
    }
}

/// <summary><c>[a..b]</c> and <c>(&lt; b)</c>.</summary>
internal sealed class RangeNode(int position, Node start, bool startIncluded, Node end, bool endIncluded, FeelRangeForm form)
    : Node(position, start, end)
{
    /// <summary>An interval whose endpoints are literals or a call such as <c>date("2026-01-01")</c> with a literal.</summary>
    public static bool IsLiteralInterval(Node node) => node switch
    {
        ConstantNode { Value.Kind: FeelKind.Range } constant => constant.Value.AsRange() is { Form: FeelRangeForm.Interval },
        RangeNode range => range._isLiteral,
        _ => false,
    };

    private readonly bool _isLiteral = form == FeelRangeForm.Interval && IsLiteral(start) && IsLiteral(end);

    private static bool IsLiteral(Node endpoint) => endpoint is ConstantNode or BuiltInCallNode { IsLiteral: true };

    /// <summary>The range as a constant when its endpoints are constants that fit together, otherwise itself.</summary>
    public Node Folded()
    {
        if (start is not ConstantNode || end is not ConstantNode)
        {
            return this;
        }

        var value = Evaluate(new EvaluationRun(FeelContext.Empty, new FeelEnvironment(DateTimeOffset.UnixEpoch)), null);
        return value.IsNull ? this : new ConstantNode(Position, value);
    }

    public override FeelValue Evaluate(EvaluationRun run, Local? locals) =>
        Create(run, Position, new FeelRange(start.Evaluate(run, locals), startIncluded, end.Evaluate(run, locals), endIncluded, form));

    /// <summary>The range, or null when its endpoints are of different kinds, in the wrong order or both missing.</summary>
    internal static FeelValue Create(EvaluationRun run, int position, FeelRange range)
    {
        if (range.Form is FeelRangeForm.Equal or FeelRangeForm.NotEqual)
        {
            return FeelValue.Of(range);
        }

        var oneSided = range.Start.IsNull != range.End.IsNull && IsOrdered(run, range.Start.IsNull ? range.End : range.Start);
        return oneSided || FeelComparison.Compare(run, range.Start, range.End) <= 0
            ? FeelValue.Of(range)
            : run.Fail(position, Complaint.RangeEnds, range.Start, range.End);
    }

    private static bool IsOrdered(EvaluationRun run, in FeelValue value) => FeelComparison.Compare(run, value, value) is not null;
}
