using CaseFlow.Engine.Execution.Elements.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Gateways;

/// <summary>Waits for the first of several events (BPMN 2.0.2, section 13.4.4). The waits name the events; the token stands at the gateway.</summary>
internal sealed class EventBasedGatewayBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        Listening.Withdraw(run, instance);
        foreach (var flow in run.ElementOf(instance).OutgoingFlows)
        {
            if (!Listening.For(run, instance, flow.Target))
                return;
        }
    }

    /// <summary>One of the events has come: the others are no longer awaited, and its path is taken.</summary>
    internal static void Triggered(ProcessRun run, ElementInstance gateway, ElementModel catcher, FeelContext payload)
    {
        var flow = Array.Find(run.ElementOf(gateway).OutgoingFlows, f => f.Target == catcher)
            ?? throw new InvalidOperationException($"No flow leads from {gateway.ElementId} to {catcher.Id}.");
        var scope = gateway.Scope!; // a gateway stands in a scope
        Lifecycle.Finish(run, gateway);
        run.Emit(new SequenceFlowTaken(flow.Id, scope.Key));
        Triggering.Happened(run, catcher, scope, payload);
    }
}
