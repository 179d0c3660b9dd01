using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Api.Intake;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Meetings;

/// <summary>An agenda's items: those without a case are added, changed and removed; one with a case is put on and taken off.</summary>
internal static class AgendaEndpoints
{
    public static void MapAgenda(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("").WithTags("Meetings");
        all.MapGet("/bodies/{body}/waiting-cases", Waiting).Says("ListWaitingCases", "waiting-cases", "Ärenden som väntar på möte · Cases that wait for a meeting", "Längst väntan först. · Longest waiting first.");
        var items = all.MapGroup("/meetings/{id:guid}");
        items.MapPost("/agenda-points", Add).Says("AddAgendaItem", "agenda-point", "Lägg till en punkt utan ärende · Add an item without a case",
            "Slag: formalia, information, dialog, stallningstagande, skriftlig, paus; information, dialog och stallningstagande kan förenas med blanksteg. · Kinds as listed; information, dialog and stallningstagande can be combined with blanks.");
        items.MapPut("/items/{item:guid}", Change).Says("ChangeAgendaItem", "agenda-item-change", "Ändra en punkt · Change an item", "Kräver If-Match med punktens version. · Needs If-Match with the item's version.");
        items.MapPut("/items/{item:guid}/position", Move).Says("MoveAgendaItem", "agenda-item-position", "Flytta en punkt · Move an item", "Alla senare tider följer med. · All later times follow.");
        items.MapDelete("/items/{item:guid}", Remove).Says("RemoveAgendaItem", "agenda-item-removal", "Ta bort en punkt utan ärende · Remove an item without a case",
            "En punkt med ärende lyfts av med cases. · One with a case is taken off by cases.");
        items.MapDelete("/cases/{number}", TakeOff).Says("TakeOffAgenda", "agenda-case-off", "Lyft av ett ärende · Take a case off", "Det väntar på nästa möte igen. · It waits for the next meeting again.");
    }

    private static Task<Results<Ok<PageOf<WaitingResource>>, ProblemHttpResult>> Waiting(string body, MeetingList list, HttpContext http, int? limit, int? page, CancellationToken ct) =>
        Paging.Answer(http, limit, page, () => list.Queue(body, ct), q => new WaitingResource(CaseResource.Of(q.Case), q.Waiting.Treatment, q.Waiting.Since));

    private static Task<Results<Created<AgendaReceipt>, ProblemHttpResult>> Add(Guid id, NewAgendaItem body, EditAgenda handler, ApiCall call, CancellationToken ct) =>
        call.Create((actor, request) => handler.Add(actor, request, id, body.Content, body.Position, ct), _ => $"/meetings/{id}");

    private static Task<Results<Ok<AgendaReceipt>, ProblemHttpResult>> Change(Guid id, Guid item, ChangedAgendaItem body, EditAgenda handler, ApiCall call, CancellationToken ct) =>
        call.OnVersion((actor, request, version) => handler.Change(actor, request, id, item, version, body.Content, ct));

    private static Task<Results<Ok<AgendaReceipt>, ProblemHttpResult>> Move(Guid id, Guid item, AgendaPosition body, EditAgenda handler, ApiCall call, CancellationToken ct) =>
        call.Run((actor, request) => handler.Move(actor, request, id, item, body.Position, ct));

    private static Task<Results<Ok<AgendaReceipt>, ProblemHttpResult>> Remove(Guid id, Guid item, EditAgenda handler, ApiCall call, CancellationToken ct) =>
        call.Run((actor, request) => handler.Remove(actor, request, id, item, ct));

    private static async Task<Results<Ok<AgendaReceipt>, ProblemHttpResult>> TakeOff(
        Guid id, string number, PutOnAgenda handler, CaseFlow.Cases.Timeline.CaseList cases, ApiCall call, CancellationToken ct) =>
        await cases.Find(number, ct) is { } about ? await call.Run((actor, request) => handler.TakeOff(actor, request, id, about.Id, ct)) : CaseEndpoints.NotFound();
}

/// <param name="Treatment">How the body is to treat it, as the preparers propose.</param>
public sealed record WaitingResource(CaseResource Case, string? Treatment, DateTimeOffset Since);

/// <param name="Kind">One kind, or several with spaces between where the item is both information, dialogue or a position.</param>
/// <param name="Position">From 1; null puts it after the cases.</param>
/// <param name="Expectation">What is expected of those who take part.</param>
/// <param name="Matter">What kind of matter a position is taken on.</param>
public sealed record NewAgendaItem(
    string Kind, string Title, string Purpose = "", int Minutes = 0, string Presenters = "", int? Position = null, string Expectation = "", string Matter = "")
{
    internal ItemContent Content => new(Kind, Title, Purpose, Minutes, Presenters, Expectation, Matter);
}

/// <param name="Kind">One kind, or several with spaces between where the item is both information, dialogue or a position.</param>
/// <param name="Expectation">What is expected of those who take part.</param>
/// <param name="Matter">What kind of matter a position is taken on.</param>
public sealed record ChangedAgendaItem(
    string Kind, string Title, string Purpose = "", int Minutes = 0, string Presenters = "", string Expectation = "", string Matter = "")
{
    internal ItemContent Content => new(Kind, Title, Purpose, Minutes, Presenters, Expectation, Matter);
}

/// <param name="Position">From 1.</param>
public sealed record AgendaPosition(int Position);
