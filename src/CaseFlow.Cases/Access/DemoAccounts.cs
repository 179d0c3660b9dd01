using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>An account to try the service with, as the sign-in page shows it.</summary>
/// <param name="RoleName">The role.</param>
/// <param name="ScopeName">The side or area that it is held for; null for a role of the whole.</param>
public sealed record DemoAccount(string AccountId, string UserName, BilingualText RoleName, BilingualText? ScopeName);

/// <summary>One account for each role of the catalogue, and for each side or area where the role has one. Made only when the demo was asked for; useless outside it.</summary>
public sealed class DemoAccounts(
    ProcessStore store, OrganisationSource organisations, IPasswordHasher<Account> passwords, AccessOptions options, IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>The password of all of them, no secret: it opens nothing outside the demo.</summary>
    public const string Password = "visa-mig-runt";

    // Long before anything that a demonstration shows.
    private static readonly DateOnly From = new(2000, 1, 1);

    /// <summary>Makes those that are missing; does nothing when all are there.</summary>
    /// <exception cref="InvalidOperationException">The server does not run as a demo.</exception>
    public async Task Ensure(CancellationToken ct)
    {
        if (!options.IsDemo)
            throw new InvalidOperationException("Demo accounts are made only in demo mode.");
        await store.Run<int>(Actor.System, nameof(DemoAccounts), requestId: null, async (unit, token) =>
        {
            var organisation = (await organisations.Current(unit, token)).Organisation;
            var known = await unit.Db.Users.Where(a => a.IsDemo).Select(a => a.UserName).ToListAsync(token);
            var missing = Wanted(organisation).Where(w => !known.Contains(w.UserName)).ToList();
            string? hash = null;
            foreach (var wanted in missing)
                hash = Create(unit, wanted, hash);
            return Outcome<int>.Accepted(missing.Count);
        }, ct);
    }

    /// <summary>The demo accounts in the order of the catalogue; empty outside the demo.</summary>
    public async Task<IReadOnlyList<DemoAccount>> List(CancellationToken ct)
    {
        if (!options.IsDemo || await organisations.Find(ct) is not { } deployed)
            return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = await db.Users.Where(a => a.IsDemo && a.ClosedAt == null).Select(a => new { a.Id, a.UserName }).ToListAsync(ct);
        return
        [
            .. from wanted in Wanted(deployed.Organisation)
               join account in ids on wanted.UserName equals account.UserName
               select new DemoAccount(account.Id, wanted.UserName, wanted.Role.Name, wanted.ScopeName),
        ];
    }

    /// <summary>The user name of the demo account for a role: <c>role.side-or-area@demo.example</c>.</summary>
    public static string UserNameOf(string role, string? side, string? area) =>
        (side ?? area) is { } scope ? $"{role}.{scope}@demo.example" : $"{role}@demo.example";

    private static IEnumerable<WantedAccount> Wanted(OrganisationModel organisation) =>
        organisation.Roles.SelectMany(role => role.Scope switch
        {
            RoleScope.None => [new WantedAccount(role, null, null, null)],
            RoleScope.Side => organisation.Sides.Select(s => new WantedAccount(role, s.Key, null, s.InSentence)),
            RoleScope.Area => organisation.Areas.Select(a => new WantedAccount(role, null, a.Key, a.Name)),
        });

    private string Create(ProcessUnit unit, WantedAccount wanted, string? hash)
    {
        var scope = wanted.ScopeName is { } name ? ", " + name.Sv : "";
        var account = AccountRows.Create(unit, new(wanted.UserName, wanted.Role.Name.Sv + scope, wanted.Role.Name.Sv + scope, Password), hash is null ? passwords : new SameHash(hash));
        account.IsDemo = true;
        RoleRows.Create(unit, new(account.Id, wanted.Role.Key, wanted.Side, wanted.Area, From, ValidTo: null));
        return account.PasswordHash ?? throw new InvalidOperationException("The account was just given a password.");
    }

    private sealed record WantedAccount(OrganisationRole Role, string? Side, string? Area, BilingualText? ScopeName)
    {
        public string UserName => UserNameOf(Role.Key, Side, Area);
    }

    // Hashing is slow on purpose; once is enough for forty accounts with one password.
    private sealed class SameHash(string hash) : IPasswordHasher<Account>
    {
        public string HashPassword(Account user, string password) => hash;

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) => PasswordVerificationResult.Failed;
    }
}
