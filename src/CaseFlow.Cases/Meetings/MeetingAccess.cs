using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>A meeting that the actor may work on now: the right comes from an open task of the meeting's process, whose candidates the actor is among.</summary>
internal sealed record MeetingAccess(LoadedInstance Instance, Meeting Meeting)
{
    /// <param name="commands">Commands of the tasks that give the right.</param>
    /// <param name="notNow">What to say when none of the tasks is open.</param>
    public static async Task<Outcome<MeetingAccess>> Of(ProcessUnit unit, Guid meetingId, IReadOnlyList<string> commands, Refusal notNow, CancellationToken ct)
    {
        var instance = await unit.Load(meetingId, ct);
        var meeting = await unit.Db.Set<Meeting>().FindAsync([meetingId], ct);
        if (instance is null || meeting is null)
            return MeetingRefusals.NotFound();
        var tasks = await unit.Db.Tasks.Include(t => t.Candidates)
            .Where(t => t.InstanceId == meetingId && t.EndedAt == null && t.CommandName != null && commands.Contains(t.CommandName)).ToListAsync(ct);
        if (tasks.Count == 0)
            return notNow;
        return tasks.Exists(task => TaskRules.ActsAs(unit.Actor, task).Count > 0)
            ? Outcome<MeetingAccess>.Accepted(new(instance, meeting))
            : MeetingRefusals.NotYours();
    }

    /// <summary>The meeting's items in order, to be changed.</summary>
    public static Task<List<AgendaItem>> Items(ProcessUnit unit, Guid meetingId, CancellationToken ct) =>
        unit.Db.Set<AgendaItem>().Where(i => i.MeetingId == meetingId).OrderBy(i => i.Position).ToListAsync(ct);

    /// <summary>Numbers the items from 1 in the order given.</summary>
    public static void Renumber(IReadOnlyList<AgendaItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Position == i + 1)
                continue;
            items[i].Position = i + 1;
            items[i].Version++;
        }
    }
}
