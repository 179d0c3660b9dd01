using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>Builds the actor for an account from its rows, at every request: a role that was taken away is gone at once, whatever a cookie or token says.</summary>
public sealed class ActorSource(IDbContextFactory<CaseFlowDb> databases, AccessOptions options, TimeProvider time)
{
    /// <summary>What the account may do today (in Sweden); null when it may not act: unknown, closed, or a demo account outside the demo.</summary>
    public Task<Actor?> Find(string accountId, CancellationToken ct) =>
        Find(accountId, SwedishDay.Of(time.GetUtcNow()), ct);

    /// <summary>What the account may do on a day.</summary>
    /// <inheritdoc cref="Find(string, CancellationToken)" path="/returns"/>
    public async Task<Actor?> Find(string accountId, DateOnly date, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, ct);
        if (account is null || !AccountRules.MaySignIn(account, options))
            return null;
        var roles = await db.Set<RoleAssignment>().AsNoTracking()
            .Where(r => r.AccountId == accountId && r.ValidFrom <= date && (r.ValidTo == null || r.ValidTo >= date))
            .OrderBy(r => r.Role).ThenBy(r => r.Side).ThenBy(r => r.Area)
            .ToListAsync(ct);
        return new(accountId, [.. roles.Select(r => r.ToGrant()).Distinct()]);
    }

    /// <summary>The accounts that hold a role on a day, open ones only: for notices, and for the answer to "who is that now?".</summary>
    public async Task<IReadOnlyList<Account>> Holders(string role, string? side, string? area, DateOnly date, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var holders = await db.Set<RoleAssignment>()
            .Where(r => r.Role == role && (side == null || r.Side == side) && (area == null || r.Area == area)
                && r.ValidFrom <= date && (r.ValidTo == null || r.ValidTo >= date))
            .Select(r => r.AccountId)
            .Distinct()
            .Join(db.Users, id => id, account => account.Id, (_, account) => account)
            .Where(account => account.ClosedAt == null)
            .OrderBy(account => account.DisplayName)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. holders.Where(account => AccountRules.MaySignIn(account, options))];
    }
}
