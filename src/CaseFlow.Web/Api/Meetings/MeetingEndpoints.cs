using CaseFlow.Cases.Access;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Components.Minutes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Meetings;

/// <summary>Meetings: to plan, to build an agenda, to record what a body says.</summary>
internal static class MeetingEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder api)
    {
        var meetings = api.MapGroup("/meetings").WithTags("Meetings");
        meetings.MapGet("", List).WithName("ListMeetings").WithExample("meeting-list")
            .WithSummary("Möten · Meetings").WithDescription("Från i dag, från en dag (from) eller de före en dag (before). · From today, from a day (from) or those before a day (before).");
        meetings.MapGet("/{id:guid}", Get).WithName("GetMeeting").WithExample("meeting")
            .WithSummary("Ett möte med dagordning · A meeting with its agenda").WithDescription("Med beräknade tider. · With computed times.");
        meetings.MapPost("", Plan).Says("PlanMeeting", "meeting-plan", "Planera ett möte · Plan a meeting", "kind: ordinarie eller extra; ett extra kräver reason. · kind: ordinarie or extra; an extra one needs a reason.");
        meetings.MapPut("/{id:guid}/schedule", Move).Says("MoveMeeting", "meeting-schedule", "Flytta ett möte · Move a meeting", "Alla väntande ärenden följer med. · All waiting cases move along.");
        meetings.MapPost("/{id:guid}/cancellation", Cancel).Says("CancelMeeting", "meeting-cancellation", "Ställ in ett möte · Cancel a meeting", "Dess ärenden väntar på nästa. · Its cases wait for the next one.");
        meetings.MapPost("/{id:guid}/items", Put).Says("PutOnAgenda", "meeting-item", "Sätt ett ärende på dagordningen · Put a case on the agenda", "Ärendet ska vänta på organets möte. · The case must wait for the body's meeting.");
        meetings.MapPost("/{id:guid}/items/{item:guid}/clauses", Record).Says("RecordClause", "meeting-clauses", "Registrera satser · Record clauses",
            "Avslutar punkten; ärendet får veta i samma stund. Kräver If-Match med punktens version. · Closes the item; its case learns at once. Needs If-Match with the item's version.");
        meetings.MapRollCall();
        meetings.MapRoom();
        meetings.MapGet("/{id:guid}/minutes-draft", Draft).Says("GetMinutesDraft", "minutes-draft", "Utkast till minnesanteckning · Draft of the minutes",
            "Ur det som registrerats; på svenska. Kallelse, avslut, justering och publicering är uppgifter. · From what was recorded; in Swedish. Notice, closing, signing and publishing are tasks.");
    }

    private static async Task<Results<Ok<PageOf<MeetingResource>>, ProblemHttpResult>> List(
        MeetingList list, TimeProvider time, HttpContext http, DateOnly? from, DateOnly? before, int? limit, int? page, CancellationToken ct)
    {
        var paging = Paging.Read(limit, page);
        if (!paging.IsAccepted)
            return RefusalProblem.From(paging.Refusals);
        var (skip, take) = (paging.Value.Skip, paging.Value.Limit);
        var day = from ?? Language.SwedishDates.Day(time.GetUtcNow());
        var found = before is { } end ? await list.Past(end, skip, take, ct) : await list.Coming(day, take, ct, skip);
        var total = await list.Count(before is null ? day : null, before, ct);
        return TypedResults.Ok(paging.Value.Of(http, found, total, MeetingResource.Of));
    }

    private static async Task<Results<Ok<MeetingWithAgenda>, ProblemHttpResult>> Get(Guid id, MeetingList list, HttpContext http, CancellationToken ct)
    {
        if (await list.Find(id, ct) is not { } view)
            return NotFound();
        Preconditions.SetTag(http.Response, view.Meeting.Version);
        return TypedResults.Ok(new MeetingWithAgenda(MeetingResource.Of(view.Meeting), view.Agenda.InformationPercent, view.Agenda.OverRun, [.. view.Agenda.Slots.Select(ItemResource.Of)]));
    }

    private static Task<Results<Created<MeetingReceipt>, ProblemHttpResult>> Plan(PlannedMeeting body, PlanMeeting handler, ApiCall call, CancellationToken ct) =>
        call.Create(
            (actor, request) => handler.Handle(actor, request, new(body.Body, body.Kind, body.Date, body.StartsAt, body.EndsAt, body.Place, body.Purpose, body.Reason), ct),
            made => $"/meetings/{made.MeetingId}");

    private static Task<Results<Ok<MeetingReceipt>, ProblemHttpResult>> Move(Guid id, MeetingSchedule body, MoveMeeting handler, ApiCall call, CancellationToken ct) =>
        call.Run((actor, request) => handler.Handle(actor, request, new(id, body.Date, body.StartsAt, body.EndsAt, body.Place), ct));

    private static Task<Results<Ok<MeetingReceipt>, ProblemHttpResult>> Cancel(Guid id, CancelMeeting handler, ApiCall call, CancellationToken ct) =>
        call.Run((actor, request) => handler.Handle(actor, request, id, ct));

    private static async Task<Results<Ok<AgendaReceipt>, ProblemHttpResult>> Put(
        Guid id, CaseOnAgenda body, PutOnAgenda handler, CaseList cases, ApiCall call, CancellationToken ct) =>
        await cases.Find(body.Case, ct) is { } about
            ? await call.Run((actor, request) => handler.Handle(actor, request, id, about.Id, body.Treatment, body.Minutes, ct))
            : RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "case.not-found", "case"));

    private static Task<Results<Ok<RecordClauseReceipt>, ProblemHttpResult>> Record(
        Guid id, Guid item, RecordedClauses body, RecordClause handler, ApiCall call, CancellationToken ct) =>
        call.OnVersion((actor, request, version) => handler.Handle(actor, request, new(id, item, version, body), ct));

    private static async Task<Results<Ok<MinutesDraftResource>, ProblemHttpResult>> Draft(Guid id, MinutesReader reader, BundleCatalog bundles, CancellationToken ct) =>
        await bundles.Current(ct) is { } bundle && await reader.Find(Actor.System, id, ct) is { } view
            ? TypedResults.Ok(new MinutesDraftResource(MinutesDrafts.Of(view, bundle)))
            : NotFound();

    private static ProblemHttpResult NotFound() => RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "meeting.not-found"));
}

