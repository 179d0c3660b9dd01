namespace CaseFlow.Engine.Execution.Elements;

/// <summary>
/// Elements that do nothing of their own: the undefined and the manual task, start and boundary events once triggered,
/// and gateways, whose work is the choice of flows (<see cref="FlowChoice"/>) and the waiting (<see cref="Gateways.Joining"/>).
/// </summary>
internal sealed class PassThroughBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance) => Lifecycle.Complete(run, instance);
}
