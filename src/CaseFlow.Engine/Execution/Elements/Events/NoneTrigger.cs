namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>An event without definition: waits for nothing and causes nothing.</summary>
internal sealed class NoneTrigger : TriggerBehavior;
