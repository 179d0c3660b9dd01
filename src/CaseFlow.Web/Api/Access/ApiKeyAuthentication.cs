using System.Security.Claims;
using System.Text.Encodings.Web;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Api.Access;

/// <summary>Signs in a program by <c>Authorization: Bearer</c> with one of an account's keys (RFC 6750). Only the header counts; a key in an address is ignored.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var account = await keys.AccountOf(header[Prefix.Length..].Trim(), Context.RequestAborted);
        if (account is null)
            return AuthenticateResult.Fail("The key is unknown, revoked or too old.");
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"caseflow\"";
        var refusal = ApiTexts.Refusal(RefusalKind.Forbidden, "sign-in.missing");
        await Results.Problem(
            type: RefusalProblem.TypePrefix + refusal.Code,
            title: ApiTexts.SignIn.Current,
            detail: refusal.Text.Current,
            statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }
}
