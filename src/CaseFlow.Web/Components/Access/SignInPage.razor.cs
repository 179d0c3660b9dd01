using CaseFlow.Cases.Access;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Components.Access;

/// <summary>Signs in with mail address and password; in the demo also with one click as any role. A form that was being typed comes along.</summary>
public sealed partial class SignInPage(
    SignInManager<Account> signIn, UserManager<Account> accounts, DemoAccounts demoAccounts, AccessOptions access, SecurityLog log,
    FormState state, NavigationManager navigation, IServiceProvider services)
{
    private static readonly Texts T = Texts.For("Access");

    private IReadOnlyList<DemoAccount> _demo = [];
    private string? _kept;
    private KeptForm? _continue;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>Where to go after the sign-in.</summary>
    [SupplyParameterFromQuery(Name = "tillbaka")] private string? Return { get; set; }

    private string Query => LocalAddress.IsLocal(Return) ? QueryString.Create("tillbaka", Return!).ToString() : ""; // IsLocal is false for null

    protected override async Task OnInitializedAsync()
    {
        _demo = await demoAccounts.List(Http.RequestAborted);
        _kept = Http.Features.Get<LateSignIn.Kept>()?.Sealed ?? state.Posted?[KeptForms.Field].ToString();
        if (string.IsNullOrEmpty(_kept))
            _kept = null;
    }

    private async Task Enter(FormPost post)
    {
        if (post["email"].Length == 0)
            state.AddError("email", T["email-missing"]);
        if (post["password"].Length == 0)
            state.AddError("password", T["password-missing"]);
        if (state.Errors.Count > 0)
            return;

        // The password exactly as typed: its blanks are the person's own.
        var account = await accounts.FindByNameAsync(post["email"]);
        var result = account is null || !AccountRules.MaySignIn(account, access)
            ? SignInResult.Failed
            : await signIn.PasswordSignInAsync(account, post.Form["password"].ToString(), isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            Continue();
            return;
        }

        await log.Record(account?.Id ?? "anonymous", "SignIn", result.IsLockedOut ? "sign-in.locked-out" : "sign-in.failed", account?.Id, Http.Connection.RemoteIpAddress?.ToString(), Http.RequestAborted);
        // The same words whether the account exists, is closed or the password was wrong.
        state.AddError(null, result.IsLockedOut ? T["locked"] : T["failed"]);
    }

    private async Task EnterDemo(FormPost post)
    {
        if (!access.IsDemo || await accounts.FindByNameAsync(post["user"]) is not { IsDemo: true } account || !AccountRules.MaySignIn(account, access))
        {
            state.AddError(null, T["failed"]);
            return;
        }

        await signIn.SignInAsync(account, isPersistent: false);
        Continue();
    }

    private void Continue()
    {
        _continue = services.GetRequiredService<KeptForms>().Open(_kept);
        if (_continue is null)
            navigation.NavigateTo(LocalAddress.OrStart(Return));
    }
}
