using CaseFlow.Engine.Execution.Elements.Gateways;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>What happens when something that was waited for has come, depending on where its event stands.</summary>
internal static class Triggering
{
    /// <summary>A wait was met; the fact that ended it has been emitted.</summary>
    internal static void Met(ProcessRun run, Wait wait, FeelContext payload)
    {
        var catcher = run.CatcherOf(wait);
        var owner = run.State.FindInstance(wait.ElementKey)
            ?? throw new InvalidOperationException($"{wait} has no owner.");
        if (catcher.IsParallelMultiple && owner.Waits?.Exists(w => w.ElementId == catcher.Id) == true)
            VariableScopes.Propagate(run, owner, payload);
        else if (catcher.IsEventSubProcessStart)
            StartEventSubProcess(run, owner, catcher, payload, wait);
        else if (catcher.Kind == ElementKind.BoundaryEvent)
            Boundary(run, owner, catcher, payload, wait);
        else if (owner.ElementId != catcher.Id)
            EventBasedGatewayBehavior.Triggered(run, owner, catcher, payload);
        else
        {
            Listening.Withdraw(run, owner);
            Lifecycle.Complete(run, owner, payload);
        }
    }

    /// <summary>An event that needs no waiting any more is entered and left.</summary>
    internal static void Happened(ProcessRun run, ElementModel catcher, ElementInstance scope, FeelContext payload)
    {
        var instance = run.EmitEntered(catcher, scope);
        Lifecycle.Complete(run, instance, payload);
    }

    /// <param name="met">The wait that was met; null for errors and escalations, which nothing waits for.</param>
    internal static void Boundary(ProcessRun run, ElementInstance host, ElementModel boundary, FeelContext payload, Wait? met)
    {
        var scope = host.Scope!; // an activity stands in a scope
        if (boundary.IsInterrupting)
            Lifecycle.Cancel(run, host);
        else
            ListenAgain(run, boundary, met);
        Happened(run, boundary, scope, payload);
    }

    internal static void StartEventSubProcess(ProcessRun run, ElementInstance scope, ElementModel start, FeelContext payload, Wait? met)
    {
        if (start.IsInterrupting)
        {
            Lifecycle.Clear(run, scope);
            Listening.WithdrawInScope(run, scope);
        }
        else
        {
            ListenAgain(run, start, met);
        }

        // A start event of an event sub-process lies in one.
        var inside = run.EmitEntered(start.Parent!, scope);
        run.Stage = LifecycleStage.Run;
        if (Listening.InScope(run, inside))
            Happened(run, start, inside, payload);
    }

    private static void ListenAgain(ProcessRun run, ElementModel catcher, Wait? met)
    {
        if (met is null)
            return;
        var definition = Array.Find(catcher.EventDefinitions, d => ElementBehaviors.Of(d.Trigger).Owns(met));
        if (definition is not null)
            ElementBehaviors.Of(definition.Trigger).ListenAgain(run, met, definition);
    }
}
