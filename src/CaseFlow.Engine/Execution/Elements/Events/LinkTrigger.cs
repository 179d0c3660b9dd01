using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>A link joins two places of one scope as if a flow ran between them (BPMN 2.0.2, section 10.5.1).</summary>
internal sealed class LinkTrigger : TriggerBehavior
{
    internal override bool TryThrow(ProcessRun run, ElementInstance instance, EventDefinition definition)
    {
        var target = run.ElementOf(instance).LinkTarget
            ?? throw new InvalidOperationException($"The link {definition.Name} leads nowhere.");
        Lifecycle.Finish(run, instance);
        run.Agenda.Add(target, null, instance.Scope!); // an event stands in a scope
        return true;
    }
}
