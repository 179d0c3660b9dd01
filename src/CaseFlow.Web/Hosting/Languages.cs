using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Web.Hosting;

/// <summary>Swedish first, English second; the person's choice is kept in a cookie.</summary>
internal static class Languages
{
    public const string CookieName = "caseflow-language";

    private static readonly CultureInfo[] Cultures = [CultureInfo.GetCultureInfo("sv-SE"), CultureInfo.GetCultureInfo("en-GB")];

    public static void AddLanguages(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Cultures[0]);
            options.SupportedCultures = Cultures;
            options.SupportedUICultures = Cultures;
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CookieName, Options = options }];
        });

    public static void MapLanguages(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sprak", Choose).DisableAntiforgery().AllowAnonymous().ExcludeFromDescription();

    private static RedirectHttpResult Choose(HttpContext http, [FromForm(Name = "till")] string? language, [FromForm(Name = "tillbaka")] string? place)
    {
        var culture = Array.Find(Cultures, c => c.TwoLetterISOLanguageName == language) ?? Cultures[0];
        http.Response.Cookies.Append(CookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(400),
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
        return TypedResults.LocalRedirect(LocalAddress.OrStart(place));
    }
}
