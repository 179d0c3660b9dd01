using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>A system administrator closes an account: signed out everywhere, without grants, never deleted. The last administrator cannot be closed.</summary>
public sealed class CloseAccount(ProcessStore store)
{
    /// <returns>The account's id.</returns>
    public Task<Outcome<string>> Handle(Actor actor, string? requestId, string accountId, CancellationToken ct) =>
        store.Run<string>(actor, nameof(CloseAccount), requestId, async (unit, token) =>
        {
            if (!actor.Holds(RoleKeys.SystemAdministrator) && actor != Actor.System)
                return AccessRefusals.NotAdministrator();
            if (await unit.Db.Users.FirstOrDefaultAsync(a => a.Id == accountId, token) is not { } account)
                return AccessRefusals.NoAccount();
            var administrators = await unit.Db.Set<RoleAssignment>()
                .Where(r => r.Role == RoleKeys.SystemAdministrator && r.ValidFrom <= unit.Today && (r.ValidTo == null || r.ValidTo >= unit.Today))
                .Join(unit.Db.Users.Where(a => a.ClosedAt == null), r => r.AccountId, a => a.Id, (r, _) => r.AccountId)
                .Distinct()
                .ToListAsync(token);
            if (administrators is [var only] && only == accountId)
                return AccessRefusals.LastAdministrator();
            account.ClosedAt ??= unit.Now;
            (account.SecurityStamp, account.ConcurrencyStamp) = (AccountRows.Stamp(unit), AccountRows.Stamp(unit));
            AccountRows.Log(unit, nameof(CloseAccount), "account.closed", account.Id);
            return Outcome<string>.Accepted(account.Id);
        }, ct);
}
