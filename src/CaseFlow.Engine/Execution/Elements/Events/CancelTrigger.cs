using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>
/// Cancels the transaction around it: what still runs is stopped, what has completed is undone, and the token goes on at
/// the transaction's cancel boundary event (BPMN 2.0.2, section 10.3.5).
/// </summary>
internal sealed class CancelTrigger : TriggerBehavior
{
    internal override bool TryThrow(ProcessRun run, ElementInstance instance, EventDefinition definition)
    {
        var transaction = instance.Scope!; // an event stands in a scope
        transaction.Generation++;
        transaction.Pending = 0;
        for (var other = transaction.FirstChild; other is not null;)
        {
            var next = other.NextSibling;
            if (other != instance)
                Lifecycle.Cancel(run, other);
            other = next;
        }

        Compensating.Continue(run, instance);
        return true;
    }

    /// <summary>Everything is undone.</summary>
    internal static void Undone(ProcessRun run, ElementInstance instance)
    {
        var transaction = instance.Scope!; // as above
        var boundary = Array.Find(run.ElementOf(transaction).Boundary, b => Array.Exists(b.EventDefinitions, d => d.Trigger == EventTrigger.Cancel));
        Lifecycle.Finish(run, instance);
        if (boundary is not null)
        {
            Triggering.Boundary(run, transaction, boundary, Feel.FeelContext.Empty, null);
            return;
        }

        var scope = transaction.Scope!; // a transaction stands in a scope
        Lifecycle.Cancel(run, transaction);
        Lifecycle.ScopeMayBeDone(run, scope);
    }
}
