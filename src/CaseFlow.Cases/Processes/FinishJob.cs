using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Processes;

/// <summary>Gives a job's result back to its process. Safe to call for a job that is no longer open: then nothing happens, so a handler that ran twice counts once.</summary>
public sealed class FinishJob(ProcessStore store)
{
    /// <summary>The work is done; the process goes on with <paramref name="variables"/>.</summary>
    /// <returns>True when the job was open.</returns>
    public Task<Outcome<bool>> Complete(Guid instanceId, long jobKey, FeelContext variables, CancellationToken ct) =>
        Finish(instanceId, jobKey, new CompleteJob(jobKey, variables), ct);

    /// <summary>The work failed for good: the service task stands with an incident that a person mends.</summary>
    /// <param name="reason">A stable word such as the failure's type; no text of a person, no secret.</param>
    /// <inheritdoc cref="Complete" path="/returns"/>
    public Task<Outcome<bool>> Fail(Guid instanceId, long jobKey, string reason, CancellationToken ct) =>
        Finish(instanceId, jobKey, new FailJob(jobKey, reason), ct);

    private Task<Outcome<bool>> Finish(Guid instanceId, long jobKey, Command command, CancellationToken ct) =>
        store.Run<bool>(Actor.System, nameof(FinishJob), requestId: null, async (unit, token) =>
        {
            var instance = await unit.Load(instanceId, token);
            if (instance is null || !instance.State.Jobs.Any(j => j.Key == jobKey))
            {
                return Outcome<bool>.Accepted(false);
            }

            var rejection = await unit.Execute(instance, command, token);
            return rejection is null ? Outcome<bool>.Accepted(true) : StoreRefusals.From(rejection);
        }, ct);
}
