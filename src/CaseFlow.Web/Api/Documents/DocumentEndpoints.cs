using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Api.Intake;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Documents;

/// <summary>The documents of cases and meetings: to list, send in as a file, send in anew, fetch, and move on.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("").WithTags("Documents");
        all.MapGet("/cases/{number}/documents", OfCase).Says("ListCaseDocuments", "document-list", "Ett ärendes handlingar · A case's documents", "Med alla versioner. · With all versions.");
        all.MapPost("/cases/{number}/documents", AddToCase).DisableAntiforgery().Says("AddCaseDocument", "document", "Lägg till en handling · Add a document",
            "Fälten title, maturity och file. Högst 25 MB. · The fields title, maturity and file. 25 MB at most.");
        all.MapGet("/meetings/{id:guid}/documents", OfMeeting).Says("ListMeetingDocuments", "meeting-document-list", "Ett mötes handlingar · A meeting's documents", "Med alla versioner. · With all versions.");
        all.MapPost("/meetings/{id:guid}/documents", AddToMeeting).DisableAntiforgery().Says("AddMeetingDocument", "meeting-document", "Lägg till en handling till ett möte · Add a document to a meeting",
            "Fälten title, maturity och file. · The fields title, maturity and file.");
        all.MapPost("/documents/{id:guid}/versions", AddVersion).DisableAntiforgery().Says("AddDocumentVersion", "document-version", "Ny version · New version",
            "Kräver If-Match med handlingens version. · Needs If-Match with the document's version.");
        all.MapGet("/document-versions/{id:guid}/content", Content).Says("GetDocumentContent", "document-content", "Hämta filen · Fetch the file", "Alltid som bilaga. · Always as an attachment.");
        all.MapPut("/documents/{id:guid}/maturity", SetMaturity).Says("SetDocumentMaturity", "document-maturity", "Flytta mognad · Move maturity",
            "Bara ett ställningstagande ger mognaden adopted. Kräver If-Match. · Only a position adopts. Needs If-Match.");
        all.MapPut("/documents/{id:guid}/title", Rename).Says("RenameDocument", "document-title", "Byt titel · Rename", "Kräver If-Match. · Needs If-Match.");
        all.MapDelete("/documents/{id:guid}", Withdraw).Says("WithdrawDocument", "document-withdrawal", "Ta tillbaka en handling · Withdraw a document", "Versionerna finns kvar. Kräver If-Match. · Its versions stay. Needs If-Match.");
    }

    private static async Task<Results<Ok<PageOf<DocumentResource>>, ProblemHttpResult>> OfCase(
        string number, bool? withdrawn, int? limit, int? page, CaseList cases, DocumentRegister register, CurrentActor actors, HttpContext http, CancellationToken ct) =>
        await cases.Find(number, ct) is { } row ? await List(row.Id, withdrawn, limit, page, register, actors, http, ct) : CaseEndpoints.NotFound();

    private static Task<Results<Ok<PageOf<DocumentResource>>, ProblemHttpResult>> OfMeeting(
        Guid id, bool? withdrawn, int? limit, int? page, DocumentRegister register, CurrentActor actors, HttpContext http, CancellationToken ct) =>
        List(id, withdrawn, limit, page, register, actors, http, ct);

    private static async Task<Results<Ok<PageOf<DocumentResource>>, ProblemHttpResult>> List(
        Guid subject, bool? withdrawn, int? limit, int? page, DocumentRegister register, CurrentActor actors, HttpContext http, CancellationToken ct)
    {
        var paging = Paging.Read(limit, page);
        if (!paging.IsAccepted)
            return RefusalProblem.From(paging.Refusals);
        var found = await register.Of(await actors.Get(ct), subject, withdrawn ?? false, ct);
        return found.IsAccepted ? TypedResults.Ok(paging.Value.Of(http, found.Value, DocumentResource.Of)) : RefusalProblem.From(found.Refusals);
    }

    private static async Task<Results<Created<AddedDocument>, ProblemHttpResult>> AddToCase(
        string number, IFormFile file, [Microsoft.AspNetCore.Mvc.FromForm] string title, [Microsoft.AspNetCore.Mvc.FromForm] string? maturity,
        CaseList cases, AddDocument handler, ApiCall call, CancellationToken ct) =>
        await cases.Find(number, ct) is { } row ? await Add(row.Id, $"/cases/{number}/documents", file, title, maturity, handler, call, ct) : CaseEndpoints.NotFound();

    private static Task<Results<Created<AddedDocument>, ProblemHttpResult>> AddToMeeting(
        Guid id, IFormFile file, [Microsoft.AspNetCore.Mvc.FromForm] string title, [Microsoft.AspNetCore.Mvc.FromForm] string? maturity,
        AddDocument handler, ApiCall call, CancellationToken ct) => Add(id, $"/meetings/{id}/documents", file, title, maturity, handler, call, ct);

    private static async Task<Results<Created<AddedDocument>, ProblemHttpResult>> Add(
        Guid subject, string address, IFormFile file, string title, string? maturity, AddDocument handler, ApiCall call, CancellationToken ct)
    {
        var reached = Maturity(maturity);
        if (!reached.IsAccepted)
            return RefusalProblem.From(reached.Refusals);
        await using var content = file.OpenReadStream();
        return await call.Create((actor, request) => handler.Handle(actor, request, new(subject, title, file.FileName, content, reached.Value), ct), _ => address);
    }

    private static async Task<Results<Ok<AddedDocument>, ProblemHttpResult>> AddVersion(
        Guid id, IFormFile file, [Microsoft.AspNetCore.Mvc.FromForm] string? maturity, AddDocument handler, ApiCall call, CancellationToken ct)
    {
        var reached = Maturity(maturity);
        if (!reached.IsAccepted)
            return RefusalProblem.From(reached.Refusals);
        await using var content = file.OpenReadStream();
        return await call.OnVersion((actor, request, version) =>
            handler.AddVersion(actor, request, new(id, Seen(version), file.FileName, content, reached.Value), ct));
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Content(Guid id, DocumentRegister register, CurrentActor actors, HttpContext http, CancellationToken ct)
    {
        var opened = await register.Open(await actors.Get(ct), id, ct);
        if (!opened.IsAccepted)
            return RefusalProblem.From(opened.Refusals);
        var file = opened.Value;
        http.Response.ContentLength = file.Size;
        http.Response.Headers.ETag = $"\"{file.Sha256}\"";
        return TypedResults.Stream(stream => file.WriteTo(stream, ct), file.MediaType, file.FileName);
    }

    private static async Task<Results<Ok<DocumentReceipt>, ProblemHttpResult>> SetMaturity(Guid id, MaturityChange body, MoveDocumentOn handler, ApiCall call, CancellationToken ct)
    {
        var reached = Maturity(body.Maturity);
        return reached.IsAccepted
            ? await call.OnVersion((actor, request, version) => Receipt(id, handler.SetMaturity(actor, request, id, Seen(version), reached.Value, ct)))
            : RefusalProblem.From(reached.Refusals);
    }

    private static Task<Results<Ok<DocumentReceipt>, ProblemHttpResult>> Rename(Guid id, TitleChange body, MoveDocumentOn handler, ApiCall call, CancellationToken ct) =>
        call.OnVersion((actor, request, version) => Receipt(id, handler.Rename(actor, request, id, Seen(version), body.Title, ct)));

    private static Task<Results<Ok<DocumentReceipt>, ProblemHttpResult>> Withdraw(Guid id, MoveDocumentOn handler, ApiCall call, CancellationToken ct) =>
        call.OnVersion((actor, request, version) => Receipt(id, handler.Withdraw(actor, request, id, Seen(version), ct)));

    private static async Task<Outcome<DocumentReceipt>> Receipt(Guid id, Task<Outcome<int>> change)
    {
        var changed = await change;
        return changed.IsAccepted ? Outcome<DocumentReceipt>.Accepted(new(id, changed.Value)) : Outcome<DocumentReceipt>.Refused(changed.Refusals);
    }

    // A number that no document can have is as stale as any other.
    private static int Seen(long version) => version > int.MaxValue ? -1 : (int)version;

    private static Outcome<DocumentMaturity> Maturity(string? code)
    {
        if (code is null)
            return Outcome<DocumentMaturity>.Accepted(DocumentMaturity.WorkingMaterial);
        return MaturityCodes.Read(code) is { } maturity
            ? Outcome<DocumentMaturity>.Accepted(maturity)
            : ApiTexts.Refusal(RefusalKind.Invalid, "maturity.unknown", "maturity", string.Join(", ", Enum.GetValues<DocumentMaturity>().Select(MaturityCodes.Of)));
    }
}

/// <param name="Maturity">working-material, basis-for-dialogue, proposal or established.</param>
public sealed record MaturityChange(string Maturity);

public sealed record TitleChange(string Title);

/// <param name="Version">The document's version after it.</param>
public sealed record DocumentReceipt(Guid DocumentId, int Version);

/// <summary>A document with its versions.</summary>
/// <param name="Version">What <c>If-Match</c> takes.</param>
public sealed record DocumentResource(Guid Id, string Title, DateTimeOffset CreatedAt, DateTimeOffset? WithdrawnAt, int Version, IReadOnlyList<DocumentVersionResource> Versions)
{
    internal static DocumentResource Of(Document document) => new(
        document.Id, document.Title, document.CreatedAt, document.WithdrawnAt, document.Version,
        [.. document.Versions.Select(v => new DocumentVersionResource(v.Id, v.Number, MaturityCodes.Of(v.Maturity), v.FileName, v.MediaType, v.Size, v.Sha256, v.UploadedAt))]);
}

public sealed record DocumentVersionResource(
    Guid Id, int Number, string Maturity, string FileName, string MediaType, long Size, string Sha256, DateTimeOffset UploadedAt);
