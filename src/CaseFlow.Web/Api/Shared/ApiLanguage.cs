using System.Globalization;

namespace CaseFlow.Web.Api.Shared;

/// <summary>The API answers in the language that <c>Accept-Language</c> prefers, Swedish unless that is English; the pages' cookie has no say.</summary>
internal static class ApiLanguage
{
    public static void UseApiLanguage(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        var preferred = http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString())
            .FirstOrDefault(l => l.StartsWith("sv", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        var culture = CultureInfo.GetCultureInfo(preferred?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en-GB" : "sv-SE");
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        http.Response.Headers.ContentLanguage = culture.TwoLetterISOLanguageName;
        http.Response.Headers.Vary = "Accept-Language";
        return next(http);
    });
}
