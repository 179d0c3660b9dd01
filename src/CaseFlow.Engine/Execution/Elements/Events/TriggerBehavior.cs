using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>What is special to one kind of event definition, wherever the event stands.</summary>
internal abstract class TriggerBehavior
{
    /// <summary>
    /// Begins to wait. <paramref name="owner"/> is the instance that ends the wait when it ends; <paramref name="catcher"/>
    /// the element that will be triggered. False when an incident was raised.
    /// </summary>
    internal virtual bool Listen(ProcessRun run, ElementInstance owner, ElementModel catcher, EventDefinition definition) => true;

    /// <summary>Is this a wait that <see cref="Listen"/> begins?</summary>
    internal virtual bool Owns(Wait wait) => false;

    /// <summary>Begins to wait again after a non-interrupting event has been triggered.</summary>
    internal virtual void ListenAgain(ProcessRun run, Wait met, EventDefinition definition)
    {
    }

    /// <summary>
    /// Causes what a throw or end event causes. May end or cancel <paramref name="instance"/>. False when an incident
    /// was raised.
    /// </summary>
    internal virtual bool TryThrow(ProcessRun run, ElementInstance instance, EventDefinition definition) => true;
}
