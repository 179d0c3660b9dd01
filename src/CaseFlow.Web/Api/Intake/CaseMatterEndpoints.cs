using System.Text.Json;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Intake;

/// <summary>What belongs to a case beside its row, and what a person does with it outside the tasks.</summary>
internal static class CaseMatterEndpoints
{
    public static void MapCaseMatters(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/cases/{number}").WithTags("Cases");
        one.MapGet("/matters", Read).Says("GetCaseMatters", "case-matters", "Det som hör till ett ärende · What belongs to a case",
            "Inlämnade svar, områden som delar frågan, kommentarer och ställningstaganden. · Submitted answers, areas that share the question, comments and positions.");
        one.MapGet("/places", Places).Says("GetCasePlaces", "case-places", "Var i processen ärendet står · Where in the process the case stands",
            "Processens och elementets id i BPMN-modellen. · Ids of process and element in the BPMN model.");
        one.MapPost("/comments", Comment).Says("CommentOnCase", "case-comment", "Kommentera · Comment",
            "I den gemensamma beredningstråden. Skrivs för ett område eller en huvudman som kontot företräder. · In the shared thread, for an area or party that the account stands for.");
        one.MapPost("/co-sponsors", Join).Says("JoinCase", "case-co-sponsor", "Vi delar frågan · We share the question",
            "Ett område till ställer sig bakom ärendet. · One more area stands behind the case.");
        one.MapPost("/new-sorting", AskAgain).Says("RequestNewSorting", "case-new-sorting", "Begär omprövad sortering · Ask for a new sorting",
            "Inlämnaren, en gång och med skäl. · The submitter, once and with a reason.");
        one.MapPost("/waking", Wake).Says("WakeCase", "case-waking", "Väck ett vilande ärende · Wake a dormant case",
            "Före dess datum. · Before its date.");
        one.MapPost("/reopening", Reopen).Says("ReopenCase", "case-reopening", "Öppna igen · Reopen",
            "Ett avslutat ärende blir ett nytt, länkat till det gamla. · A closed case becomes a new one, linked to the old.");
    }

    private static async Task<Results<Ok<CaseMattersResource>, ProblemHttpResult>> Read(string number, CaseList list, CaseDetails details, CancellationToken ct) =>
        await list.Find(number, ct) is { } row ? TypedResults.Ok(CaseMattersResource.Of(await details.Read(row.Id, ct))) : CaseEndpoints.NotFound();

    private static async Task<Results<Ok<IReadOnlyList<PlaceResource>>, ProblemHttpResult>> Places(string number, CaseList list, InstancePositions positions, CancellationToken ct)
    {
        if (await list.Find(number, ct) is not { } row || await positions.Read(row.Id, ct) is not { } view)
            return CaseEndpoints.NotFound();
        IReadOnlyList<PlaceResource> places =
        [
            .. view.Tokens.Select(t => new PlaceResource(t.ProcessId, t.ElementId, view.Bundle.FindProcess(t.ProcessId)?.FindElement(t.ElementId)?.Called()?.Current, t.HasIncident)),
        ];
        return TypedResults.Ok(places);
    }

    private static async Task<Results<Created<CommentReceipt>, ProblemHttpResult>> Comment(string number, NewComment body, CaseList list, CommentOnCase handler, ApiCall call, CancellationToken ct)
    {
        if (await list.Find(number, ct) is not { } row)
            return CaseEndpoints.NotFound();
        return await call.Create(
            async (actor, request) =>
            {
                var written = await handler.Handle(actor, request, row.Id, body.Text, SpeaksFor(actor, body), ct);
                return written.IsAccepted ? Outcome<CommentReceipt>.Accepted(new(written.Value)) : Outcome<CommentReceipt>.Refused(written.Refusals);
            },
            _ => $"/cases/{number}/matters",
            static _ => "text");
    }

