using CaseFlow.Cases.Documents;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Components.Documents;

/// <summary>A stored version as a file to save. Never shown on this site: an attachment of the allow-listed type, with <c>nosniff</c> and in a sandbox.</summary>
internal static class DocumentDownload
{
    private const string Policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    public static void MapDocumentDownload(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/handlingar/versioner/{version:guid}", Get).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Get(Guid version, HttpContext http, DocumentRegister register, CurrentActor actors, CancellationToken ct)
    {
        var found = await register.Open(await actors.Get(ct), version, ct);
        if (!found.IsAccepted)
            return Results.StatusCode(FormState.StatusOf(found.Refusals[0].Kind));
        return Send(http, found.Value, ct);
    }

    /// <summary>Sends a stored version to whoever may have it.</summary>
    internal static IResult Send(HttpContext http, DocumentFile file, CancellationToken ct)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-store";
        http.Response.ContentLength = file.Size;
        var attachment = new ContentDispositionHeaderValue("attachment");
        attachment.SetHttpFileName(file.FileName);
        headers.ContentDisposition = attachment.ToString();
        return Results.Stream(target => file.WriteTo(target, ct), file.MediaType, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }
}
