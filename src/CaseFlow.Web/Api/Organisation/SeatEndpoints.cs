using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Organisation;

/// <summary>Seats and who sits on them, as of a day; each owner appoints to its own.</summary>
internal static class SeatEndpoints
{
    public static void MapSeats(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("").WithTags("Seats");
        all.MapGet("/bodies/{body}/seats", List).Says("ListSeats", "seat-list", "Platser och representanter · Seats and representatives",
            "En dag, med avvikelser från uppdragshandlingen. · On a day, with departures from the mandate.");
        all.MapPost("/seats", Add).Says("AddSeat", "seat", "Lägg till en plats · Add a seat", "Den som äger platsen. · By its owner.");
        all.MapPut("/seats/{id:guid}", Change).Says("ChangeSeat", "seat-change", "Ändra en plats · Change a seat", "Kräver If-Match. · Needs If-Match.");
        all.MapPost("/seats/{id:guid}/holders", Appoint).Says("AppointToSeat", "seat-holder", "Utse representant eller ersättare · Appoint a representative or substitute",
            "Den tidigares tid slutar dagen före. Kräver If-Match. · The former one's time ends the day before. Needs If-Match.");
        all.MapPut("/seats/{id:guid}/holders/{holder:guid}/last-day", End).Says("EndSeatHolder", "seat-holder-end", "Avsluta en tid på en plats · End a person's time on a seat",
            "Raden finns kvar. Kräver If-Match. · The row stays. Needs If-Match.");
    }

    private static async Task<Results<Ok<SeatRollResource>, ProblemHttpResult>> List(
        string body, OrganisationSource source, SeatRegister register, TimeProvider time, DateOnly? date, CancellationToken ct)
    {
        if ((await source.Current(ct)).Organisation.FindBody(body) is null)
            return RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "body-key.not-found"));
        var roll = await register.At(body, OrganisationEndpoints.Day(time, date), ct);
        return TypedResults.Ok(new SeatRollResource(roll.Body, roll.Date, [.. roll.Seats.Select(SeatResource.Of)],
            [.. roll.Warnings.Select(w => new SeatWarning(w.SeatKind, w.Text.Sv, w.Text.En, w.Clause))]));
    }

    private static Task<Results<Created<SeatReceipt>, ProblemHttpResult>> Add(AddedSeat body, EditSeats handler, ApiCall call, CancellationToken ct) =>
        call.Create(
            (actor, request) => Receipt(handler.Add(actor, request, new(
                body.Body, new(body.OwnerKind, body.Owner), body.Kind, body.Side, body.Sector, body.Title, body.Subject, body.ValidFrom, body.ValidTo), ct)),
            _ => $"/bodies/{body.Body}/seats");

    private static Task<Results<Ok<SeatReceipt>, ProblemHttpResult>> Change(Guid id, ChangedSeat body, EditSeats handler, ApiCall call, CancellationToken ct) =>
        call.OnVersion((actor, request, version) =>
            Receipt(handler.Change(actor, request, new(id, Seen(version), body.Title, body.Sector, body.Subject, body.ValidTo), ct)));

    private static Task<Results<Ok<SeatReceipt>, ProblemHttpResult>> Appoint(Guid id, Appointment body, AppointToSeat handler, ApiCall call, CancellationToken ct) =>
        call.OnVersion((actor, request, version) => Receipt(handler.Handle(actor, request, new(
            id, Seen(version), body.PersonName, body.PersonTitle, AccountId: null, body.IsSubstitute, body.ValidFrom, body.ValidTo), ct)));

    private static Task<Results<Ok<SeatReceipt>, ProblemHttpResult>> End(Guid id, Guid holder, LastDay body, AppointToSeat handler, ApiCall call, CancellationToken ct) =>
        call.OnVersion((actor, request, version) => Receipt(handler.End(actor, request, id, Seen(version), holder, body.Date, ct)));

    private static async Task<Outcome<SeatReceipt>> Receipt(Task<Outcome<SeatChange>> change)
    {
        var made = await change;
        return made.IsAccepted
            ? Outcome<SeatReceipt>.Accepted(new(made.Value.Id, [.. made.Value.Warnings.Select(w => new SeatWarning(w.SeatKind, w.Text.Sv, w.Text.En, w.Clause))]))
            : Outcome<SeatReceipt>.Refused(made.Refusals);
    }

    // A number that no seat can have is as stale as any other.
    private static int Seen(long version) => version > int.MaxValue ? -1 : (int)version;
}

/// <param name="OwnerKind">area or side.</param>
/// <param name="Owner">Key of the area or side that appoints to it.</param>
public sealed record AddedSeat(
    string Body, SeatOwnerKind OwnerKind, string Owner, string Kind, string Title, DateOnly ValidFrom, string? Side = null, string? Sector = null, string? Subject = null, DateOnly? ValidTo = null);

public sealed record ChangedSeat(string Title, string? Sector = null, string? Subject = null, DateOnly? ValidTo = null);

public sealed record Appointment(string PersonName, DateOnly ValidFrom, string PersonTitle = "", bool IsSubstitute = false, DateOnly? ValidTo = null);

public sealed record LastDay(DateOnly Date);

/// <param name="Id">The seat's or the holder's id.</param>
public sealed record SeatReceipt(Guid Id, IReadOnlyList<SeatWarning> Warnings);

/// <summary>Where the composition departs from the mandate.</summary>
public sealed record SeatWarning(string SeatKind, string Sv, string En, string Clause);

public sealed record SeatRollResource(string Body, DateOnly Date, IReadOnlyList<SeatResource> Seats, IReadOnlyList<SeatWarning> Warnings);

/// <summary>A seat on a day.</summary>
/// <param name="Representative">Null while it is vacant.</param>
/// <param name="Version">What <c>If-Match</c> takes.</param>
public sealed record SeatResource(
    Guid Id, string? Key, SeatOwnerKind OwnerKind, string Owner, string Kind, string? Side, string? Sector, string Title, string? Subject, DateOnly ValidFrom, DateOnly? ValidTo, int Version,
    SeatPerson? Representative, IReadOnlyList<SeatPerson> Substitutes)
{
    internal static SeatResource Of(SeatView seat) => new(
        seat.Id, seat.Key, seat.Owner.Kind, seat.Owner.Key, seat.Kind, seat.Side, seat.Sector, seat.Title, seat.Subject, seat.Validity.From, seat.Validity.To, seat.Version,
        seat.Representative is { } sitting ? SeatPerson.Of(sitting) : null, [.. seat.Substitutes.Select(SeatPerson.Of)]);
}

public sealed record SeatPerson(Guid Id, string Name, string Title, DateOnly ValidFrom, DateOnly? ValidTo)
{
    internal static SeatPerson Of(SeatHolderView holder) => new(holder.Id, holder.PersonName, holder.PersonTitle, holder.Validity.From, holder.Validity.To);
}
