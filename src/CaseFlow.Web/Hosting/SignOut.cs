using CaseFlow.Cases.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Hosting;

/// <summary>Signing out ends the account's sessions everywhere, so that a copied cookie is worth nothing afterwards.</summary>
internal static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/logga-ut", Leave).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();

    [AllowAnonymous]
    private static async Task<IResult> Leave(HttpContext http, SignInManager<Account> signIn, UserManager<Account> accounts)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return TypedResults.LocalRedirect("/");
        if (await accounts.GetUserAsync(http.User) is { } account)
            await accounts.UpdateSecurityStampAsync(account);
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/");
    }
}
