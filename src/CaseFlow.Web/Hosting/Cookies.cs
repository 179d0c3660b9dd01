namespace CaseFlow.Web.Hosting;

/// <summary>Names and security of cookies: <c>__Host-</c> and Secure, except for the demo on a plain localhost.</summary>
internal static class Cookies
{
    public const string DemoKey = "CaseFlow:Demo";

    public static string Name(IConfiguration configuration, string name) =>
        IsDemo(configuration) ? "caseflow-" + name : "__Host-caseflow-" + name;

    public static CookieSecurePolicy Policy(IConfiguration configuration) =>
        IsDemo(configuration) ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    public static bool IsDemo(IConfiguration configuration) => configuration.GetValue<bool>(DemoKey);
}
