using Microsoft.AspNetCore.CookiePolicy;

namespace CaseFlow.Web.Hosting;

/// <summary>Names and security of cookies: <c>__Host-</c> and Secure, except for the demo on a plain localhost.</summary>
internal static class Cookies
{
    public const string DemoKey = "CaseFlow:Demo";

    public static bool IsDemo(IConfiguration configuration) => configuration.GetValue<bool>(DemoKey);

    public static string Name(IConfiguration configuration, string name) =>
        IsDemo(configuration) ? "caseflow-" + name : "__Host-caseflow-" + name;

    // The policy marks every cookie Secure, whatever set it. Antiforgery's own setting would instead refuse
    // plain HTTP, and with it a first start on localhost, where browsers accept Secure cookies.
    public static void UseSecureCookies(this WebApplication app) => app.UseCookiePolicy(new CookiePolicyOptions
    {
        Secure = IsDemo(app.Configuration) ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always,
        HttpOnly = HttpOnlyPolicy.Always,
        MinimumSameSitePolicy = SameSiteMode.Lax,
    });
}
