using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>A signal reaches everything that waits for its name at that moment (BPMN 2.0.2, section 10.5.1).</summary>
internal sealed class SignalTrigger : TriggerBehavior
{
    internal override bool Listen(ProcessRun run, ElementInstance owner, ElementModel catcher, EventDefinition definition)
    {
        run.Emit(new SignalAwaited(run.NextKey, catcher.Id, definition.Name ?? "", owner.Key));
        return true;
    }

    internal override bool Owns(Wait wait) => wait is SignalWait;

    internal override void ListenAgain(ProcessRun run, Wait met, EventDefinition definition)
    {
        if (met is SignalWait wait)
            run.Emit(new SignalAwaited(run.NextKey, wait.ElementId, wait.SignalName, wait.ElementKey));
    }

    internal override bool TryThrow(ProcessRun run, ElementInstance instance, EventDefinition definition)
    {
        if (!run.TryMap(instance, definition.Payload, null, out var payload))
            return false;
        var signal = new SignalThrown(instance.ElementId, definition.Name ?? "", payload);
        run.Emit(signal);
        // Parallel branches advance side by side: what is one step from waiting gets there before the signal comes.
        run.Agenda.Add(null, null, instance.Scope!, signal); // an event stands in a scope
        return true;
    }

    /// <summary>A signal thrown in this instance reaches it; then the scope that it was thrown in may be done.</summary>
    internal static void Deliver(ProcessRun run, SignalThrown signal, ElementInstance scope)
    {
        Deliver(run, signal.SignalName, signal.Payload);
        Lifecycle.ScopeMayBeDone(run, scope);
    }

    /// <summary>Triggers every wait for the name that stands now, in the order in which they began.</summary>
    internal static void Deliver(ProcessRun run, string name, FeelContext payload)
    {
        foreach (var wait in run.State.SignalWaits)
        {
            if (wait.SignalName != name || run.State.FindWait(wait.Key) is null)
                continue;
            run.Emit(new SignalReceived(wait.Key, wait.ElementId, name));
            Triggering.Met(run, wait, payload);
        }
    }
}
