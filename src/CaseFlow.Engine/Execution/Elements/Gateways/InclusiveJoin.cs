using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Gateways;

/// <summary>
/// The inclusive gateway waits for every token in its scope that can still come by a flow where none has arrived, save
/// one that can also come by a flow where one has (BPMN 2.0.2, section 13.4.3). Asked when everything else stands still.
/// </summary>
internal static class InclusiveJoin
{
    /// <summary>Lets the first inclusive join pass that waits in vain. False when there is none.</summary>
    internal static bool PassOne(ProcessRun run)
    {
        if (!run.State.HasJoins)
            return false;
        var ready = run.State.Joins
            .Where(j => run.ElementOf(j).Kind == ElementKind.InclusiveGateway && j.Incident is null)
            .OrderBy(j => j.Key)
            .FirstOrDefault(j => !MayGetMore(run, j));
        if (ready is null)
            return false;
        Joining.Pass(run, ready);
        return true;
    }

    private static bool MayGetMore(ProcessRun run, ElementInstance instance)
    {
        var join = run.ElementOf(instance);
        var isFull = new bool[join.IncomingFlows.Length];
        for (var i = 0; i < isFull.Length; i++)
            isFull[i] = instance.Arrived!.Contains(join.IncomingFlows[i].Id); // a waiting join has arrivals

        // Joins stand in a scope, so there is one to look through.
        for (var other = instance.Scope!.FirstChild; other is not null; other = other.NextSibling)
        {
            if (other != instance && IsAwaited(run.ElementOf(other), join, isFull))
                return true;
        }

        return false;
    }

    private static bool IsAwaited(ElementModel at, ElementModel join, bool[] isFull)
    {
        if (at == join || at.Kind == ElementKind.EventSubProcess)
            return false;
        var reachesEmpty = false;
        for (var i = 0; i < isFull.Length; i++)
        {
            // Reach is computed for every inclusive join when its process is read.
            if (!join.Reach!.CanReach(at, i))
                continue;
            if (isFull[i])
                return false;
            reachesEmpty = true;
        }

        return reachesEmpty;
    }
}
