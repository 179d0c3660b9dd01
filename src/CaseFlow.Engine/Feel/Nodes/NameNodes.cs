using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>A name from the variables that were handed in; a built-in function of that name where there is none.</summary>
internal sealed class VariableNode(int position, string name, FeelFunction? builtIn) : Node(position)
{
    private int _hint;

    public string Name => name;

    public override FeelValue Evaluate(EvaluationRun run, Local? locals) =>
        run.Variables.TryGet(name, ref _hint, out var value) ? value
        : builtIn is not null ? FeelValue.Of(builtIn)
        : run.Fail(Position, Complaint.UnknownName, name);
}

/// <summary>A local name, so many steps up the chain.</summary>
internal sealed class LocalNode(int position, int hops) : Node(position)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals) => At(locals, hops);

    public static FeelValue At(Local? locals, int hops)
    {
        for (var i = 0; i < hops; i++)
        {
            locals = locals?.Outer;
        }

        return locals?.Value ?? FeelValue.Null;
    }
}

/// <summary>A name inside a filter: an entry of the element under test, before anything further out.</summary>
internal sealed class ElementNameNode(int position, string name, int[] elements, Node otherwise) : Node(position, otherwise)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        foreach (var hops in elements)
        {
            if (LocalNode.At(locals, hops).AsContext() is { } context && context.TryGet(name, out var value))
            {
                return value;
            }
        }

        return otherwise.Evaluate(run, locals);
    }
}
