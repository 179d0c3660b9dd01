using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Sorting;

/// <summary>A case that is to be sorted.</summary>
/// <param name="Said">What the sides have said in this round, as far as the actor may see it.</param>
/// <param name="Task">The actor's own open task; null when it waits for somebody else.</param>
public sealed record SortingLine(CaseRow Case, IReadOnlyList<SortingAssessment> Said, TaskAddress? Task);

/// <summary>The list of a preparation meeting (beredningsmöte): every case with an open sorting task, longest waiting first.</summary>
public sealed class SortingList(IDbContextFactory<CaseFlowDb> databases, SortingSecrecy secrecy)
{
    private static readonly string[] Commands = ["DecideSorting", "ResolveDisagreement"];

    public async Task<IReadOnlyList<SortingLine>> Of(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        var tasks = await db.Tasks.Include(t => t.Candidates).AsNoTracking()
            .Where(t => t.EndedAt == null && t.CommandName != null && Commands.Contains(t.CommandName)).ToListAsync(ct);
        var ids = tasks.Select(t => t.InstanceId).Distinct().ToList();
        // The tasks of a round open together; those that were answered in it have ended.
        var answered = await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.InstanceId) && t.EndedAt != null)
            .Select(t => new { t.InstanceId, t.ElementId, t.OpenedAt, t.TaskKey }).ToListAsync(ct);
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.StatusSince).ThenBy(c => c.Number).ToListAsync(ct);
        var said = await db.Set<SortingAssessment>().AsNoTracking().Where(a => ids.Contains(a.CaseId)).ToListAsync(ct);
        var agreement = await secrecy.Agreement(ct);
        return
        [
            .. from row in cases
               let open = tasks.Where(t => t.InstanceId == row.Id).ToList()
               let round = answered.Where(a => open.Exists(t => t.InstanceId == a.InstanceId && t.ElementId == a.ElementId && t.OpenedAt == a.OpenedAt)).Select(a => a.TaskKey).ToHashSet()
               let mine = open.Find(t => TaskRules.ActsAs(actor, t).Count > 0)
               select new SortingLine(row, SortingSecrecy.Visible(agreement, actor, [.. said.Where(a => a.CaseId == row.Id && round.Contains(a.TaskKey))]), mine?.Address),
        ];
    }
}
