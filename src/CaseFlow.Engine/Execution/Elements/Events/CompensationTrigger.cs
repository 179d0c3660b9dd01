using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>
/// Undoes what has completed in the scope, the last first, and goes on when that is done (BPMN 2.0.2, section 10.7).
/// The handlers run inside the throwing event's own instance.
/// </summary>
internal sealed class CompensationTrigger : TriggerBehavior
{
    internal override bool TryThrow(ProcessRun run, ElementInstance instance, EventDefinition definition)
    {
        Compensating.Continue(run, instance);
        return true;
    }
}
