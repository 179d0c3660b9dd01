using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Timeline;

/// <summary>The history of one case or meeting, told from its facts alone.</summary>
public sealed class CaseTimeline(IDbContextFactory<CaseFlowDb> databases, BundleCatalog bundles)
{
    /// <summary>Every entry, oldest first; empty when there is no such instance.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> Read(Guid instanceId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var instance = await db.Instances.AsNoTracking().Where(i => i.Id == instanceId).Select(i => new { i.BundleHash, i.ProcessId }).FirstOrDefaultAsync(ct);
        if (instance is null)
        {
            return [];
        }

        var reader = new TimelineReader(await bundles.Get(db, instance.BundleHash, ct), instance.ProcessId);
        var facts = db.Facts.AsNoTracking().Where(f => f.InstanceId == instanceId).OrderBy(f => f.Sequence);
        await foreach (var row in facts.AsAsyncEnumerable().WithCancellation(ct))
        {
            reader.Read(row, FactJson.Read(row.Name, row.FactVersion, row.Json));
        }

        return reader.Entries;
    }

    /// <summary>How long each public status lasted, in order: the lead time of each stage.</summary>
    public static IReadOnlyList<StatusPeriod> Periods(IReadOnlyList<TimelineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var changes = entries.Where(e => e.Kind == TimelineKind.StatusChanged).ToList();
        var end = entries.FirstOrDefault(e => e.Kind == TimelineKind.Ended)?.At;
        return
        [
            .. changes.Select((change, i) =>
                // A change of status carries both.
                new StatusPeriod(change.StatusKey!, change.Status!, change.At, i + 1 < changes.Count ? changes[i + 1].At : end)),
        ];
    }
}
