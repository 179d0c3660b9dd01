using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Messaging.Commands;

/// <summary>Whom a command from the bus acts as: the account it names, with the roles that the account holds today.</summary>
/// <remarks>The bus is trusted to say who: only CaseFlow's own services and those whom the operator gave access publish there.</remarks>
internal sealed class CommandActors(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The actor; without any role when the account is unknown or closed, so that every use case refuses it.</summary>
    public async Task<Actor> Find(string accountId, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Stockholm).Date);
        await using var db = await databases.CreateDbContextAsync(ct);
        var isOpen = await db.Set<Account>().AnyAsync(a => a.Id == accountId && a.ClosedAt == null, ct);
        var grants = isOpen
            ? await db.Set<RoleAssignment>().AsNoTracking()
                .Where(r => r.AccountId == accountId && r.ValidFrom <= today && (r.ValidTo == null || today <= r.ValidTo)).ToListAsync(ct)
            : [];
        return new(accountId, [.. grants.Select(r => r.ToGrant())]);
    }
}
