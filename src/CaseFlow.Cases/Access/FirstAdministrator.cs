using System.Security.Cryptography;
using System.Text;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>
/// The first administrator is made with a token that the server shows once at start. After its use the door is closed for ever,
/// also when the administrators have gone; a wrong token and a closed door answer alike.
/// </summary>
public sealed class FirstAdministrator(ProcessStore store, IDbContextFactory<CaseFlowDb> databases, IPasswordHasher<Account> passwords, AccessOptions options)
{
    private const int TokenBytes = 32;

    /// <summary>At every start: a fresh token to show whoever runs the server, or null when the door is closed. An earlier unused token no longer works.</summary>
    public async Task<string?> IssueToken(CancellationToken ct)
    {
        if (options.IsDemo)
            return null;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var issued = await store.Run<bool>(Actor.System, "IssueSetupToken", requestId: null, async (unit, cancel) =>
        {
            var row = await unit.Db.Set<SetupToken>().FirstOrDefaultAsync(cancel);
            if (row is { UsedAt: not null })
                return Outcome<bool>.Accepted(false);
            if (row is null)
            {
                row = new SetupToken { TokenHash = "" };
                unit.Db.Add(row);
            }

            (row.TokenHash, row.CreatedAt) = (Hash(token), unit.Now);
            return Outcome<bool>.Accepted(true);
        }, ct);
        return issued is { IsAccepted: true, Value: true } ? token : null;
    }

    /// <summary>True while the first administrator has not been made: whoever holds the token may still use it.</summary>
    public async Task<bool> IsAwaited(CancellationToken ct)
    {
        if (options.IsDemo)
            return false;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<SetupToken>().AnyAsync(t => t.UsedAt == null, ct);
    }

    /// <summary>Makes the account and gives it the administrator's role, in one commit.</summary>
    /// <returns>The account's id.</returns>
    public Task<Outcome<string>> Handle(string token, NewAccount input, CancellationToken ct) =>
        store.Run<string>(new Actor("anonymous", []), nameof(FirstAdministrator), requestId: null, async (unit, cancel) =>
        {
            var hash = Hash(token ?? "");
            if (!await unit.Db.Set<SetupToken>().AnyAsync(t => t.UsedAt == null && t.TokenHash == hash, cancel))
                return AccessRefusals.SetupClosed();
            if (NewAccountValidator.Instance.Check(input) is { Count: > 0 } wrong)
                return Outcome<string>.Refused(wrong);
            if (await AccountRows.IsTaken(unit, input.Email, cancel))
                return AccessRefusals.EmailTaken();

            // One conditional update: of two who hold the same token at the same time, one comes too late.
            var used = await unit.Db.Set<SetupToken>()
                .Where(t => t.UsedAt == null && t.TokenHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, unit.Now), cancel);
            if (used != 1)
                return AccessRefusals.SetupClosed();
            var account = AccountRows.Create(unit, input, passwords);
            RoleRows.Create(unit, new(account.Id, RoleKeys.SystemAdministrator, Side: null, Area: null, unit.Today, ValidTo: null));
            AccountRows.Log(unit, nameof(FirstAdministrator), "account.first-administrator", account.Id);
            return Outcome<string>.Accepted(account.Id);
        }, ct);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
