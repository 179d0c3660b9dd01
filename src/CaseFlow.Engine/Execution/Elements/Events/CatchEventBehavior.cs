namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>Intermediate catch event: waits for what its definitions say. A link target waits for nothing.</summary>
internal sealed class CatchEventBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        Listening.Withdraw(run, instance);
        if (Listening.For(run, instance, run.ElementOf(instance)) && instance.Waits is null)
            Lifecycle.Complete(run, instance);
    }
}
