using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>What a stored state says of the instance as a whole.</summary>
internal sealed record StoredHead(
    string? ProcessId, string? BundleHash, string? StartElementId, string? Outcome, string? EndElementId, long FactCount, long LastKey, FeelContext? Variables);

/// <summary>What a stored state says of one element instance.</summary>
internal sealed record StoredInstance(
    long Key, string ElementId, long ScopeKey, FeelContext? Locals, string? CalledProcessId, List<string>? Arrived, LoopState? Loop, long Compensates, int Chosen);

public sealed partial class InstanceState
{
    /// <summary>Builds the state that was stored, without its facts.</summary>
    internal static InstanceState Restore(
        StoredHead head, StoredInstance[] instances, OpenTask[] tasks, Wait[] waits, Incident[] incidents, Compensable[] compensables)
    {
        var state = new InstanceState
        {
            ProcessId = head.ProcessId,
            BundleHash = head.BundleHash,
            StartElementId = head.StartElementId,
            Outcome = head.Outcome,
            EndElementId = head.EndElementId,
            Root = head.ProcessId is null ? null : new ElementInstance(0, head.ProcessId, null) { Locals = head.Variables },
        };
        foreach (var stored in instances)
            state.Restore(stored);
        foreach (var task in tasks)
            (state._tasks ??= new()).Add(task.Key, task);
        foreach (var wait in waits)
            state.Await(wait);
        foreach (var incident in incidents)
            state.Raise(incident);
        foreach (var compensable in compensables)
            (state._compensables ??= new()).Add(compensable.Key, compensable);
        (state.FactCount, state.LastKey) = (head.FactCount, head.LastKey);
        return state;
    }

    private void Restore(StoredInstance stored)
    {
        var scope = Instance(stored.ScopeKey);
        var instance = new ElementInstance(stored.Key, stored.ElementId, scope)
        {
            Locals = stored.Locals,
            CalledProcessId = stored.CalledProcessId,
            Arrived = stored.Arrived,
            Loop = stored.Loop,
            Compensates = stored.Compensates,
            Chosen = stored.Chosen,
        };
        _instances.Add(stored.Key, instance);
        scope.AddChild(instance);
        if (stored.Arrived is not null)
            (_joins ??= []).Add((scope.Key, stored.ElementId), instance);
    }
}
