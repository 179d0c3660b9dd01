using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>The security log: refusals that the store writes itself, and what happens outside use cases, such as a failed sign-in.</summary>
public sealed class SecurityLog(IDbContextFactory<CaseFlowDb> databases, Ids ids, TimeProvider time)
{
    /// <param name="code">Stable, dotted: <c>sign-in.failed</c>.</param>
    /// <param name="target">An id, never text that somebody wrote; longer than 200 characters is cut, control characters are taken out.</param>
    public async Task Record(string accountId, string useCase, string code, string? target, string? remoteAddress, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Add(new SecurityEvent
        {
            Id = ids.Next(),
            At = UtcTime.Truncate(time.GetUtcNow()),
            AccountId = Plain(accountId, 450) ?? "anonymous",
            UseCase = Plain(useCase, 100) ?? "",
            Code = Plain(code, 100) ?? "",
            Target = Plain(target, 200),
            RemoteAddress = Plain(remoteAddress, 64),
        });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The newest events first.</summary>
    /// <param name="page">From 1.</param>
    public async Task<IReadOnlyList<SecurityEvent>> Newest(int page, int limit, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<SecurityEvent>().AsNoTracking()
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Skip((Math.Max(1, page) - 1) * limit).Take(limit)
            .ToListAsync(ct);
    }

    private static string? Plain(string? text, int length)
    {
        if (text is null)
            return null;
        var plain = new string([.. text.Where(c => !char.IsControl(c))]);
        return plain.Length <= length ? plain : plain[..length];
    }
}
