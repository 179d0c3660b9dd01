namespace CaseFlow.Web.Hosting;

/// <summary>The headers of every answer, also of errors and refusals.</summary>
internal static class SecurityHeaders
{
    // No inline script and no inline style anywhere; what a module styles, it styles through the object model.
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // The address itself is the key: it is told to nobody, kept nowhere and found by no search engine.
    private const string PersonalLinks = "/remissvar";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        // Looked at now, since a page that tells of an error has an address of its own. What is asked for first is set last.
        if (http.Request.Path.StartsWithSegments(PersonalLinks, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.OnStarting(static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                headers["Referrer-Policy"] = "no-referrer";
                headers["X-Robots-Tag"] = "noindex, nofollow";
                headers.CacheControl = "no-store";
                return Task.CompletedTask;
            }, http);
        }

        // On starting, since the exception handler clears what was set before it.
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        }, http);
        return next(http);
    });
}
