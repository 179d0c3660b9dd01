using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.BuiltIns;
using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Decisions.Logic;

/// <summary>Makes the outcome of the rules that match, as the hit policy says.</summary>
internal sealed class TableOutcome(EvaluationRun run, Local? locals, string table, HitPolicy policy, TableOutput[] outputs, TableRule[] rules)
{
    /// <summary>The outcome of at least one rule, given by index.</summary>
    public FeelValue Of(List<int> matched) => policy switch
    {
        HitPolicy.Unique when matched.Count > 1 => Several(matched),
        HitPolicy.Unique or HitPolicy.First => Whole(Entries(matched[0])),
        HitPolicy.Any => Agreed(matched),
        HitPolicy.Priority => Whole(ByPriority(matched)[0]),
        HitPolicy.OutputOrder => run.List([.. ByPriority(matched).Select(Whole)]),
        HitPolicy.RuleOrder or HitPolicy.Collect => run.List([.. matched.Select(i => Whole(Entries(i)))]),
        HitPolicy.CollectCount => FeelValue.Of(matched.Count),
        HitPolicy.CollectSum => Aggregated("sum", matched),
        HitPolicy.CollectMin => Aggregated("min", matched),
        HitPolicy.CollectMax => Aggregated("max", matched),
    };

    private FeelValue[] Entries(int rule)
    {
        var entries = new FeelValue[outputs.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var value = rules[rule].Outputs[i].Evaluate(run, locals);
            entries[i] = outputs[i].Type.Coerce(run, value) ?? run.Fail(0, Complaint.WrongType, EvaluationRun.Shown(value), outputs[i].Type.Name);
        }

        return entries;
    }

    private FeelValue Whole(FeelValue[] entries)
    {
        if (outputs.Length == 1)
        {
            return entries[0];
        }

        return FeelValue.Of(FeelContext.Of(outputs.Select((o, i) => new KeyValuePair<string, FeelValue>(o.Name, entries[i]))));
    }

    private FeelValue Several(List<int> matched) =>
        run.Fail(0, Complaint.SeveralRules, table, string.Join(", ", matched.Select(i => (i + 1).ToString(CultureInfo.InvariantCulture))));

    private FeelValue Agreed(List<int> matched)
    {
        var first = Whole(Entries(matched[0]));
        return matched.TrueForAll(i => FeelComparison.AreEqual(run, first, Whole(Entries(i))) == true) ? first : Several(matched);
    }

    private List<FeelValue[]> ByPriority(List<int> matched)
    {
        var orders = outputs.Select(o => o.Priorities?.Evaluate(run, locals).AsList() ?? []).ToArray();
        return [.. matched
            .Select(Entries)
            .OrderBy(entries => entries.Select((entry, i) => Rank(orders[i], entry)).ToArray(), RankOrder.Instance)];
    }

    private int Rank(IReadOnlyList<FeelValue> order, FeelValue entry)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (FeelComparison.AreEqual(run, order[i], entry) == true)
            {
                return i;
            }
        }

        return order.Count;
    }

    private FeelValue Aggregated(string function, List<int> matched) =>
        BuiltInLibrary.Find(function) is { } aggregate
            ? aggregate.Invoke(run, [run.List([.. matched.Select(i => Whole(Entries(i)))])], 0)
            : FeelValue.Null;

    /// <summary>The first column weighs most.</summary>
    private sealed class RankOrder : IComparer<int[]>
    {
        public static RankOrder Instance { get; } = new();

        public int Compare(int[]? x, int[]? y)
        {
            for (var i = 0; x is not null && y is not null && i < x.Length; i++)
            {
                if (x[i] != y[i])
                {
                    return x[i].CompareTo(y[i]);
                }
            }

            return 0;
        }
    }
}
