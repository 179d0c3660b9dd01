using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>An account with every role that it holds or has held, newest first.</summary>
public sealed record AccountEntry(Account Account, IReadOnlyList<RoleAssignment> Roles);

/// <summary>The accounts, for the system administrator.</summary>
public sealed class AccountRegister(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>By name, open ones first.</summary>
    /// <param name="text">Part of a name, title or address; null lists all.</param>
    public async Task<Outcome<IReadOnlyList<AccountEntry>>> List(Actor actor, string? text, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Holds(RoleKeys.SystemAdministrator))
            return AccessRefusals.NotAdministrator();
        await using var db = await databases.CreateDbContextAsync(ct);
        var accounts = await db.Users.AsNoTracking().ToListAsync(ct);
        var roles = (await db.Set<RoleAssignment>().AsNoTracking().ToListAsync(ct)).ToLookup(r => r.AccountId);
        return Outcome<IReadOnlyList<AccountEntry>>.Accepted(
        [
            .. accounts.Where(a => Matches(a, text))
                .OrderBy(a => a.ClosedAt is not null).ThenBy(a => a.DisplayName, StringComparer.CurrentCulture)
                .Select(a => Entry(a, roles[a.Id])),
        ]);
    }

    public async Task<Outcome<AccountEntry>> Find(Actor actor, string accountId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Holds(RoleKeys.SystemAdministrator))
            return AccessRefusals.NotAdministrator();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, ct) is not { } account)
            return AccessRefusals.NoAccount();
        return Outcome<AccountEntry>.Accepted(Entry(account, await db.Set<RoleAssignment>().AsNoTracking().Where(r => r.AccountId == accountId).ToListAsync(ct)));
    }

    private static AccountEntry Entry(Account account, IEnumerable<RoleAssignment> roles) =>
        new(account, [.. roles.OrderByDescending(r => r.ValidFrom).ThenBy(r => r.Role, StringComparer.Ordinal)]);

    private static bool Matches(Account account, string? text) => string.IsNullOrWhiteSpace(text)
        || new[] { account.DisplayName, account.Title, account.UserName }.Any(t => t?.Contains(text.Trim(), StringComparison.CurrentCultureIgnoreCase) == true);
}
