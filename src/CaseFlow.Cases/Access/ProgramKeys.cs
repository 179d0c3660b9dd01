using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>A key in the administrator's list. Its secret is nowhere.</summary>
/// <param name="Owner">The mail address of the account that the program acts for.</param>
public sealed record ListedKey(Guid Id, string Owner, string Name, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);

/// <param name="Email">Of the account that the program is to act for.</param>
/// <param name="Name">What the key is for.</param>
public sealed record KeyToIssue(string Email, string Name);

/// <summary>A key just issued: the only time that its secret can be seen.</summary>
public sealed record IssuedKey(Guid Id, string Secret, DateTimeOffset ExpiresAt);

/// <summary>The keys of programs, for the system administrator: who has one, issuing, revoking. Each act stands in the security log.</summary>
public sealed class ProgramKeys(ProcessStore store, IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>Those that work first, the newest first among them.</summary>
    public async Task<Outcome<IReadOnlyList<ListedKey>>> List(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Holds(RoleKeys.SystemAdministrator))
            return AccessRefusals.NotAdministrator();
        await using var db = await databases.CreateDbContextAsync(ct);
        var keys = await db.Set<ApiKey>().AsNoTracking()
            .Join(db.Users, k => k.AccountId, a => a.Id, (k, a) => new ListedKey(k.Id, a.UserName ?? a.Id, k.Name, k.CreatedAt, k.ExpiresAt, k.RevokedAt))
            .ToListAsync(ct);
        return Outcome<IReadOnlyList<ListedKey>>.Accepted([.. keys.OrderBy(k => k.RevokedAt is not null).ThenByDescending(k => k.CreatedAt)]);
    }

    /// <summary>Makes a key with which a program can do what the account can.</summary>
    public async Task<Outcome<IssuedKey>> Issue(Actor actor, string? requestId, KeyToIssue input, CancellationToken ct)
    {
        IssuedKey? issued = null;
        // Only the id is the answer that a repeated request gets: answers are kept, and a secret must not be.
        var outcome = await store.Run<Guid>(actor, "IssueKey", requestId, async (unit, token) =>
        {
            if (!actor.Holds(RoleKeys.SystemAdministrator))
                return AccessRefusals.NotAdministrator();
            if (KeyToIssueValidator.Instance.Check(input) is { Count: > 0 } wrong)
                return Outcome<Guid>.Refused(wrong);
            var normalized = input.Email.ToUpperInvariant();
            if (await unit.Db.Users.FirstOrDefaultAsync(a => a.NormalizedUserName == normalized && a.ClosedAt == null, token) is not { } owner)
                return AccessRefusals.NoOwner();
            var (key, secret) = ApiKeys.New(unit.Ids.Next(), owner.Id, input.Name, unit.Now);
            unit.Db.Add(key);
            AccountRows.Log(unit, nameof(ProgramKeys), "key.issued", key.Id.ToString("N"));
            issued = new(key.Id, secret, key.ExpiresAt);
            return Outcome<Guid>.Accepted(key.Id);
        }, ct);
        if (!outcome.IsAccepted)
            return Outcome<IssuedKey>.Refused(outcome.Refusals);
        return issued is not null && issued.Id == outcome.Value ? Outcome<IssuedKey>.Accepted(issued) : AccessRefusals.KeyShownAlready();
    }

    /// <summary>The key opens nothing from now on. Revoking twice is revoking once.</summary>
    /// <returns>The key's id.</returns>
    public Task<Outcome<Guid>> Revoke(Actor actor, string? requestId, Guid keyId, CancellationToken ct) =>
        store.Run<Guid>(actor, "RevokeKey", requestId, async (unit, token) =>
        {
            if (!actor.Holds(RoleKeys.SystemAdministrator))
                return AccessRefusals.NotAdministrator();
            if (await unit.Db.Set<ApiKey>().FirstOrDefaultAsync(k => k.Id == keyId, token) is not { } key)
                return AccessRefusals.NoKey();
            if (key.RevokedAt is null)
            {
                key.RevokedAt = unit.Now;
                AccountRows.Log(unit, nameof(ProgramKeys), "key.revoked", key.Id.ToString("N"));
            }

            return Outcome<Guid>.Accepted(key.Id);
        }, ct);
}

internal sealed class KeyToIssueValidator : AbstractValidator<KeyToIssue>
{
    public static KeyToIssueValidator Instance { get; } = new();

    private KeyToIssueValidator()
    {
        RuleFor(k => k.Email).Needed().Line(256);
        RuleFor(k => k.Name).Needed().Line(100).NoPersonalNumber();
    }
}
