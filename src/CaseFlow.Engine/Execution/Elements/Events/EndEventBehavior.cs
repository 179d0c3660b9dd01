namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>End event: its token is consumed; a definition is caused first.</summary>
internal sealed class EndEventBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        if (instance.Scope is { Scope: null })
            run.LastEndElementId = instance.ElementId;
        foreach (var definition in run.ElementOf(instance).EventDefinitions)
        {
            if (!ElementBehaviors.Of(definition.Trigger).TryThrow(run, instance, definition) || instance.IsGone || instance.ChildCount > 0)
                return;
        }

        Lifecycle.Complete(run, instance);
    }

    internal override void InsideDone(ProcessRun run, ElementInstance instance) => Compensating.Continue(run, instance);
}
