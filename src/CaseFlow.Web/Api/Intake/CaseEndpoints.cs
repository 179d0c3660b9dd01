using System.Text.Json;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Intake;

/// <summary>Cases: to read for everybody with a key, to hand in and take back for those who may.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("Cases");
        cases.MapGet("", List).WithName("ListCases").WithExample("case-list")
            .WithSummary("Ärenden · Cases").WithDescription("Sök och filtrera. · Search and filter.");
        cases.MapGet("/{number}", Get).WithName("GetCase").WithExample("case")
            .WithSummary("Ett ärende · A case").WithDescription("Status, nu hos, nästa steg. · Status, now with, next step.");
        cases.MapGet("/{number}/timeline", History).WithName("GetCaseTimeline").WithExample("case-timeline")
            .WithSummary("Vad som har hänt · What has happened").WithDescription("Äldst först. · Oldest first.");
        cases.MapPost("", Submit).WithName("SubmitCase").WithExample("case-submission")
            .WithSummary("Lämna in ett ärende · Submit a case")
            .WithDescription("För ett område eller en huvudman. Kräver Idempotency-Key. · For an area or a party. Needs Idempotency-Key.");
        cases.MapPost("/{number}/withdrawal", Withdraw).WithName("WithdrawCase").WithExample("case-withdrawal")
            .WithSummary("Återta ett ärende · Withdraw a case")
            .WithDescription("Inlämnaren, fram till ett ställningstagande. · The submitter, until a position is taken.");
    }

    private static async Task<Results<Ok<PageOf<CaseResource>>, ProblemHttpResult>> List(
        CaseList list, HttpContext http, string? q, string? status, string? area, string? side, bool? open, int? limit, int? page, CancellationToken ct)
    {
        var paging = Paging.Read(limit, page);
        if (!paging.IsAccepted)
            return RefusalProblem.From(paging.Refusals);
        var found = await list.Page(new CaseFilter(q, status, area, side, open), paging.Value.Skip, paging.Value.Limit, ct);
        paging.Value.SetLinks(http, found.Total);
        return TypedResults.Ok(new PageOf<CaseResource>([.. found.Cases.Select(CaseResource.Of)], paging.Value.Page, paging.Value.Limit, found.Total));
    }

    private static async Task<Results<Ok<CaseResource>, ProblemHttpResult>> Get(string number, CaseList list, HttpContext http, CancellationToken ct)
    {
        if (await list.Find(number, ct) is not { } row)
            return NotFound();
        Preconditions.SetTag(http.Response, row.Version);
        return TypedResults.Ok(CaseResource.Of(row));
    }

    private static async Task<Results<Ok<IReadOnlyList<HistoryEntry>>, ProblemHttpResult>> History(string number, CaseList list, CaseTimeline timeline, CancellationToken ct)
    {
        if (await list.Find(number, ct) is not { } row)
            return NotFound();
        IReadOnlyList<HistoryEntry> entries = [.. (await timeline.Read(row.Id, ct)).Select(HistoryEntry.Of)];
        return TypedResults.Ok(entries);
    }

    private static Task<Results<Created<SubmitCaseReceipt>, ProblemHttpResult>> Submit(CaseSubmission body, SubmitCase handler, ApiCall call, CancellationToken ct) =>
        call.Create(
            (actor, request) => handler.Handle(actor, request, new SubmitCaseRequest(new Origin(body.Area, body.Side), FormAnswers.FromJson(body.Answers), body.Draft), ct),
            made => "/cases/" + made.Number,
            ApiCall.InAnswers);

    private static async Task<Results<Ok<CaseReceipt>, ProblemHttpResult>> Withdraw(string number, CaseList list, WithdrawCase handler, ApiCall call, CancellationToken ct) =>
        await list.Find(number, ct) is { } row ? await call.Run((actor, request) => handler.Handle(actor, request, row.Id, ct)) : NotFound();

    internal static ProblemHttpResult NotFound() => RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "case.not-found"));
}

/// <param name="Answers">The submission form's fields by key.</param>
/// <param name="Area">Key of the submitting area; exactly one of area and side.</param>
/// <param name="Side">Key of the submitting party.</param>
/// <param name="Draft">The draft that this was written in; it is gone once the case is in.</param>
public sealed record CaseSubmission(IReadOnlyDictionary<string, JsonElement> Answers, string? Area = null, string? Side = null, Guid? Draft = null);

/// <summary>A case as everybody sees it.</summary>
/// <param name="Status">Key of the public status.</param>
/// <param name="WithWhom">With whom it is now.</param>
public sealed record CaseResource(
    Guid Id, string? Number, string Title, string Status, string StatusSv, string StatusEn, DateTimeOffset StatusSince, string WithWhom, string NextStep,
    DateTimeOffset? DueAt, string OriginKind, string? Area, string? Side, DateTimeOffset SubmittedAt, DateTimeOffset? ClosedAt, string? Outcome, long Version)
{
    internal static CaseResource Of(CaseRow row) => new(
        row.Id, row.Number, row.Title, row.StatusKey, row.StatusSv, row.StatusEn, row.StatusSince, row.WithWhom.Current, row.Next.Current, row.DueAt,
        row.OriginKind, row.OriginArea, row.OriginSide, row.SubmittedAt, row.ClosedAt, row.Outcome, row.Version);
}

/// <summary>Something that happened. Names roles and steps, never persons.</summary>
public sealed record HistoryEntry(long Sequence, DateTimeOffset At, TimelineKind Kind, string? Element, string? Name, string? Status, IReadOnlyList<string> Clauses)
{
    internal static HistoryEntry Of(TimelineEntry entry) => new(
        entry.Sequence, entry.At, entry.Kind, entry.ElementId, entry.ElementName?.Current, entry.StatusKey, entry.Clauses);
}
