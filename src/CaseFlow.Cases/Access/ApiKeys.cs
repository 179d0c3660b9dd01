using System.Security.Cryptography;
using System.Text;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>Issues, finds and revokes the keys of programs.</summary>
public sealed class ApiKeys(IDbContextFactory<CaseFlowDb> databases, TimeProvider time, Ids ids)
{
    /// <summary>Marks a secret as ours, so that it is recognised when it leaks into a log or a repository.</summary>
    public const string SecretPrefix = "cfk_";

    /// <summary>The longest life of a key.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>Makes a key for an account. An earlier key of that name stops working in the same commit: there is never a moment with none, or with two.</summary>
    /// <param name="name">What it is for, 1 to 100 characters; longer is cut.</param>
    /// <returns>The secret: the only time it can be seen.</returns>
    public async Task<string> Issue(string accountId, string name, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var write = await db.BeginWrite(ct);
        var now = time.GetUtcNow();
        var (key, secret) = New(ids.Next(), accountId, name, now);
        await db.Set<ApiKey>().Where(k => k.AccountId == accountId && k.Name == key.Name && k.RevokedAt == null).ForEachAsync(k => k.RevokedAt = now, ct);
        db.Set<ApiKey>().Add(key);
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
        return secret;
    }

    /// <summary>The account of a valid secret, or null.</summary>
    public async Task<string?> AccountOf(string secret, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal))
            return null;
        var hash = Hash(secret);
        await using var db = await databases.CreateDbContextAsync(ct);
        var key = await db.Set<ApiKey>().AsNoTracking().SingleOrDefaultAsync(k => k.SecretHash == hash, ct);
        return key?.IsValid(time.GetUtcNow()) == true ? key.AccountId : null;
    }

    /// <summary>The keys of an account, newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> Of(string accountId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<ApiKey>().AsNoTracking().Where(k => k.AccountId == accountId).OrderByDescending(k => k.CreatedAt).ToListAsync(ct);
    }

    /// <summary>Makes a key of the account invalid from now on; another account's key or an unknown one is left alone.</summary>
    public async Task Revoke(string accountId, Guid keyId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var write = await db.BeginWrite(ct);
        var key = await db.Set<ApiKey>().SingleOrDefaultAsync(k => k.Id == keyId && k.AccountId == accountId && k.RevokedAt == null, ct);
        if (key is not null)
        {
            key.RevokedAt = time.GetUtcNow();
            await db.SaveChangesAsync(ct);
        }

        await write.Commit(ct);
    }

    /// <summary>A new key with its secret, not stored yet.</summary>
    internal static (ApiKey Key, string Secret) New(Guid id, string accountId, string name, DateTimeOffset now)
    {
        var secret = SecretPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (new ApiKey
        {
            Id = id,
            AccountId = accountId,
            Name = name.Trim() is { Length: > 100 } text ? text[..100] : name.Trim(),
            SecretHash = Hash(secret),
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        }, secret);
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
