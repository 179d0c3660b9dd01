namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>Intermediate throw event: causes what its definition says and goes on.</summary>
internal sealed class ThrowEventBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        var element = run.ElementOf(instance);
        foreach (var definition in element.EventDefinitions)
        {
            if (!ElementBehaviors.Of(definition.Trigger).TryThrow(run, instance, definition) || instance.IsGone)
                return;
        }

        if (!instance.IsGone)
            Lifecycle.Complete(run, instance);
    }
}
