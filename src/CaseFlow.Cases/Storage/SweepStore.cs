using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>Takes away what has served its time: messages that nobody came to wait for, and answers kept for repeated requests.</summary>
public sealed class SweepStore(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    /// <summary>How long an accepted request can be repeated and get its first answer.</summary>
    public static readonly TimeSpan RequestsKept = TimeSpan.FromDays(400);

    /// <returns>How many rows went.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var now = time.GetUtcNow();
        var oldest = now - RequestsKept;
        var gone = await db.BufferedMessages.Where(m => m.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        gone += await db.Requests.Where(r => r.At < oldest).ExecuteDeleteAsync(ct);
        await transaction.Commit(ct);
        return gone;
    }
}
