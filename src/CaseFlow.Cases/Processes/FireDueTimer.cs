using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;

namespace CaseFlow.Cases.Processes;

/// <summary>Fires a timer whose date has come. Safe to call for a timer that has fired already or was cancelled: then nothing happens.</summary>
public sealed class FireDueTimer(ProcessStore store)
{
    /// <returns>True when it fired now.</returns>
    public Task<Outcome<bool>> Handle(Guid instanceId, long timerKey, CancellationToken ct) =>
        store.Run<bool>(Actor.System, nameof(FireDueTimer), requestId: null, async (unit, token) =>
        {
            var instance = await unit.Load(instanceId, token);
            var isDue = instance?.State.Timers.Any(t => t.Key == timerKey && t.DueAt <= unit.Now) ?? false;
            if (instance is null || !isDue)
            {
                return Outcome<bool>.Accepted(false);
            }

            var rejection = await unit.Execute(instance, new FireTimer(timerKey), token);
            return rejection is null ? Outcome<bool>.Accepted(true) : StoreRefusals.From(rejection);
        }, ct);
}
