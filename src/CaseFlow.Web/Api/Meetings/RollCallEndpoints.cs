using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Meetings;

/// <summary>Who is at a meeting: seat by seat, and those without a seat.</summary>
internal static class RollCallEndpoints
{
    public static void MapRollCall(this IEndpointRouteBuilder meetings)
    {
        meetings.MapGet("/{id:guid}/attendance", Attendance).Says("GetAttendance", "attendance", "Närvaro · Attendance",
            "Platserna på mötets dag med vem som har dem, vilka som kom, och vilka mer som var där. · The seats on the meeting's day with their holders, who came, and who else was there.");
        meetings.MapPut("/{id:guid}/attendance", Attend).Says("RegisterAttendance", "attendance-registration", "Registrera närvaro · Register attendance",
            "state: narvarande, franvarande, ersattare, sen. substituteId: en av platsens ersättare; substitute: någon annan. En plats som anges igen rättas. · substituteId: one of the seat's substitutes; substitute: somebody else. A seat given again is corrected.");
        meetings.MapPost("/{id:guid}/also-present", Add).Says("AddAlsoPresent", "also-present", "Lägg till någon utan plats · Add somebody without a seat",
            "category: en platstyp som inte beslutar, eller gast. · A seat kind that does not decide, or gast.");
        meetings.MapDelete("/{id:guid}/also-present/{entry:guid}", Remove).Says("RemoveAlsoPresent", "also-present-removal", "Ta bort någon utan plats · Remove somebody without a seat",
            "Den som lagts till av misstag. · Somebody who was added by mistake.");
    }

    private static async Task<Results<Ok<RollResource>, ProblemHttpResult>> Attendance(Guid id, MeetingList list, CancellationToken ct) =>
        await list.Find(id, ct) is { } view
            ? TypedResults.Ok(RollResource.Of(view.Roll))
            : RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "meeting.not-found"));

    private static Task<Results<Ok<MeetingReceipt>, ProblemHttpResult>> Attend(Guid id, RollCall body, RegisterAttendance handler, ApiCall call, CancellationToken ct) =>
        call.Run((actor, request) => handler.Handle(actor, request, id, body.Seats, body.EarlyReason, ct), field => field switch
        {
            "plats" => "seats",
            "ersattare" => "seats.substitute",
            "tidigtSkal" => "earlyReason",
            _ => field,
        });

    private static Task<Results<Created<AlsoPresentReceipt>, ProblemHttpResult>> Add(Guid id, PersonPresent body, RegisterOthers handler, ApiCall call, CancellationToken ct) =>
        call.Create(
            (actor, request) => handler.Add(actor, request, id, body.Category, body.Person, body.From, ct),
            made => $"/meetings/{id}/also-present/{made.Id}",
            field => field switch { "slag" => "category", "fran" => "from", _ => field });

    private static Task<Results<Ok<AlsoPresentReceipt>, ProblemHttpResult>> Remove(Guid id, Guid entry, RegisterOthers handler, ApiCall call, CancellationToken ct) =>
        call.Run((actor, request) => handler.Remove(actor, request, id, entry, ct));
}

/// <param name="EarlyReason">Why the roll is called before the meeting's day; needed only then.</param>
public sealed record RollCall(IReadOnlyList<SeatAttendance> Seats, string? EarlyReason = null);

/// <param name="Category">A seat kind that does not decide (kallad, adjungerad and the like), or gast.</param>
/// <param name="Person">Name or role.</param>
/// <param name="From">Title, organisation or subject.</param>
public sealed record PersonPresent(string Category, string Person, string From = "");

/// <summary>The roll of a meeting.</summary>
public sealed record RollResource(IReadOnlyList<SeatInRoll> Seats, IReadOnlyList<OtherInRoll> AlsoPresent)
{
    internal static RollResource Of(MeetingRoll roll) => new(
        [.. roll.Seats.Select(s => new SeatInRoll(s.Key, s.Owner.Key, s.Kind, s.Side, s.Title, s.Holder?.Called, [.. s.Substitutes.Select(h => new SubstituteInRoll(h.Id, h.Called))], s.Recorded?.State, s.CameInstead))],
        [.. roll.Others.Select(o => new OtherInRoll(o.Id, o.Category, o.Person, o.From))]);
}

/// <param name="Holder">Null while the seat is vacant.</param>
/// <param name="State">Null while nobody has recorded it.</param>
/// <param name="CameInstead">The substitute who came.</param>
public sealed record SeatInRoll(
    string SeatKey, string Owner, string Kind, string? Side, string Title, string? Holder, IReadOnlyList<SubstituteInRoll> Substitutes, string? State, string? CameInstead);

public sealed record SubstituteInRoll(Guid Id, string Name);

public sealed record OtherInRoll(Guid Id, string Category, string Person, string From);
