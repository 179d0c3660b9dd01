using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tasks;

/// <summary>
/// "Jag tar den": tells the other candidates that somebody works on a task. It locks nobody out, and taking over from
/// another is allowed; so the task's version stays, and nobody's half-written answer becomes stale.
/// </summary>
public sealed class ClaimTask(ProcessStore store)
{
    /// <param name="take">False: the actor lets go of it again.</param>
    /// <returns>Who has the task now, or an empty text.</returns>
    public Task<Outcome<string>> Handle(Actor actor, string? requestId, TaskAddress address, bool take, CancellationToken ct) =>
        store.Run<string>(actor, nameof(ClaimTask), requestId, async (unit, token) =>
        {
            var task = await unit.Db.Tasks.Include(t => t.Candidates)
                .FirstOrDefaultAsync(t => t.InstanceId == address.InstanceId && t.TaskKey == address.TaskKey, token);
            if (task is null)
            {
                return TaskRefusals.NotFound();
            }

            if (TaskRules.ActsAs(actor, task).Count == 0)
            {
                return TaskRefusals.NotCandidate();
            }

            if (task.EndedAt is not null)
            {
                return TaskRefusals.Ended(task);
            }

            if (take)
            {
                (task.ClaimedBy, task.ClaimedAt) = (actor.AccountId, unit.Now);
            }
            else if (task.ClaimedBy == actor.AccountId)
            {
                (task.ClaimedBy, task.ClaimedAt) = (null, null);
            }

            return Outcome<string>.Accepted(task.ClaimedBy ?? "");
        }, ct);
}
