using CaseFlow.Engine.Execution.Elements.Events;

namespace CaseFlow.Engine.Execution.Elements.Activities;

/// <summary>Waits for its message.</summary>
internal sealed class ReceiveTaskBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance) => Listening.For(run, instance, run.ElementOf(instance));
}
