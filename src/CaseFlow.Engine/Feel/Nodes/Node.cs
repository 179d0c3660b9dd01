using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>One compiled part of an expression. Immutable, apart from hints that only save time.</summary>
internal abstract class Node
{
    protected Node(int position, params ReadOnlySpan<Node?> children)
    {
        Position = position;
        var deepest = 0;
        foreach (var child in children)
        {
            deepest = Math.Max(deepest, child?.Depth ?? 0);
        }

        Depth = deepest + 1;
    }

    protected Node(int position, int deepest)
    {
        Position = position;
        Depth = deepest + 1;
    }

    /// <summary>Where the part stands in the expression's text.</summary>
    public int Position { get; }

    /// <summary>How many nodes may be under evaluation at once, without calls.</summary>
    public int Depth { get; }

    public abstract FeelValue Evaluate(EvaluationRun run, Local? locals);
}

/// <summary>A value known at compile time.</summary>
internal sealed class ConstantNode(int position, FeelValue value) : Node(position)
{
    public FeelValue Value { get; } = value;

    public override FeelValue Evaluate(EvaluationRun run, Local? locals) => Value;
}

/// <summary>A part that can only fail, and says why when it is reached.</summary>
internal sealed class FailingNode(int position, Complaint complaint, string? detail = null) : Node(position)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals) => run.Fail(Position, complaint, detail);
}
