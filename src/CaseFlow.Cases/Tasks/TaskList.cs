using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tasks;

/// <summary>One line of <em>Att göra</em>: an open task that the actor may do.</summary>
/// <param name="SubjectNumber">The case's number, or what the meeting is called; null while it has none.</param>
/// <param name="SubjectTitle">The case's title; null for another subject.</param>
public sealed record TaskListItem(
    TaskAddress Address, long Version, string SubjectKind, string ProcessId, string ElementId, string Name, string? LaneName,
    string? SubjectNumber, string? SubjectTitle, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, string? ClaimedBy, string? CommandName);

/// <summary>The open tasks of an actor (<em>Att göra</em>).</summary>
public sealed class TaskList(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>All open tasks that the actor may do: what is due first comes first, then the oldest.</summary>
    public async Task<IReadOnlyList<TaskListItem>> For(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var roles = actor.Grants.Select(g => g.Role).Distinct().ToList();
        if (roles.Count == 0)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await (
            from task in db.Tasks.Include(t => t.Candidates)
            where task.EndedAt == null && task.Candidates.Any(c => roles.Contains(c.Role))
            join instance in db.Instances on task.InstanceId equals instance.Id
            join row in db.Cases on task.InstanceId equals row.Id into cases
            from subject in cases.DefaultIfEmpty()
            select new { Task = task, instance.Number, subject.Title }).AsNoTracking().ToListAsync(ct);
        return
        [
            .. from line in found
               where TaskRules.ActsAs(actor, line.Task).Count > 0
               let task = line.Task
               orderby task.DueAt ?? DateTimeOffset.MaxValue, task.OpenedAt, task.TaskKey
               select new TaskListItem(
                   task.Address, task.Version, task.SubjectKind, task.ProcessId, task.ElementId, task.Name, task.LaneName,
                   line.Number, line.Title, task.OpenedAt, task.DueAt, task.ClaimedBy, task.CommandName),
        ];
    }
}
