using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>Ends everything in the scope where the end event stands, and with it the scope; outer scopes go on (BPMN 2.0.2, section 13.5.6).</summary>
internal sealed class TerminateTrigger : TriggerBehavior
{
    internal override bool TryThrow(ProcessRun run, ElementInstance instance, EventDefinition definition)
    {
        var scope = instance.Scope!; // an event stands in a scope
        Lifecycle.Finish(run, instance);
        Lifecycle.Clear(run, scope);
        if (scope.Scope is null)
            Lifecycle.EndProcess(run, "terminated");
        else
            Lifecycle.ScopeMayBeDone(run, scope);
        return true;
    }
}
