using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Evaluation;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Types;

namespace CaseFlow.Engine.Decisions.Logic;

/// <summary>An expression whose value must be of a type.</summary>
internal sealed class TypedNode(Node inner, FeelType type) : Node(inner.Position, inner)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var value = inner.Evaluate(run, locals);
        return type.Coerce(run, value) ?? run.Fail(Position, Complaint.WrongType, EvaluationRun.Shown(value), type.Name);
    }
}

/// <summary>A boxed context that ends in a result: its entries are locals of the result.</summary>
internal sealed class ContextResultNode(Node[] entries, Node result) : Node(result.Position, [.. entries, result])
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        foreach (var entry in entries)
        {
            locals = new Local(locals, entry.Evaluate(run, locals));
        }

        return result.Evaluate(run, locals);
    }
}

/// <summary>A row of a relation: a context whose entries do not see each other.</summary>
internal sealed class RowNode(string[] names, Node[] values) : Node(0, values)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var entries = new KeyValuePair<string, FeelValue>[names.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new(names[i], i < values.Length ? values[i].Evaluate(run, locals) : FeelValue.Null);
        }

        run.Step(names.Length);
        return FeelValue.Of(FeelContext.Of(entries));
    }
}

/// <summary>A boxed conditional: unlike the <c>if</c> of FEEL it wants a boolean or null as its condition.</summary>
internal sealed class ConditionalNode(Node condition, Node then, Node otherwise) : Node(condition.Position, condition, then, otherwise)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var answer = condition.Evaluate(run, locals);
        return answer.Kind is FeelKind.Boolean or FeelKind.Null
            ? (answer.IsTrue ? then : otherwise).Evaluate(run, locals)
            : run.Fail(Position, Complaint.NotBoolean, EvaluationRun.Shown(answer));
    }
}

/// <summary>A boxed filter: every element's answer must be a boolean or null.</summary>
internal sealed class BoxedFilterNode(Node source, Node match) : Node(source.Position, source, match)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var value = source.Evaluate(run, locals);
        if (value.IsNull)
        {
            return value;
        }

        var kept = new List<FeelValue>();
        foreach (var element in value.AsList() ?? [value])
        {
            run.Step();
            var answer = match.Evaluate(run, new Local(locals, element));
            if (answer.Kind is not (FeelKind.Boolean or FeelKind.Null))
            {
                return run.Fail(Position, Complaint.NotBoolean, EvaluationRun.Shown(answer));
            }

            if (answer.IsTrue)
            {
                kept.Add(element);
            }
        }

        return FeelValue.Of(kept);
    }
}
