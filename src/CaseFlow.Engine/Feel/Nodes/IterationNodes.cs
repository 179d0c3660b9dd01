using System.Collections;
using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>What an iteration goes through: <c>x in list</c> or <c>x in from..to</c>.</summary>
/// <param name="From">The list, or the first value of the sequence.</param>
/// <param name="To">The last value of a sequence; null for a list.</param>
internal sealed record IterationDomain(Node From, Node? To)
{
    public int Depth => Math.Max(From.Depth, To?.Depth ?? 0);

    /// <summary>The elements, or null after a complaint.</summary>
    public IReadOnlyList<FeelValue>? Elements(EvaluationRun run, Local? locals)
    {
        var from = From.Evaluate(run, locals);
        if (To is not null)
        {
            return Sequence(run, from, To.Evaluate(run, locals));
        }

        if (from.AsRange() is { } range)
        {
            return Sequence(run, range);
        }

        if (from.IsNull)
        {
            _ = run.Fail(From.Position, Complaint.NotIterable, "null");
            return null;
        }

        return from.AsList() ?? [from];
    }

    private IReadOnlyList<FeelValue>? Sequence(EvaluationRun run, FeelRange range)
    {
        var elements = range.Form == FeelRangeForm.Interval ? Sequence(run, range.Start, range.End) : Unfit(run, FeelValue.Of(range));
        if (elements is null)
        {
            return null;
        }

        var skipped = range.StartIncluded ? 0 : 1;
        return [.. elements.Skip(skipped).Take(elements.Count - skipped - (range.EndIncluded ? 0 : 1))];
    }

    private IReadOnlyList<FeelValue>? Sequence(EvaluationRun run, in FeelValue from, in FeelValue to)
    {
        if (from.Kind == FeelKind.Date && to.Kind == FeelKind.Date)
        {
            return Counted(run, from.AsDate().EpochDay, to.AsDate().EpochDay, static day => FeelDate.FromEpochDay(day) is { } date ? FeelValue.Of(date) : FeelValue.Null);
        }

        return from.TryGetInteger(out var first) && to.TryGetInteger(out var last)
            ? Counted(run, first, last, static number => FeelValue.Of(number))
            : Unfit(run, from.Kind is FeelKind.Number or FeelKind.Date ? to : from);
    }

    private IReadOnlyList<FeelValue>? Unfit(EvaluationRun run, in FeelValue value)
    {
        _ = run.Fail(From.Position, Complaint.NotIterable, EvaluationRun.Shown(value));
        return null;
    }

    private static FeelValue[] Counted(EvaluationRun run, long first, long last, Func<long, FeelValue> element)
    {
        var count = Int128.Abs((Int128)last - first) + 1;
        run.Step(count > int.MaxValue ? int.MaxValue : (int)count);
        var elements = new FeelValue[(int)count];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = element(first <= last ? first + i : first - i);
        }

        return elements;
    }
}

/// <summary><c>for x in a, y in b return e</c>. Within <c>e</c>, <c>partial</c> holds the results so far.</summary>
internal sealed class ForNode(int position, IterationDomain[] domains, Node body) : Node(position, Math.Max(domains.Max(d => d.Depth), body.Depth))
{
    // Locals in order: one for each domain, then partial.
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var results = new List<FeelValue>();
        return Iterate(run, locals, 0, results) ? FeelValue.Of(results) : FeelValue.Null;
    }

    private bool Iterate(EvaluationRun run, Local? locals, int at, List<FeelValue> results)
    {
        // Domains see the names before them but not "partial", which is pushed only around the body.
        if (domains[at].Elements(run, locals) is not { } elements)
        {
            return false;
        }

        for (var i = 0; i < elements.Count; i++)
        {
            run.Step();
            var inner = new Local(locals, elements[i]);
            if (at < domains.Length - 1)
            {
                if (!Iterate(run, inner, at + 1, results))
                {
                    return false;
                }
            }
            else
            {
                var partial = new Local(inner, FeelValue.Of(new Prefix(results)));
                results.Add(body.Evaluate(run, partial));
            }
        }

        return true;
    }

    /// <summary>The results that there are now; the list behind it only grows.</summary>
    private sealed class Prefix(List<FeelValue> results) : IReadOnlyList<FeelValue>
    {
        public int Count { get; } = results.Count;

        public FeelValue this[int index] => index < Count ? results[index] : throw new ArgumentOutOfRangeException(nameof(index));

        public IEnumerator<FeelValue> GetEnumerator() => results.Take(Count).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>
/// <c>some</c> and <c>every</c>, three-valued: an answer that is no boolean leaves the whole undecided unless another
/// decides it. When strict, as in boxed expressions, an answer that is neither boolean nor null makes the whole null.
/// </summary>
internal sealed class QuantifiedNode(int position, bool every, IterationDomain[] domains, Node condition, bool strict = false)
    : Node(position, Math.Max(domains.Max(d => d.Depth), condition.Depth))
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var undecided = false;
        var answer = Iterate(run, locals, 0, ref undecided);
        return answer is null || (undecided && answer.Value == every) ? FeelValue.Null : FeelValue.Of(answer.Value);
    }

    /// <summary>Null when a domain cannot be iterated over.</summary>
    private bool? Iterate(EvaluationRun run, Local? locals, int at, ref bool undecided)
    {
        if (domains[at].Elements(run, locals) is not { } elements)
        {
            return null;
        }

        for (var i = 0; i < elements.Count; i++)
        {
            run.Step();
            var inner = new Local(locals, elements[i]);
            bool? answer;
            if (at < domains.Length - 1)
            {
                answer = Iterate(run, inner, at + 1, ref undecided);
                if (answer is null)
                {
                    return null;
                }
            }
            else
            {
                var value = condition.Evaluate(run, inner);
                if (value.Kind != FeelKind.Boolean)
                {
                    undecided = true;
                    _ = run.Failure is null ? run.Fail(condition.Position, Complaint.NotBoolean, EvaluationRun.Shown(value)) : default;
                    if (strict && !value.IsNull)
                    {
                        return null;
                    }

                    continue;
                }

                answer = value.IsTrue;
            }

            if (answer == !every)
            {
                return !every;
            }
        }

        return every;
    }
}
