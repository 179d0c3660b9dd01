using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// Which variables an element sees and where a result lands. Every element instance may have variables of its own;
/// outer ones are visible inside up to the process or called process. A result lands in the nearest scope that already
/// has such a variable, else outermost: the process, the called process, or one instance of a multi-instance activity.
/// </summary>
internal static class VariableScopes
{
    internal static FeelContext Visible(ElementInstance instance)
    {
        FeelContext? inner = null;
        for (var at = instance; ; at = at.Scope!) // the loop ends at the process, the only one without scope
        {
            if (at.Locals is { Count: > 0 } locals)
                inner = inner is null ? locals : locals.With(inner);
            if (at.IsProcessRoot)
                return inner ?? FeelContext.Empty;
        }
    }

    /// <summary>Sets results of something that ran in <paramref name="scope"/>.</summary>
    internal static void Propagate(ProcessRun run, ElementInstance scope, FeelContext results)
    {
        if (results.Count == 0)
            return;
        var top = scope;
        var plain = true;
        while (!top.IsProcessRoot && !top.KeepsResults)
        {
            plain &= top.Locals is null;
            top = top.Scope!; // not the process, so it has a scope
        }

        if (plain)
        {
            run.Emit(new VariablesSet(top.Key, results));
            return;
        }

        foreach (var group in results.GroupBy(r => Home(scope, top, r.Key)))
            run.Emit(new VariablesSet(group.Key.Key, FeelContext.Of(group)));
    }

    private static ElementInstance Home(ElementInstance scope, ElementInstance top, string name)
    {
        for (var at = scope; at != top; at = at.Scope!) // top is one of its scopes
        {
            if (at.Locals is { } locals && locals.TryGet(name, out _))
                return at;
        }

        return top;
    }
}
