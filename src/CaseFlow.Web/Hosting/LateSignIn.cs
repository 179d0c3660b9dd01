namespace CaseFlow.Web.Hosting;

/// <summary>A form posted after the sign-in had run out: the sign-in page is shown in its place and carries what was typed.</summary>
internal static class LateSignIn
{
    /// <summary>The sealed form, as a feature of the request that shows the sign-in page.</summary>
    public sealed record Kept(string? Sealed, string Path);

    public static bool IsPostedForm(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.HasFormContentType;

    /// <summary>Marks the request; the middleware below shows the sign-in page for it.</summary>
    public static async Task Keep(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var path = http.Request.Path + http.Request.QueryString;
        http.Features.Set(new Kept(http.RequestServices.GetRequiredService<KeptForms>().Seal(path, form), path));
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    public static void UseLateSignIn(this IApplicationBuilder app) => app.Use(static async (http, next) =>
    {
        await next(http);
        if (http.Features.Get<Kept>() is null || http.Response.HasStarted || http.Request.Path == SignIn.Page)
            return;
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.Request.Method = HttpMethods.Get;
        http.Request.Path = SignIn.Page;
        http.Request.QueryString = QueryString.Empty;
        await next(http);
    });
}
