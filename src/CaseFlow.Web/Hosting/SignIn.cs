using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Hosting;

/// <summary>Who the request comes from. Every page and address needs a sign-in unless it says otherwise.</summary>
internal static class SignIn
{
    public const string Page = "/logga-in";

    private const string SignedInAt = "signed-in";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan StampInterval = TimeSpan.FromSeconds(30);

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new AccessOptions(Cookies.IsDemo(builder.Configuration)));
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = AccountRules.PasswordLength;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<CaseFlowDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountPrincipal>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = StampInterval);
        services.AddDataProtection().SetApplicationName("CaseFlow");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = ActivatorUtilities.CreateInstance<DatabaseKeys>(provider)));
        services.AddSingleton<KeptForms>();
        services.AddSingleton<ISignatureProof, FreshPassword>();
        services.AddScoped<PasswordAgain>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options => Cookie(options, builder.Configuration));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.AddCallLimits();
    }

    private static void Cookie(CookieAuthenticationOptions options, IConfiguration configuration)
    {
        options.Cookie.Name = Cookies.Name(configuration, "session");
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = Page;
        options.ReturnUrlParameter = "tillbaka";
        options.Events.OnSigningIn = context =>
        {
            context.Properties.Items[SignedInAt] = context.Properties.IssuedUtc?.ToString("O", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        options.Events.OnRedirectToLogin = context =>
        {
            if (IsApi(context.Request))
                return Answer(context, StatusCodes.Status401Unauthorized);
            if (LateSignIn.IsPostedForm(context.Request))
                return LateSignIn.Keep(context.HttpContext);
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var hasStart = DateTimeOffset.TryParse(context.Properties.Items.TryGetValue(SignedInAt, out var text) ? text : null, CultureInfo.InvariantCulture, out var start);
        if (!hasStart || now - start > Longest)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments(Api.ApiHosting.Prefix, StringComparison.OrdinalIgnoreCase);
}
