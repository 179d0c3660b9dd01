using System.Globalization;
using CaseFlow.Cases.Processes;

namespace CaseFlow.Web.Components.Processes;

/// <summary>The deployed models as files, for diagrams: open to all, as the process itself is (R53, R141). Addressed by hash, so that they never change.</summary>
internal static class ProcessFiles
{
    private const string MediaType = "application/bpmn+xml";

    /// <summary>Address of the model that declares a process in a bundle, with its names in the reader's language.</summary>
    public static string Address(string bundleHash, string processId) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"
            ? $"/modeller/{bundleHash}/en/{Uri.EscapeDataString(processId)}.bpmn"
            : $"/modeller/{bundleHash}/{Uri.EscapeDataString(processId)}.bpmn";

    public static void MapProcessFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/modeller/{hash}/{processId}.bpmn", (string hash, string processId, BundleCatalog bundles, HttpContext http, CancellationToken ct) =>
            Get(hash, processId, text => text, bundles, http, ct)).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/modeller/{hash}/en/{processId}.bpmn", (string hash, string processId, BundleCatalog bundles, HttpContext http, CancellationToken ct) =>
            Get(hash, processId, EnglishDiagram.Of, bundles, http, ct)).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Get(string hash, string processId, Func<string, string> drawn, BundleCatalog bundles, HttpContext http, CancellationToken ct)
    {
        if (!await bundles.Exists(hash, ct))
            return Results.NotFound();
        var bundle = await bundles.Get(hash, ct);
        if (bundle.FindProcess(processId) is not { } process || !bundle.Files.TryGetValue(process.File, out var file))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text(drawn(file.Text), MediaType, System.Text.Encoding.UTF8);
    }
}
