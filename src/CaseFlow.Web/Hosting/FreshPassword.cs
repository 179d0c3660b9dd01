using CaseFlow.Cases.Access;
using CaseFlow.Cases.Minutes;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Hosting;

/// <summary>The password was given again in this very request, over the text that was shown.</summary>
internal sealed record ConfirmedSignature(string AccountId, string Hash);

/// <summary>A signature counts only from a request in which the password was given again. No other road has one: a stolen session, a program's key and a message on the bus cannot sign.</summary>
internal sealed class FreshPassword(IHttpContextAccessor accessor) : ISignatureProof
{
    public const string Method = "losenord";

    public string? MethodFor(string accountId, string hash) =>
        accessor.HttpContext?.Features.Get<ConfirmedSignature>() is { } confirmed && confirmed.AccountId == accountId && confirmed.Hash == hash ? Method : null;
}

/// <summary>Asks whoever is signed in for the password again. Wrong ones count towards the lock of the account and are logged.</summary>
internal sealed class PasswordAgain(SignInManager<Account> signIn, UserManager<Account> accounts, SecurityLog log)
{
    /// <returns>True: the request now carries the proof for the text with this hash.</returns>
    public async Task<bool> Confirm(HttpContext http, string password, string hash)
    {
        var account = await accounts.GetUserAsync(http.User);
        var result = account is null ? SignInResult.Failed : await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await log.Record(account?.Id ?? "anonymous", "SignMinutes", result.IsLockedOut ? "sign-in.locked-out" : "sign-in.failed", account?.Id, http.Connection.RemoteIpAddress?.ToString(), http.RequestAborted);
            return false;
        }

        http.Features.Set(new ConfirmedSignature(account!.Id, hash)); // a password was right: there is an account
        return true;
    }
}
