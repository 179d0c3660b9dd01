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
            if (!ElementBehaviors.Of(definition.Trigger).TryThrow(run, instance, definition) || instance.IsGone)
                return;
        }

        if (!instance.IsGone)
            Lifecycle.Complete(run, instance);
    }
}
