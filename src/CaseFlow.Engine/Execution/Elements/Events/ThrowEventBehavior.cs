namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>Intermediate throw event: causes what its definition says and goes on.</summary>
internal sealed class ThrowEventBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        var element = run.ElementOf(instance);
        foreach (var definition in element.EventDefinitions)
        {
            if (!ElementBehaviors.Of(definition.Trigger).TryThrow(run, instance, definition) || instance.IsGone || instance.ChildCount > 0)
                return;
        }

        Lifecycle.Complete(run, instance);
    }

    internal override void InsideDone(ProcessRun run, ElementInstance instance) => Compensating.Continue(run, instance);
}