    // As on the page: the first area or side that the account stands for, unless one is named. One that it does not stand for is refused.
    private static RoleGrant? SpeaksFor(Actor actor, NewComment body) =>
        body.Area is null && body.Side is null
            ? actor.Grants.FirstOrDefault(g => g.Area is not null || g.Side is not null)
            : actor.Grants.FirstOrDefault(g => g.Area == body.Area && g.Side == body.Side) ?? new RoleGrant("", body.Side, body.Area);

    private static async Task<Results<Ok<CaseReceipt>, ProblemHttpResult>> Join(string number, CoSponsorship body, CaseList list, JoinCase handler, ApiCall call, CancellationToken ct) =>
        await list.Find(number, ct) is { } row ? await call.Run((actor, request) => handler.Handle(actor, request, row.Id, body.Area, ct)) : CaseEndpoints.NotFound();

    private static async Task<Results<Ok<CaseReceipt>, ProblemHttpResult>> AskAgain(string number, ReasonGiven body, CaseList list, RequestNewSorting handler, ApiCall call, CancellationToken ct) =>
        await list.Find(number, ct) is { } row ? await call.Run((actor, request) => handler.Handle(actor, request, row.Id, body.Reason, ct), static _ => "reason") : CaseEndpoints.NotFound();

    private static async Task<Results<Ok<CaseReceipt>, ProblemHttpResult>> Wake(string number, CaseList list, WakeCase handler, ApiCall call, CancellationToken ct) =>
        await list.Find(number, ct) is { } row ? await call.Run((actor, request) => handler.Handle(actor, request, row.Id, ct)) : CaseEndpoints.NotFound();

    private static async Task<Results<Created<SubmitCaseReceipt>, ProblemHttpResult>> Reopen(string number, ReasonGiven body, CaseList list, ReopenCase handler, ApiCall call, CancellationToken ct) =>
        await list.Find(number, ct) is { } row
            ? await call.Create((actor, request) => handler.Handle(actor, request, row.Id, body.Reason, ct), made => "/cases/" + made.Number, static _ => "reason")
            : CaseEndpoints.NotFound();
}

/// <param name="Area">Key of the area spoken for; neither area nor side: the first that the account stands for.</param>
/// <param name="Side">Key of the party spoken for.</param>
public sealed record NewComment(string Text, string? Area = null, string? Side = null);

public sealed record CommentReceipt(Guid CommentId);

/// <param name="Area">Key of the area that joins.</param>
public sealed record CoSponsorship(string Area);

public sealed record ReasonGiven(string Reason);

/// <param name="Element">Id of the element in the model.</param>
public sealed record PlaceResource(string Process, string Element, string? Name, bool HasIncident);

/// <summary>What belongs to a case. Names no persons.</summary>
/// <param name="Answers">The submission form's fields by key.</param>
public sealed record CaseMattersResource(
    IReadOnlyDictionary<string, JsonElement> Answers, IReadOnlyList<CoSponsorResource> CoSponsors, IReadOnlyList<CommentResource> Comments, IReadOnlyList<PositionResource> Positions)
{
    internal static CaseMattersResource Of(CaseMatters matters) => new(
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(matters.Answers.ToJson()) ?? [],
        [.. matters.Sponsors.Select(s => new CoSponsorResource(s.Area, s.JoinedAt))],
        [.. matters.Notes.Select(n => new CommentResource(n.Id, n.Kind, n.Text, n.Area, n.Side, n.WrittenAt))],
        [.. matters.Positions.Select(p => new PositionResource(
            p.Meeting.Id, p.Meeting.Number, p.Meeting.Body, p.Item.ClauseCodes, p.Item.Wording, p.Item.Effect, p.Item.Message, p.Item.ClosedAt))]);
}

public sealed record CoSponsorResource(string Area, DateTimeOffset JoinedAt);

public sealed record CommentResource(Guid Id, CaseNoteKind Kind, string Text, string? Area, string? Side, DateTimeOffset WrittenAt);

/// <summary>What a body said of the case.</summary>
public sealed record PositionResource(
    Guid MeetingId, string Meeting, string Body, IReadOnlyList<string> Clauses, string Wording, string? Effect, string Message, DateTimeOffset? At);
