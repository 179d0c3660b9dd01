using CaseFlow.Engine.Decisions.Logic;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Decisions;

/// <summary>One evaluation of a requirements graph: every decision is made at most once.</summary>
/// <param name="run">Shared with everything that is evaluated within.</param>
/// <param name="given">What is handed in for an element, or null when nothing is.</param>
/// <param name="decisionsGiven">Whether what is handed in also replaces decisions that have logic, as in a service.</param>
/// <param name="undeclared">Names that decisions see beside what they require.</param>
internal sealed class DecisionEvaluation(EvaluationRun run, Func<DrgElement, FeelValue?> given, bool decisionsGiven, FeelContext undeclared)
{
    // What a requirement costs in depth beside its expression.
    private const int LevelsPerRequirement = 6;

    private readonly Dictionary<DrgElement, FeelValue> _known = [];

    public FeelValue ValueOf(DrgElement element) => ValueOf(element, null);

    /// <summary>The value of an element; a decision table tells its rules to <paramref name="trace"/>.</summary>
    public FeelValue ValueOf(DrgElement element, TableTrace? trace)
    {
        if (_known.TryGetValue(element, out var known))
        {
            return known;
        }

        var value = element switch
        {
            FunctionElement { Function: { } function } => FeelValue.Of(function),
            DecisionElement decision => Decide(decision, trace),
            InputElement => Taken(element, given(element) ?? FeelValue.Null),
            _ => FeelValue.Null,
        };
        _known[element] = value;
        return value;
    }

    private FeelValue Taken(DrgElement element, in FeelValue value)
    {
        if (element.Type.Coerce(run, value) is not { } coerced)
        {
            return run.Fail(0, Complaint.WrongType, EvaluationRun.Shown(value), element.Type.Name);
        }

        return ItemType.Allows(run, element.Type, coerced) ? coerced : run.Fail(0, Complaint.NotAllowed, EvaluationRun.Shown(coerced), element.Name);
    }

    private FeelValue Decide(DecisionElement decision, TableTrace? trace)
    {
        if ((decision.Logic is null || decisionsGiven) && given(decision) is { } handedIn)
        {
            return Taken(decision, handedIn);
        }

        if (decision.Logic is null)
        {
            return run.Fail(0, Complaint.NoLogic, decision.Name);
        }

        run.Step();
        var levels = decision.Logic.Depth + LevelsPerRequirement;
        run.Enter(levels);
        var variables = undeclared.With(VariablesOf(decision.Requirements, ValueOf));
        var outside = run.Variables;
        run.Variables = variables;
        var value = trace is not null && decision.Table is { } table ? table.Decide(run, null, trace) : decision.Logic.Evaluate(run, null);
        run.Variables = outside;
        run.Leave(levels);
        return decision.Type.Coerce(run, value) ?? run.Fail(0, Complaint.WrongType, EvaluationRun.Shown(value), decision.Type.Name);
    }

    /// <summary>The names that an element's expressions see: what it requires, imported elements within their import's name.</summary>
    public static FeelContext VariablesOf(IReadOnlyList<Requirement> requirements, Func<DrgElement, FeelValue> valueOf)
    {
        var entries = new KeyValuePair<string, FeelValue>[requirements.Count];
        var imported = false;
        for (var i = 0; i < entries.Length; i++)
        {
            imported |= requirements[i].Import is not null;
            entries[i] = new(requirements[i].Element.Name, valueOf(requirements[i].Element));
        }

        if (!imported)
        {
            return FeelContext.Of(entries);
        }

        var variables = FeelContext.Empty;
        for (var i = 0; i < entries.Length; i++)
        {
            variables = requirements[i].Import is { } import
                ? variables.With(import, FeelValue.Of((variables[import].AsContext() ?? FeelContext.Empty).With(entries[i].Key, entries[i].Value)))
                : variables.With(entries[i].Key, entries[i].Value);
        }

        return variables;
    }
}
