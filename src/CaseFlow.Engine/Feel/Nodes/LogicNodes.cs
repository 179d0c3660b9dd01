using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>Three-valued conjunction: false decides, whatever the other side is (DMN 1.5, table 50).</summary>
internal sealed class AndNode(int position, Node left, Node right) : Node(position, left, right)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var first = left.Evaluate(run, locals);
        if (first.IsFalse)
        {
            return first;
        }

        var second = right.Evaluate(run, locals);
        return second.IsFalse || (first.IsTrue && second.IsTrue) ? second : OrNode.Undecided(this, run, first, second);
    }
}

/// <summary>Three-valued disjunction: true decides, whatever the other side is.</summary>
internal sealed class OrNode(int position, Node left, Node right) : Node(position, left, right)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var first = left.Evaluate(run, locals);
        if (first.IsTrue)
        {
            return first;
        }

        var second = right.Evaluate(run, locals);
        return second.IsTrue || (first.IsFalse && second.IsFalse) ? second : Undecided(this, run, first, second);
    }

    internal static FeelValue Undecided(Node node, EvaluationRun run, in FeelValue first, in FeelValue second)
    {
        var culprit = first.Kind == FeelKind.Boolean ? second : first;
        return run.Failure is null ? run.Fail(node.Position, Complaint.NotBoolean, EvaluationRun.Shown(culprit)) : FeelValue.Null;
    }
}

/// <summary><c>if then else</c>: everything but true takes the second branch.</summary>
internal sealed class IfNode(int position, Node condition, Node then, Node otherwise) : Node(position, condition, then, otherwise)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals) =>
        condition.Evaluate(run, locals).IsTrue ? then.Evaluate(run, locals) : otherwise.Evaluate(run, locals);
}
