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
}
