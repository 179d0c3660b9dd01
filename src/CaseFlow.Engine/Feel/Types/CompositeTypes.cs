using CaseFlow.Engine.Feel.Evaluation;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Types;

/// <summary><c>list&lt;T&gt;</c>.</summary>
internal sealed class ListType(FeelType element) : FeelType
{
    public override string Name => $"list<{element.Name}>";

    public override FeelType ElementType => element;

    protected override bool Accepts(EvaluationRun run, in FeelValue value)
    {
        if (value.AsList() is not { } list)
        {
            return false;
        }

        run.Step(element is AnyType ? 0 : list.Count);
        for (var i = 0; i < list.Count && element is not AnyType; i++)
        {
            if (!element.Conforms(run, list[i]))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary><c>context&lt;a: T&gt;</c>: the named entries must be there; others may be there too.</summary>
internal sealed class ContextType(IReadOnlyList<KeyValuePair<string, FeelType>> entries) : FeelType
{
    public override string Name => entries.Count == 0 ? "context" : $"context<{string.Join(", ", entries.Select(e => $"{e.Key}: {e.Value.Name}"))}>";

    public IReadOnlyList<KeyValuePair<string, FeelType>> Entries => entries;

    protected override bool Accepts(EvaluationRun run, in FeelValue value)
    {
        if (value.AsContext() is not { } context)
        {
            return false;
        }

        run.Step(entries.Count);
        foreach (var (name, type) in entries)
        {
            if (!context.TryGet(name, out var entry) || !type.Conforms(run, entry))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary><c>range&lt;T&gt;</c>.</summary>
internal sealed class RangeType(FeelType endpoint) : FeelType
{
    public override string Name => $"range<{endpoint.Name}>";

    protected override bool Accepts(EvaluationRun run, in FeelValue value) =>
        value.AsRange() is { } range && endpoint.Conforms(run, range.Start) && endpoint.Conforms(run, range.End);
}

/// <summary><c>function&lt;T, U&gt; -&gt; R</c>: what a function with declared types can be used as.</summary>
internal sealed class FunctionType(IReadOnlyList<FeelType> parameters, FeelType result) : FeelType
{
    public FeelType Result => result;

    public override string Name => $"function<{string.Join(", ", parameters.Select(p => p.Name))}>->{result.Name}";

    protected override bool Accepts(EvaluationRun run, in FeelValue value)
    {
        if (value.AsFunction() is not { } function || function.ParameterNames.Count != parameters.Count)
        {
            return false;
        }

        if (function is not Closure closure)
        {
            return true;
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            if (!MayHold(closure.Parameters[i].Type, parameters[i]))
            {
                return false;
            }
        }

        return MayHold(result, closure.Result);
    }

    private static bool MayHold(FeelType place, FeelType value) =>
        place is AnyType || value is AnyType || place.Name == value.Name;
}
