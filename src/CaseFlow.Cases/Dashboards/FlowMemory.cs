using System.Collections.Concurrent;
using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Dashboards;

/// <summary>
/// What has happened to each case, remembered by the case's version: only cases that have changed since are read again. The version
/// is asked of the database each time and counts up at every commit, so that what other nodes did is seen as well.
/// </summary>
public sealed class FlowMemory(IDbContextFactory<CaseFlowDb> databases) : IDisposable
{
    // More than these are read in one go by their scope; fewer by their ids.
    private const int FewCases = 300;

    private readonly ConcurrentDictionary<Guid, Remembered> _cases = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <param name="scope">Which cases.</param>
    public async Task<FlowHistory> Read(FigureScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await databases.CreateDbContextAsync(ct);
        var narrowed = CaseFigures.Narrow(db.Cases.AsNoTracking(), scope);
        List<Remembered> cases;
        // One reads what has changed, the others wait for it instead of reading the same.
        await _turn.WaitAsync(ct);
        try
        {
            var versions = await narrowed.Select(c => new { c.Id, c.Version }).ToListAsync(ct);
            var changed = versions.Where(v => !_cases.TryGetValue(v.Id, out var known) || known.Version != v.Version).Select(v => v.Id).ToList();
            if (changed.Count > 0)
                await Remember(db, changed.Count > FewCases ? narrowed : db.Cases.AsNoTracking().Where(c => changed.Contains(c.Id)), ct);
            cases = [.. versions.Select(v => _cases.GetValueOrDefault(v.Id)).OfType<Remembered>()];
        }
        finally
        {
            _turn.Release();
        }

        // A meeting may say something of a case without moving it, so this is never remembered.
        var ids = cases.Select(c => c.Case.Id).ToHashSet();
        var positions = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.CaseId != null && i.ClosedAt != null).Select(i => new { i.CaseId, i.ClosedAt, i.Conclusion }).ToListAsync(ct);
        return new(
            [.. cases.Select(c => c.Case)],
            [.. cases.SelectMany(c => c.Tasks)],
            [.. cases.SelectMany(c => c.Sortings)],
            [.. positions.Where(p => ids.Contains(p.CaseId.GetValueOrDefault())).Select(p => new FlowPosition(p.CaseId.GetValueOrDefault(), p.ClosedAt.GetValueOrDefault(), p.Conclusion ?? ""))],
            [.. cases.SelectMany(c => c.Letters)]);
    }

    public void Dispose() => _turn.Dispose();

    // The version is read with the case and first of all: what changes while the rest is read makes it old, and it is read again next time.
    private async Task Remember(CaseFlowDb db, IQueryable<CaseRow> which, CancellationToken ct)
    {
        var ids = which.Select(c => c.Id);
        var cases = await which.Select(c => new { c.Id, c.Version, c.Number, c.SubmittedAt, c.ClosedAt, c.StatusKey, c.StatusSv, c.StatusEn }).ToListAsync(ct);
        var candidates = (await db.Set<TaskCandidateRow>().AsNoTracking().Where(t => ids.Contains(t.InstanceId)).Select(c => new { c.InstanceId, c.TaskKey, c.Side }).ToListAsync(ct))
            .ToLookup(c => (c.InstanceId, c.TaskKey), c => c.Side);
        var tasks = (await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.InstanceId)).Select(t => new { t.InstanceId, t.TaskKey, t.CommandName, t.LaneName, t.OpenedAt, t.EndedAt, t.End }).ToListAsync(ct))
            .Select(t => new FlowTask(t.InstanceId, t.CommandName, Party(candidates[(t.InstanceId, t.TaskKey)], t.LaneName), t.OpenedAt, t.EndedAt, t.End == TaskEnd.Done)).ToLookup(t => t.CaseId);
        var sortings = (await db.Set<SortingDecision>().AsNoTracking().Where(d => ids.Contains(d.CaseId)).Select(d => new FlowSorting(d.CaseId, d.Outcome)).ToListAsync(ct)).ToLookup(s => s.CaseId);
        var letters = (await db.Set<FeedbackLetter>().AsNoTracking().Where(l => l.ToSubmitter && ids.Contains(l.CaseId)).Select(l => new FlowLetter(l.CaseId, l.Occasion, l.SentAt)).ToListAsync(ct)).ToLookup(l => l.CaseId);
        foreach (var c in cases)
        {
            _cases[c.Id] = new(
                c.Version, new FlowCase(c.Id, c.Number, c.SubmittedAt, c.ClosedAt, c.StatusKey, new BilingualText(c.StatusSv, c.StatusEn)),
                [.. tasks[c.Id]], [.. sortings[c.Id]], [.. letters[c.Id]]);
        }
    }

    // One side's, when all candidates are of that side; otherwise the lane tells whom it waits for.
    private static string Party(IEnumerable<string?> sides, string? lane) =>
        sides.Distinct(StringComparer.Ordinal).Take(2).ToList() is [{ } side] ? side : lane ?? "";

    private sealed record Remembered(long Version, FlowCase Case, IReadOnlyList<FlowTask> Tasks, IReadOnlyList<FlowSorting> Sortings, IReadOnlyList<FlowLetter> Letters);
}
