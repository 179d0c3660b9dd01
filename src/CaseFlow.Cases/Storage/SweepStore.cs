using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>Takes away what has served its time: messages that nobody came to wait for, answers kept for repeated requests, and definitions that were looked at and never deployed.</summary>
public sealed class SweepStore(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    /// <summary>How long an accepted request can be repeated and get its first answer.</summary>
    public static readonly TimeSpan RequestsKept = TimeSpan.FromDays(400);

    /// <summary>How long definitions that were looked at wait for somebody to deploy them.</summary>
    public static readonly TimeSpan UndeployedKept = TimeSpan.FromDays(1);

    /// <summary>How long what has arrived at another system can be looked at.</summary>
    public static readonly TimeSpan DeliveriesKept = TimeSpan.FromDays(90);

    /// <returns>How many rows went.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var now = time.GetUtcNow();
        var oldest = now - RequestsKept;
        var gone = await db.BufferedMessages.Where(m => m.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        gone += await db.Requests.Where(r => r.At < oldest).ExecuteDeleteAsync(ct);
        var arrived = now - DeliveriesKept;
        gone += await db.Set<Webhooks.WebhookDelivery>().Where(d => d.State == Webhooks.WebhookState.Delivered && d.WrittenAt < arrived).ExecuteDeleteAsync(ct);
        gone += await SweepUndeployed(db, now - UndeployedKept, ct);
        await transaction.Commit(ct);
        return gone;
    }

    private static async Task<int> SweepUndeployed(CaseFlowDb db, DateTimeOffset oldest, CancellationToken ct)
    {
        var hashes = await db.Bundles
            .Where(b => b.StoredAt < oldest && !db.Deployments.Any(d => d.BundleHash == b.Hash) && !db.Instances.Any(i => i.BundleHash == b.Hash))
            .Select(b => b.Hash).ToListAsync(ct);
        await db.BundleFiles.Where(f => hashes.Contains(f.BundleHash)).ExecuteDeleteAsync(ct);
        return await db.Bundles.Where(b => hashes.Contains(b.Hash)).ExecuteDeleteAsync(ct);
    }
}
