using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>What element instances wait for: begun when they are entered, withdrawn when they end.</summary>
internal static class Listening
{
    /// <summary>Everything that one event, or a receive task, waits for. False when an incident was raised.</summary>
    internal static bool For(ProcessRun run, ElementInstance owner, ElementModel catcher)
    {
        foreach (var definition in catcher.EventDefinitions)
        {
            if (!ElementBehaviors.Of(definition.Trigger).Listen(run, owner, catcher, definition))
                return false;
        }

        return true;
    }

    /// <summary>The events on an activity's boundary.</summary>
    internal static bool AtBoundary(ProcessRun run, ElementInstance host, ElementModel element)
    {
        foreach (var boundary in element.Boundary)
        {
            if (!For(run, host, boundary))
                return false;
        }

        return true;
    }

    /// <summary>The start events of the event sub-processes in a scope.</summary>
    internal static bool InScope(ProcessRun run, ElementInstance scope)
    {
        foreach (var start in run.ContentOf(scope).EventSubProcessStarts)
        {
            if (!For(run, scope, start))
                return false;
        }

        return true;
    }

    /// <summary>Ends every wait of an instance, and its incident.</summary>
    internal static void Withdraw(ProcessRun run, ElementInstance owner)
    {
        while (owner.Waits is { } waits)
            Withdraw(run, waits[0]);
        if (owner.Incident is { } incident)
            run.Emit(new IncidentResolved(incident.Key, incident.ElementId));
    }

    /// <summary>Ends what the event sub-processes in a scope wait for; what waits on the scope's own boundary goes on.</summary>
    internal static void WithdrawInScope(ProcessRun run, ElementInstance scope)
    {
        if (scope.Waits is not { } waits)
            return;
        foreach (var wait in waits.Where(w => run.CatcherOf(w).IsEventSubProcessStart).ToList())
            Withdraw(run, wait);
    }

    internal static void Withdraw(ProcessRun run, Wait wait) => run.Emit(wait switch
    {
        OpenTimer => new TimerCancelled(wait.Key, wait.ElementId),
        MessageWait => new MessageNoLongerAwaited(wait.Key, wait.ElementId),
        SignalWait => new SignalNoLongerAwaited(wait.Key, wait.ElementId),
        ConditionWait => new ConditionNoLongerAwaited(wait.Key, wait.ElementId),
        OpenJob => new JobWithdrawn(wait.Key, wait.ElementId),
        _ => throw new InvalidOperationException($"{wait} is of no known kind."),
    });
}
