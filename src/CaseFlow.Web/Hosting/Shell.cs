using CaseFlow.Web.Api;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Consultation;
using CaseFlow.Web.Components.Dashboards;
using CaseFlow.Web.Components.Documents;
using CaseFlow.Web.Components.Feedback;
using CaseFlow.Web.Components.FollowUp;
using CaseFlow.Web.Components.Minutes;
using CaseFlow.Web.Components.Processes;
using CaseFlow.Web.Components.Search;
using CaseFlow.Web.Components.Timeline;

namespace CaseFlow.Web.Hosting;

/// <summary>The order in which a request passes: headers, errors, assets, language, who it is, forms, page.</summary>
internal static class Shell
{
    public static void UseShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseWhen(IsPage, pages =>
        {
            pages.UseExceptionHandler("/fel/500", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/fel/{0}", createScopeForStatusCodePages: true);
        });
        app.UseWhen(http => !IsPage(http), api => api.UseExceptionHandler().UseStatusCodePages());
        if (!Cookies.IsDemo(app.Configuration))
            app.UseHsts();
        app.UseSecureCookies();
        app.UseWhen(IsPage, static pages => pages.UseRequestLocalization());
        app.UseWhen(static http => !IsPage(http), static api => api.UseApiLanguage());
        app.UseLateSignIn();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        // After it is known who asks, since calls are counted by account; before anything of the body is read.
        app.UseRateLimiter();
        app.UseWhen(static http => !IsPage(http), static api => api.UseRequestDigest());
        app.UseLargeUploads();
        app.UseAntiforgery();
        app.UseLateForms();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = static _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapLanguages();
        app.MapProcessFiles();
        app.MapCaseExport();
        app.MapDocumentDownload();
        app.MapSignOut();
        app.MapDashboardExport();
        app.MapMinutesFeed();
        app.MapCommissionExport();
        app.MapSpreadExport();
        app.MapViewExport();
        app.MapLinkPapers();
        app.MapSearch();
        app.MapRazorComponents<App>();
        // Without an endpoint of its own, an unknown address would ask for a sign-in instead of saying that it is unknown.
        app.MapMethods("{**unknown}", [HttpMethods.Get, HttpMethods.Head], () => Results.NotFound())
            .AllowAnonymous().ExcludeFromDescription().WithOrder(int.MaxValue);
    }

    private static bool IsPage(HttpContext http) => !http.Request.Path.StartsWithSegments(ApiHosting.Prefix, StringComparison.OrdinalIgnoreCase);
}
