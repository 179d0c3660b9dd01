using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution.Elements.Activities;

/// <summary>Evaluates a FEEL script. Its value goes to the result variable; without one, the entries of a context become variables.</summary>
internal sealed class ScriptTaskBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        var element = run.ElementOf(instance);
        var value = FeelValue.Null;
        if (element.Script is not null && !run.TryEvaluate(instance, element.Script, out value))
            return;
        Lifecycle.Complete(run, instance, Results.Of(element.ResultVariable, value));
    }
}

/// <summary>How the value of a script or a decision becomes variables.</summary>
internal static class Results
{
    internal static FeelContext? Of(string? variable, FeelValue value) =>
        variable is null ? value.AsContext() : FeelContext.Of(KeyValuePair.Create(variable, value));
}
