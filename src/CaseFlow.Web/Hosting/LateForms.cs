using CaseFlow.Web.Components.Shared.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace CaseFlow.Web.Hosting;

/// <summary>A form that lay open too long is shown again with what was typed, and never executed.</summary>
internal static class LateForms
{
    public static void UseLateForms(this IApplicationBuilder app) => app.Use(static async (http, next) =>
    {
        if (!IsPostedPage(http) || http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            await next(http);
        }
        else if (IsFromThisSite(http.Request) && IsForm(http.Request))
        {
            // The verdict has been heeded: nothing of this form is executed. Only now may it be read.
            http.Features.Set<IAntiforgeryValidationFeature>(null);
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            // One that came through the sign-in page carries what was typed before it, for this very page.
            var kept = http.RequestServices.GetRequiredService<KeptForms>().Open(form[KeptForms.Field]);
            var isForHere = kept?.Path == http.Request.Path + http.Request.QueryString;
            ShowAgain(http, kept is not null && isForHere ? KeptForms.ToForm(kept) : form);
            await next(http);
        }
        else
        {
            // From here on it is a question for the page that tells of the refusal, and carries no form.
            http.Features.Set<IAntiforgeryValidationFeature>(null);
            http.Request.Method = HttpMethods.Get;
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    });

    /// <summary>Turns the request into one that draws the page with the form's values.</summary>
    /// <param name="fault">What is told of it; null: that it came too late.</param>
    public static void ShowAgain(HttpContext http, IFormCollection form, FormError? fault = null)
    {
        http.Features.Set(new RestoredForm(form, fault));
        http.Request.Method = HttpMethods.Get;
        http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    public static bool IsPostedPage(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    // From the header itself: the request refuses to say it while the verdict stands.
    private static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        || request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    // Another site must not be able to lay words in a person's form, not even to look at.
    public static bool IsFromThisSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is { Count: 1 } site
            ? site == "same-origin"
            : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
                && origin.Authority == request.Host.Value;
}
