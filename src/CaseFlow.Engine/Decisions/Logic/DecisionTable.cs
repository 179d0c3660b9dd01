using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Evaluation;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Types;

namespace CaseFlow.Engine.Decisions.Logic;

/// <summary>An input column.</summary>
/// <param name="Label">What the column is called: its label, or else its expression.</param>
/// <param name="Expression">What is tested.</param>
/// <param name="Allowed">What the input may be; null when not declared.</param>
internal sealed record TableInput(string Label, Node Expression, TestNode? Allowed);

/// <summary>An output column.</summary>
/// <param name="Name">The entry's name when there are several columns.</param>
/// <param name="Type">What the output must be.</param>
/// <param name="Priorities">The output values, the highest priority first; null when not declared.</param>
/// <param name="Default">The output when no rule matches; null when not declared.</param>
internal sealed record TableOutput(string Name, FeelType Type, Node? Priorities, Node? Default);

/// <summary>A rule: a test for every input and an expression for every output.</summary>
internal sealed record TableRule(TestNode[] Tests, Node[] Outputs);

/// <summary>What a table tells about how it came to its outcome.</summary>
internal sealed class TableTrace
{
    /// <summary>The numbers of the rules that matched, from 1.</summary>
    public List<int> Matched { get; } = [];

    public FeelContext Inputs { get; set; } = FeelContext.Empty;
}

/// <summary>A decision table.</summary>
internal sealed class DecisionTable(string name, HitPolicy policy, TableInput[] inputs, TableOutput[] outputs, TableRule[] rules)
    : Node(0, Deepest(inputs, outputs, rules) + 2)
{
    private static int Deepest(TableInput[] inputs, TableOutput[] outputs, TableRule[] rules)
    {
        var deepest = 0;
        foreach (var input in inputs)
        {
            deepest = Math.Max(deepest, Math.Max(input.Expression.Depth, input.Allowed?.Depth ?? 0));
        }

        foreach (var output in outputs)
        {
            deepest = Math.Max(deepest, Math.Max(output.Priorities?.Depth ?? 0, output.Default?.Depth ?? 0));
        }

        foreach (var rule in rules)
        {
            deepest = Math.Max(deepest, rule.Tests.Select(t => t.Depth).Concat(rule.Outputs.Select(o => o.Depth)).DefaultIfEmpty().Max());
        }

        return deepest;
    }

    public override FeelValue Evaluate(EvaluationRun run, Local? locals) => Decide(run, locals, null);

    /// <summary>The outcome; the rules that matched and the inputs are told to <paramref name="trace"/>.</summary>
    public FeelValue Decide(EvaluationRun run, Local? locals, TableTrace? trace)
    {
        var columns = new Local[inputs.Length];
        if (!ReadInputs(run, locals, columns, trace))
        {
            return FeelValue.Null;
        }

        run.Step(rules.Length);
        var matched = new List<int>();
        for (var i = 0; i < rules.Length; i++)
        {
            if (Matches(run, rules[i], columns))
            {
                matched.Add(i);
                if (policy == HitPolicy.First)
                {
                    break;
                }
            }
        }

        trace?.Matched.AddRange(matched.Select(i => i + 1));
        return matched.Count == 0 ? WithoutMatch(run, locals) : new TableOutcome(run, locals, name, policy, outputs, rules).Of(matched);
    }

    private bool ReadInputs(EvaluationRun run, Local? locals, Local[] columns, TableTrace? trace)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var value = inputs[i].Expression.Evaluate(run, locals);
            columns[i] = new Local(locals, value);
            if (trace is not null)
            {
                trace.Inputs = trace.Inputs.With(inputs[i].Label, value);
            }

            if (!value.IsNull && inputs[i].Allowed is { } allowed && !allowed.Test(run, columns[i], value).IsTrue)
            {
                _ = run.Fail(Position, Complaint.NotAllowed, EvaluationRun.Shown(value), inputs[i].Label);
                return false;
            }
        }

        return true;
    }

    private static bool Matches(EvaluationRun run, TableRule rule, Local[] columns)
    {
        var tests = rule.Tests;
        for (var i = 0; i < tests.Length; i++)
        {
            if (!tests[i].Test(run, columns[i], columns[i].Value).IsTrue)
            {
                return false;
            }
        }

        return true;
    }

    private FeelValue WithoutMatch(EvaluationRun run, Local? locals)
    {
        if (Array.Exists(outputs, o => o.Default is not null))
        {
            return outputs.Length == 1
                ? outputs[0].Default!.Evaluate(run, locals) // Not null: one of the outputs has a default, and there is but one.
                : FeelValue.Of(FeelContext.Of(outputs.Select(o => new KeyValuePair<string, FeelValue>(o.Name, o.Default?.Evaluate(run, locals) ?? FeelValue.Null))));
        }

        return policy switch
        {
            HitPolicy.CollectCount => FeelValue.Of(0),
            HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder => FeelValue.Of([]),
            HitPolicy.Unique or HitPolicy.First or HitPolicy.Any or HitPolicy.Priority
                or HitPolicy.CollectSum or HitPolicy.CollectMin or HitPolicy.CollectMax => run.Fail(Position, Complaint.NoRule, name),
        };
    }
}