/// <param name="Body">Key of the body.</param>
/// <param name="Kind">ordinarie or extra.</param>
/// <param name="StartsAt">Swedish local time.</param>
/// <param name="Reason">Why, for an extra meeting.</param>
public sealed record PlannedMeeting(string Body, string Kind, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place = "", string Purpose = "", string? Reason = null);

public sealed record MeetingSchedule(DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place = "");

public sealed record MinutesDraftResource(string Text);

/// <param name="Case">Number of the case.</param>
/// <param name="Treatment">Another treatment than its papers say.</param>
/// <param name="Minutes">Another time than its papers say.</param>
public sealed record CaseOnAgenda(string Case, string? Treatment = null, int? Minutes = null);

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
/// <param name="Kind">What it foremost is.</param>
/// <param name="Kinds">All that it is, the foremost first.</param>
/// <param name="Expectation">What is expected of those who take part.</param>
/// <param name="Matter">What kind of matter a position is taken on.</param>
public sealed record ItemResource(
    Guid Id, int Position, string Kind, IReadOnlyList<string> Kinds, string Title, string Purpose, string Expectation, string Matter, int Minutes, TimeOnly? From, TimeOnly? To, string Presenters, Guid? CaseId, bool IsClosed, string? Conclusion,
    IReadOnlyList<string> Clauses, string? Effect, long Version)
{
    internal static ItemResource Of(Slot slot) => new(
        slot.Item.Id, slot.Item.Position, slot.Item.Kind, slot.Item.Kinds, slot.Item.Title, slot.Item.Purpose, slot.Item.Expectation, slot.Item.Matter, slot.Item.Minutes, slot.From, slot.To, slot.Item.Presenters, slot.Item.CaseId,
        slot.Item.ClosedAt is not null, slot.Item.Conclusion, slot.Item.ClauseCodes, slot.Item.Effect, slot.Item.Version);
}
