using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Meetings;

/// <summary>What is done with an item while the meeting goes on.</summary>
internal static class RoomEndpoints
{
    public static void MapRoom(this IEndpointRouteBuilder meetings)
    {
        meetings.MapPost("/{id:guid}/items/{item:guid}/start", Start).Says("StartItem", "item-start", "Börja en punkt · Begin an item", "Tiden räknas från då. · Its time is counted from then.");
        meetings.MapPost("/{id:guid}/items/{item:guid}/approval", Approve).Says("ApproveItem", "item-approval", "Godkänn agendan eller föregående anteckning · Approve the agenda or the previous minutes",
            "En stående punkt som ber om det. Kräver If-Match. · A standing item that asks for it. Needs If-Match.");
        meetings.MapPut("/{id:guid}/items/{item:guid}/notes", Note).Says("NoteItem", "item-notes", "Skriv anteckningar · Write notes",
            "seen: texten som du började med. Två som skriver samtidigt slås ihop stycke för stycke. · seen: the text that you began with. Two who write at once are merged paragraph by paragraph.");
    }

    private static Task<Results<Ok<AgendaReceipt>, ProblemHttpResult>> Start(Guid id, Guid item, StartItem handler, ApiCall call, CancellationToken ct) =>
        call.Run((actor, request) => handler.Handle(actor, request, id, item, ct));

    private static Task<Results<Ok<AgendaReceipt>, ProblemHttpResult>> Approve(Guid id, Guid item, ApproveItem handler, ApiCall call, CancellationToken ct) =>
        call.OnVersion((actor, request, version) => handler.Handle(actor, request, id, item, version, ct));

    private static Task<Results<Ok<NoteReceipt>, ProblemHttpResult>> Note(Guid id, Guid item, ItemNotes body, NoteItem handler, ApiCall call, CancellationToken ct) =>
        call.Run((actor, request) => handler.Handle(actor, request, new(id, item, body.Seen, body.Text), ct), field => field == "anteckning" ? "text" : field);
}

/// <param name="Seen">The notes that the writer began with; empty for the first.</param>
public sealed record ItemNotes(string Text, string Seen = "");
