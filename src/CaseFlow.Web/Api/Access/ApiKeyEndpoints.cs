using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Api.Access;

/// <summary>Keys of programs. To get one takes the account's mail address and password, under the same limits as the sign-in page.</summary>
internal static class ApiKeyEndpoints
{
    /// <summary>Maps the one that needs no key, since it gives one.</summary>
    public static void MapKeyIssue(this IEndpointRouteBuilder api) =>
        api.MapPut("/api-keys/{name}", Issue).AllowAnonymous().RequireRateLimiting(CallLimits.SignIn).WithTags("Keys").Says("IssueApiKey", "api-key", "Skaffa en nyckel · Get a key",
            "Med kontots e-postadress och lösenord. Nyckeln visas en gång, gäller i 365 dagar och ersätter en tidigare med samma namn. Samma spärrar som på inloggningssidan. · "
            + "With the account's mail address and password. The key is shown once, lasts 365 days and replaces an earlier one of that name. Same limits as on the sign-in page.");

    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/api-keys").WithTags("Keys");
        keys.MapGet("", List).Says("ListApiKeys", "api-key-list", "Mina nycklar · My keys", "Utan själva nyckeln. · Without the secret.");
        keys.MapDelete("/{id:guid}", Revoke).Says("RevokeApiKey", "api-key-revocation", "Återkalla en nyckel · Revoke a key", "Gäller genast och går att upprepa. · At once; may be repeated.");
    }

    private static async Task<Results<Ok<IssuedKey>, ProblemHttpResult>> Issue(
        string name, Credentials body, UserManager<Account> accounts, SignInManager<Account> signIn, AccessOptions access, SecurityLog log, ApiKeys keys, HttpContext http, CancellationToken ct)
    {
        var account = await accounts.FindByNameAsync(body.Email);
        var isRight = account is not null && AccountRules.MaySignIn(account, access)
            && (await signIn.CheckPasswordSignInAsync(account, body.Password, lockoutOnFailure: true)).Succeeded;
        if (account is null || !isRight)
        {
            await log.Record(account?.Id ?? "anonymous", nameof(ApiKeys), "sign-in.failed", account?.Id, http.Connection.RemoteIpAddress?.ToString(), ct);
            // The same words whether the account exists, is closed or locked, or the password was wrong.
            return RefusalProblem.From([ApiTexts.Refusal(RefusalKind.Forbidden, "sign-in.failed")], StatusCodes.Status401Unauthorized);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new IssuedKey(await keys.Issue(account.Id, name, ct), (int)ApiKeys.Lifetime.TotalDays));
    }

    private static async Task<Ok<IReadOnlyList<KeyResource>>> List(ApiKeys keys, CurrentActor actors, CancellationToken ct)
    {
        IReadOnlyList<KeyResource> all =
        [
            .. (await keys.Of((await actors.Get(ct)).AccountId, ct)).Select(k => new KeyResource(k.Id, k.Name, k.CreatedAt, k.ExpiresAt, k.RevokedAt)),
        ];
        return TypedResults.Ok(all);
    }

    private static async Task<NoContent> Revoke(Guid id, ApiKeys keys, CurrentActor actors, CancellationToken ct)
    {
        await keys.Revoke((await actors.Get(ct)).AccountId, id, ct);
        return TypedResults.NoContent();
    }
}

public sealed record Credentials(string Email, string Password);

/// <param name="Key">For <c>Authorization: Bearer</c>. Keep it as a password; it is not shown again.</param>
public sealed record IssuedKey(string Key, int LastsDays);

public sealed record KeyResource(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);
