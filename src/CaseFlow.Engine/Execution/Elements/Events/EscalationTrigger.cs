using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>
/// An escalation reaches the nearest scope that listens for it, and interrupts that scope only where the catching event
/// says so. Where nobody listens the process goes on (BPMN 2.0.2, section 10.5.7).
/// </summary>
internal sealed class EscalationTrigger : TriggerBehavior
{
    internal override bool TryThrow(ProcessRun run, ElementInstance instance, EventDefinition definition)
    {
        var code = definition.Name ?? "";
        run.Emit(new EscalationThrown(instance.ElementId, code));
        var scope = instance.Scope!; // an event stands in a scope
        if (Catching.Find(run, scope, EventTrigger.Escalation, code) is { } caught)
            caught.Trigger(run, FeelContext.Empty);
        return true;
    }
}
