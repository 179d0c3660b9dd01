using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tasks;

/// <summary>One line of <em>Att göra</em>: an open task that the actor may do.</summary>
/// <param name="SubjectNumber">The case's number, or what the meeting is called; null while it has none.</param>
/// <param name="SubjectTitle">The case's title; null for another subject.</param>
/// <param name="Area">Key of the area that the actor acts for in it, where it is one area's step.</param>
/// <param name="Meeting">What the meeting is called that last said something of the case; null when none has.</param>
public sealed record TaskListItem(
    TaskAddress Address, long Version, string SubjectKind, string ProcessId, string ElementId, BilingualText Name, BilingualText? Lane,
    string? SubjectNumber, string? SubjectTitle, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, string? ClaimedBy, string? CommandName,
    string? Area = null, string? Meeting = null);

/// <summary>The open tasks of an actor (<em>Att göra</em>).</summary>
public sealed class TaskList(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>The open tasks of a case or meeting with their candidates, whoever may do them; oldest first.</summary>
    public async Task<IReadOnlyList<TaskRow>> Of(Guid instanceId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Tasks.Include(t => t.Candidates).AsNoTracking().Where(t => t.InstanceId == instanceId && t.EndedAt == null)
            .OrderBy(t => t.OpenedAt).ThenBy(t => t.TaskKey).ToListAsync(ct);
    }

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
        var mine = found.Select(line => (line, ActsAs: TaskRules.ActsAs(actor, line.Task))).Where(m => m.ActsAs.Count > 0).ToList();
        var meetings = await Meetings(db, [.. mine.Where(m => m.ActsAs[0].Area is not null).Select(m => m.line.Task.InstanceId).Distinct()], ct);
        return
        [
            .. from one in mine
               let line = one.line
               let task = line.Task
               orderby task.DueAt ?? DateTimeOffset.MaxValue, task.OpenedAt, task.TaskKey
               select new TaskListItem(
                   task.Address, task.Version, task.SubjectKind, task.ProcessId, task.ElementId, task.Called, task.Lane,
                   line.Number, line.Title, task.OpenedAt, task.DueAt, task.ClaimedBy, task.CommandName,
                   one.ActsAs[0].Area, meetings.GetValueOrDefault(task.InstanceId)),
        ];
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> Meetings(CaseFlowDb db, List<Guid> cases, CancellationToken ct)
    {
        var said = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.CaseId != null && i.ClosedAt != null && cases.Contains(i.CaseId.Value))
            .Join(db.Set<Meeting>().AsNoTracking(), i => i.MeetingId, m => m.Id, (i, m) => new { i.CaseId, i.ClosedAt, m.Number }).ToListAsync(ct);
        return said.GroupBy(s => s.CaseId.GetValueOrDefault()).ToDictionary(s => s.Key, s => s.MaxBy(i => i.ClosedAt)?.Number ?? "");
    }
}
