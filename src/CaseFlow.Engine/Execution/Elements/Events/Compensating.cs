using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>The undoing of completed activities, one after the other, inside the event that called for it.</summary>
internal static class Compensating
{
    /// <summary>Starts the next handler, or lets the throwing event go on when there is none left.</summary>
    internal static void Continue(ProcessRun run, ElementInstance thrower)
    {
        var definition = Array.Find(run.ElementOf(thrower).EventDefinitions, d => d.Trigger is EventTrigger.Compensation or EventTrigger.Cancel)
            ?? throw new InvalidOperationException($"{thrower.ElementId} compensates nothing.");
        if (Next(run, thrower, ScopeOf(run, thrower), definition.Name) is var (registered, handler))
            Start(run, thrower, registered, handler);
        else if (definition.Trigger == EventTrigger.Cancel)
            CancelTrigger.Undone(run, thrower);
        else
            Lifecycle.Complete(run, thrower);
    }

    private static void Start(ProcessRun run, ElementInstance thrower, Compensable registered, ElementModel handler)
    {
        var instance = run.EmitEntered(handler, thrower);
        run.Emit(new CompensationStarted(instance.Key, handler.Id, registered.Key));
        if (handler.Kind != ElementKind.EventSubProcess)
        {
            Lifecycle.Arrive(run, instance);
            return;
        }

        run.Stage = LifecycleStage.Run;
        if (Listening.InScope(run, instance))
            Triggering.Happened(run, Array.Find(handler.Content.Children, IsCompensationStart)!, instance, FeelContext.Empty); // that makes it a handler
    }

    // The scope whose activities are undone: inside an event sub-process, the scope that it belongs to; inside a handler
    // of a completed sub-process, what was that sub-process.
    private static long ScopeOf(ProcessRun run, ElementInstance thrower)
    {
        var scope = thrower.Scope!; // an event stands in a scope
        if (scope.Compensates != 0)
            return scope.Compensates;
        return !scope.IsProcessRoot && run.ElementOf(scope).Kind == ElementKind.EventSubProcess ? scope.Scope!.Key : scope.Key;
    }

    private static (Compensable Registered, ElementModel Handler)? Next(ProcessRun run, ElementInstance thrower, long scopeKey, string? activityId)
    {
        var process = run.ProcessAround(thrower);
        foreach (var registered in run.State.Compensables.Reverse())
        {
            if (registered.ScopeKey != scopeKey || (activityId is not null && registered.ElementId != activityId))
                continue;
            var element = process.FindElement(registered.ElementId);
            if (element is not null && HandlerOf(element) is { } handler)
                return (registered, handler);
            if (Next(run, thrower, registered.InstanceKey, null) is { } inner)
                return inner;
            run.Emit(new CompensationDone(registered.Key, registered.ElementId));
        }

        return null;
    }

    private static ElementModel? HandlerOf(ElementModel element) =>
        element.CompensationHandler
        ?? Array.Find(element.Content.Children, c => c.Kind == ElementKind.EventSubProcess && Array.Exists(c.Content.Children, IsCompensationStart));

    private static bool IsCompensationStart(ElementModel element) =>
        element.IsEventSubProcessStart && Array.Exists(element.EventDefinitions, d => d.Trigger == EventTrigger.Compensation);
}
