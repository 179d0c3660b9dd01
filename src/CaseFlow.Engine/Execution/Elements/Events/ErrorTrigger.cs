using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>
/// A BPMN error ends the scope that catches it: an error event sub-process, or a boundary event of the activity
/// (BPMN 2.0.2, section 10.5.7). Not to be confused with a technical fault, which is an incident.
/// </summary>
internal sealed class ErrorTrigger : TriggerBehavior
{
    internal override bool TryThrow(ProcessRun run, ElementInstance instance, EventDefinition definition)
    {
        var code = definition.Name ?? "";
        run.Emit(new ErrorThrown(instance.ElementId, code));
        Lifecycle.Finish(run, instance);
        var scope = instance.Scope!; // an event stands in a scope
        if (Catching.Find(run, scope, EventTrigger.Error, code) is { } caught)
            caught.Trigger(run, FeelContext.Empty);
        else
            Lifecycle.EndProcess(run, "error:" + code);
        return true;
    }
}
