using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Gateways;

/// <summary>The parallel gateway waits for one token by each incoming flow (BPMN 2.0.2, section 13.4.1).</summary>
internal static class ParallelJoin
{
    internal static bool IsComplete(ElementInstance instance, ElementModel join)
    {
        if (instance.Arrived is not { } arrived || arrived.Count < join.IncomingFlows.Length)
            return false;
        foreach (var flow in join.IncomingFlows)
        {
            if (!arrived.Contains(flow.Id))
                return false;
        }

        return true;
    }
}
