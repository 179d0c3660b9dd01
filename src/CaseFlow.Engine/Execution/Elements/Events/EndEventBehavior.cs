using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>End event: its token is consumed; a definition is caused first.</summary>
internal sealed class EndEventBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        if (EndsTheProcess(run, instance))
            run.LastEndElementId = instance.ElementId;
        foreach (var definition in run.ElementOf(instance).EventDefinitions)
        {
            if (!ElementBehaviors.Of(definition.Trigger).TryThrow(run, instance, definition) || instance.IsGone || instance.ChildCount > 0)
                return;
        }

        Lifecycle.Complete(run, instance);
    }

    internal override void InsideDone(ProcessRun run, ElementInstance instance) => Compensating.Continue(run, instance);

    // Directly in the process, or in an event sub-process that interrupted it: then nothing else of the process runs.
    private static bool EndsTheProcess(ProcessRun run, ElementInstance instance) =>
        instance.Scope is { Scope: null }
        || (instance.Scope is { Scope.Scope: null } handler
            && run.ElementOf(handler) is { Kind: ElementKind.EventSubProcess } element
            && element.Children.Any(c => c.IsEventSubProcessStart && c.IsInterrupting));
}
