using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel;

/// <summary>A function as a value: built in, written in an expression, or a model's business knowledge or service.</summary>
public abstract class FeelFunction
{
    private protected FeelFunction()
    {
    }

    /// <summary>The names that an invocation by name may use, in the order of the positions.</summary>
    public abstract IReadOnlyList<string> ParameterNames { get; }

    /// <summary>Invokes by position.</summary>
    internal abstract FeelValue Invoke(EvaluationRun run, FeelValue[] arguments, int position);

    /// <summary>Invokes by name; a function that knows several sets of names overrides it.</summary>
    internal virtual FeelValue InvokeNamed(EvaluationRun run, IReadOnlyList<string> names, FeelValue[] arguments, int position)
    {
        if (!TryArrange(ParameterNames, names, arguments, out var arranged))
        {
            return run.Fail(position, Complaint.ArgumentNames, string.Join(", ", ParameterNames));
        }

        return Invoke(run, arranged, position);
    }

    /// <summary>Puts named arguments in the order of the parameters, null where one is missing; false when a name is not among them.</summary>
    internal static bool TryArrange(IReadOnlyList<string> parameters, IReadOnlyList<string> names, FeelValue[] arguments, out FeelValue[] arranged)
    {
        arranged = new FeelValue[parameters.Count];
        for (var i = 0; i < names.Count; i++)
        {
            var at = -1;
            for (var j = 0; j < parameters.Count && at < 0; j++)
            {
                at = parameters[j] == names[i] ? j : -1;
            }

            if (at < 0)
            {
                return false;
            }

            arranged[at] = arguments[i];
        }

        return true;
    }
}
