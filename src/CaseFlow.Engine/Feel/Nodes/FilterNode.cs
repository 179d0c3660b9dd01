using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>
/// <c>list[condition]</c> and <c>list[position]</c>. The condition sees the element as <c>item</c> and, when it is a
/// context, its entries by name. Whatever is no list is a list of one.
/// </summary>
internal sealed class FilterNode(int position, Node target, Node condition) : Node(position, target, condition)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals) =>
        Apply(run, locals, target.Evaluate(run, locals), condition, Position);

    internal static FeelValue Apply(EvaluationRun run, Local? locals, in FeelValue source, Node condition, int position)
    {
        if (source.IsNull)
        {
            return FeelValue.Null;
        }

        var elements = source.AsList() ?? [source];
        var failure = run.Failure;
        var first = condition.Evaluate(run, new Local(locals, elements.Count > 0 ? elements[0] : FeelValue.Null));
        if (first.Kind == FeelKind.Number)
        {
            return At(run, elements, first, position);
        }

        if (elements.Count == 0)
        {
            run.Restore(failure);
            return FeelValue.Of(elements);
        }

        var kept = new List<FeelValue>();
        for (var i = 0; i < elements.Count; i++)
        {
            run.Step();
            var answer = i == 0 ? first : condition.Evaluate(run, new Local(locals, elements[i]));
            if (answer.IsTrue)
            {
                kept.Add(elements[i]);
            }
        }

        return FeelValue.Of(kept);
    }

    private static FeelValue At(EvaluationRun run, IReadOnlyList<FeelValue> elements, in FeelValue number, int position)
    {
        if (number.TryGetInteger(out var at))
        {
            if (at >= 1 && at <= elements.Count)
            {
                return elements[(int)at - 1];
            }

            if (at <= -1 && at >= -elements.Count)
            {
                return elements[elements.Count + (int)at];
            }
        }

        return run.Failure is null ? run.Fail(position, Complaint.IndexOutside, EvaluationRun.Shown(number)) : FeelValue.Null;
    }
}
