using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Gateways;

/// <summary>
/// Tokens that wait for each other at a parallel or inclusive gateway, or at an activity that needs several. The first to arrive makes the gateway's instance;
/// tokens that came twice by the same flow wait for the next round.
/// </summary>
internal static class Joining
{
    internal static void Arrive(ProcessRun run, ElementModel join, FlowModel flow, ElementInstance scope)
    {
        var instance = run.State.FindJoin(scope, join.Id);
        if (instance is null)
        {
            instance = run.EmitEntered(join, scope);
            if (!run.SpendStep())
            {
                // The token is noted first, so that a retry finds a join and not a split.
                run.Emit(new TokenJoined(instance.Key, join.Id, flow.Id));
                run.Stage = LifecycleStage.Arrive;
                run.RaiseIncident(instance, IncidentCodes.BudgetSpent, join.Id);
                return;
            }
        }

        run.Emit(new TokenJoined(instance.Key, join.Id, flow.Id));
        if (IsComplete(instance, join))
            Pass(run, instance);
    }

    /// <summary>True when the tokens that have come are enough by themselves. An inclusive join is asked when everything stands still.</summary>
    internal static bool IsComplete(ElementInstance instance, ElementModel join) => join.Kind switch
    {
        ElementKind.ParallelGateway => ParallelJoin.IsComplete(instance, join),
        ElementKind.InclusiveGateway => false,
        _ => instance.Arrived?.Count >= join.StartQuantity,
    };

    /// <summary>One token by each flow goes on as one; the others begin the next round.</summary>
    internal static void Pass(ProcessRun run, ElementInstance instance)
    {
        var join = run.ElementOf(instance);
        var scope = instance.Scope!; // a gateway stands in a scope
        // An activity that needs several tokens takes them from any flow.
        var surplus = join.StartQuantity > 1 ? [] : Surplus(instance);
        Lifecycle.Arrive(run, instance);
        foreach (var flowId in surplus)
        {
            if (scope.IsGone || run.State.IsEnded)
                return;
            Arrive(run, join, Array.Find(join.IncomingFlows, f => f.Id == flowId)!, scope); // it arrived by one of them
        }
    }

    private static List<string> Surplus(ElementInstance instance)
    {
        // Never null: a join has been reached by a token at least once.
        var arrived = instance.Arrived!;
        var surplus = new List<string>();
        for (var i = 0; i < arrived.Count; i++)
        {
            if (arrived.IndexOf(arrived[i]) < i)
                surplus.Add(arrived[i]);
        }

        return surplus;
    }
}
