using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>Finds out whether an account has used a key for something else before.</summary>
public sealed class RepeatedRequests(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>True when the account has an accepted request whose id begins with <paramref name="prefix"/> and is another one than <paramref name="requestId"/>.</summary>
    public async Task<bool> IsOther(string accountId, string prefix, string requestId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Requests.AnyAsync(r => r.ActorId == accountId && r.RequestId != requestId && r.RequestId.StartsWith(prefix), ct);
    }
}
