using System.Text.Json;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Api.Tasks;
using CaseFlow.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Intake;

/// <summary>What the account writes on and has not handed in, and the form that is asked.</summary>
internal static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/submission-form", Form).WithTags("Cases").Says("GetSubmissionForm", "submission-form", "Formuläret för att lämna in · The form to submit",
            "Fälten som answers består av. · The fields that answers consists of.");
        var drafts = api.MapGroup("/drafts").WithTags("Drafts");
        drafts.MapGet("", List).Says("ListDrafts", "draft-list", "Mina utkast · My drafts", "Syns bara för den som skrev. · Seen by the writer alone.");
        drafts.MapPost("", Save).Says("CreateDraft", "draft", "Spara ett utkast · Save a draft", "Inget kontrolleras förrän det lämnas in. · Nothing is checked until it is submitted.");
        drafts.MapPut("/{id:guid}", Change).Says("ChangeDraft", "draft-change", "Ändra ett utkast · Change a draft", "Kräver If-Match. · Needs If-Match.");
        drafts.MapDelete("/{id:guid}", Discard).Says("DiscardDraft", "draft-discard", "Kasta ett utkast · Discard a draft", "Går att upprepa. · May be repeated.");
    }

    private static async Task<Results<Ok<IReadOnlyList<TaskField>>, ProblemHttpResult>> Form(BundleCatalog bundles, CancellationToken ct)
    {
        if (SubmitCase.Opening(await bundles.Current(ct)) is not { } opening)
            return RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "nothing.deployed"));
        IReadOnlyList<TaskField> fields = [.. opening.Form.Fields.Select(TaskField.Of)];
        return TypedResults.Ok(fields);
    }

    private static Task<Results<Ok<PageOf<DraftResource>>, ProblemHttpResult>> List(
        SaveDraft handler, CurrentActor actors, HttpContext http, int? limit, int? page, CancellationToken ct) =>
        Paging.Answer(http, limit, page, async () => await handler.Of(await actors.Get(ct), ct), DraftResource.Of);

    private static Task<Results<Created<DraftReceipt>, ProblemHttpResult>> Save(CaseSubmission body, SaveDraft handler, ApiCall call, CancellationToken ct) =>
        call.Create((actor, request) => handler.Handle(actor, Request(null, body, 0), ct, request), _ => "/drafts", ApiCall.InAnswers);

    private static Task<Results<Ok<DraftReceipt>, ProblemHttpResult>> Change(Guid id, CaseSubmission body, SaveDraft handler, ApiCall call, CancellationToken ct) =>
        call.OnVersion((actor, request, version) => handler.Handle(actor, Request(id, body, version), ct, request), ApiCall.InAnswers);

    private static async Task<NoContent> Discard(Guid id, SaveDraft handler, CurrentActor actors, CancellationToken ct)
    {
        await handler.Discard(await actors.Get(ct), id, ct);
        return TypedResults.NoContent();
    }

    private static SaveDraftRequest Request(Guid? id, CaseSubmission body, long version) =>
        new(id, new Origin(body.Area, body.Side), FormAnswers.FromJson(body.Answers), version);
}

/// <summary>A draft.</summary>
/// <param name="Version">What <c>If-Match</c> takes.</param>
public sealed record DraftResource(Guid Id, string? Area, string? Side, IReadOnlyDictionary<string, JsonElement> Answers, long Version, DateTimeOffset SavedAt)
{
    internal static DraftResource Of(Draft draft) => new(
        draft.Id, draft.Area, draft.Side, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(draft.Answers) ?? [], draft.Version, draft.SavedAt);
}
