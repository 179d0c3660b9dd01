using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Meetings;

/// <summary>Meetings: to plan, to build an agenda, to record what a body says.</summary>
internal static class MeetingEndpoints
{
    private const int Shown = 200;

    public static void MapMeetings(this IEndpointRouteBuilder api)
    {
        var meetings = api.MapGroup("/meetings").WithTags("Meetings");
        meetings.MapGet("", List).WithName("ListMeetings").WithExample("meeting-list")
            .WithSummary("Kommande möten · Coming meetings").WithDescription("Från i dag eller från en dag. · From today or from a day.");
        meetings.MapGet("/{id:guid}", Get).WithName("GetMeeting").WithExample("meeting")
            .WithSummary("Ett möte med dagordning · A meeting with its agenda").WithDescription("Med beräknade tider. · With computed times.");
        meetings.MapPost("", Plan).WithName("PlanMeeting").WithExample("meeting-plan")
            .WithSummary("Planera ett möte · Plan a meeting").WithDescription("Kräver Idempotency-Key. · Needs Idempotency-Key.");
        meetings.MapPost("/{id:guid}/items", Put).WithName("PutOnAgenda").WithExample("meeting-item")
            .WithSummary("Sätt ett ärende på dagordningen · Put a case on the agenda").WithDescription("Ärendet ska vänta på organets möte. · The case must wait for the body's meeting.");
        meetings.MapPost("/{id:guid}/items/{item:guid}/clauses", Record).WithName("RecordClause").WithExample("meeting-clauses")
            .WithSummary("Registrera satser · Record clauses").WithDescription("Avslutar punkten; ärendet får veta i samma stund. · Closes the item; its case learns at once.");
    }

    private static async Task<Ok<PageOf<MeetingResource>>> List(MeetingList list, TimeProvider time, DateOnly? from, CancellationToken ct)
    {
        var found = await list.Coming(from ?? Language.SwedishDates.Day(time.GetUtcNow()), Shown, ct);
        return TypedResults.Ok(new PageOf<MeetingResource>([.. found.Select(MeetingResource.Of)], 1, Shown, found.Count));
    }

    private static async Task<Results<Ok<MeetingWithAgenda>, ProblemHttpResult>> Get(Guid id, MeetingList list, HttpContext http, CancellationToken ct)
    {
        if (await list.Find(id, ct) is not { } view)
            return RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "meeting.not-found"));
        Preconditions.SetTag(http.Response, view.Meeting.Version);
        return TypedResults.Ok(new MeetingWithAgenda(MeetingResource.Of(view.Meeting), view.Agenda.InformationPercent, view.Agenda.OverRun, [.. view.Agenda.Slots.Select(ItemResource.Of)]));
    }

    private static async Task<Results<Created<MeetingReceipt>, ProblemHttpResult>> Plan(
        PlanMeetingRequest body, PlanMeeting handler, CurrentActor actors, HttpContext http, CancellationToken ct)
    {
        var key = IdempotencyKey.Read(http.Request);
        if (!key.IsAccepted)
            return RefusalProblem.From(key.Refusals);
        var outcome = await handler.Handle(await actors.Get(ct), key.Value, body, ct);
        return outcome.IsAccepted
            ? TypedResults.Created($"{ApiHosting.Prefix}/meetings/{outcome.Value.MeetingId}", outcome.Value)
            : RefusalProblem.From(outcome.Refusals);
    }

    private static async Task<Results<Ok<AgendaReceipt>, ProblemHttpResult>> Put(
        Guid id, CaseOnAgenda body, PutOnAgenda handler, CaseList cases, CurrentActor actors, HttpContext http, CancellationToken ct)
    {
        var key = IdempotencyKey.Read(http.Request);
        if (!key.IsAccepted)
            return RefusalProblem.From(key.Refusals);
        if (await cases.Find(body.Case, ct) is not { } about)
            return RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "case.not-found", "case"));
        var outcome = await handler.Handle(await actors.Get(ct), key.Value, id, about.Id, ct);
        return outcome.IsAccepted ? TypedResults.Ok(outcome.Value) : RefusalProblem.From(outcome.Refusals);
    }

    private static async Task<Results<Ok<RecordClauseReceipt>, ProblemHttpResult>> Record(
        Guid id, Guid item, RecordedClauses body, RecordClause handler, CurrentActor actors, HttpContext http, CancellationToken ct)
    {
        var version = Preconditions.Version(http.Request);
        if (!version.IsAccepted)
            return Preconditions.Problem(version.Refusals);
        var key = IdempotencyKey.Read(http.Request);
        if (!key.IsAccepted)
            return RefusalProblem.From(key.Refusals);
        var outcome = await handler.Handle(await actors.Get(ct), key.Value, new RecordClauseRequest(id, item, version.Value, body), ct);
        return outcome.IsAccepted ? TypedResults.Ok(outcome.Value) : RefusalProblem.From(outcome.Refusals, preconditioned: true);
    }
}

/// <param name="Case">Number of the case.</param>
public sealed record CaseOnAgenda(string Case);

/// <summary>A meeting.</summary>
public sealed record MeetingResource(
    Guid Id, string Name, string Body, string Kind, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place, DateOnly PapersDue, string Status, string StatusSv, string StatusEn)
{
    internal static MeetingResource Of(Meeting meeting) => new(
        meeting.Id, meeting.Number, meeting.Body, meeting.Kind, meeting.Date, meeting.StartsAt, meeting.EndsAt, meeting.Place, meeting.PapersDue,
        meeting.StatusKey, meeting.StatusSv, meeting.StatusEn);
}

/// <summary>A meeting with its agenda.</summary>
/// <param name="InformationPercent">Share of the timed minutes that is information.</param>
/// <param name="OverRun">Minutes that the agenda is longer than the meeting.</param>
public sealed record MeetingWithAgenda(MeetingResource Meeting, int InformationPercent, int OverRun, IReadOnlyList<ItemResource> Items);

/// <summary>An item of the agenda. Its version is what <c>If-Match</c> takes when its clauses are recorded.</summary>
public sealed record ItemResource(
    Guid Id, int Position, string Kind, string Title, int Minutes, TimeOnly? From, TimeOnly? To, string Presenters, Guid? CaseId, bool IsClosed, string? Conclusion,
    IReadOnlyList<string> Clauses, string? Effect, long Version)
{
    internal static ItemResource Of(Slot slot) => new(
        slot.Item.Id, slot.Item.Position, slot.Item.Kind, slot.Item.Title, slot.Item.Minutes, slot.From, slot.To, slot.Item.Presenters, slot.Item.CaseId,
        slot.Item.ClosedAt is not null, slot.Item.Conclusion, slot.Item.ClauseCodes, slot.Item.Effect, slot.Item.Version);
}
