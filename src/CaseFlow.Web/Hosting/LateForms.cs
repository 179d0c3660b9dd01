using CaseFlow.Web.Components.Shared.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace CaseFlow.Web.Hosting;

/// <summary>A form that lay open too long is shown again with what was typed, and never executed.</summary>
internal static class LateForms
{
    public static void UseLateForms(this IApplicationBuilder app) => app.Use(static async (http, next) =>
    {
        if (IsPostedPage(http)
            && http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            && IsFromThisSite(http.Request))
            ShowAgain(http, await http.Request.ReadFormAsync(http.RequestAborted));
        await next(http);
    });

    /// <summary>Turns the request into one that draws the page with the form's values.</summary>
    public static void ShowAgain(HttpContext http, IFormCollection form)
    {
        http.Features.Set(new RestoredForm(form));
        http.Request.Method = HttpMethods.Get;
        http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private static bool IsPostedPage(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && http.Request.HasFormContentType
        && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    // Another site must not be able to lay words in a person's form, not even to look at.
    private static bool IsFromThisSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is { Count: 1 } site
            ? site == "same-origin"
            : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
                && origin.Authority == request.Host.Value;
}
