using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Organisation;

/// <summary>What editing seats led to.</summary>
/// <param name="Id">The seat's or the holder's id.</param>
/// <param name="Warnings">Where the body's composition departs from the mandate after it, today.</param>
public sealed record SeatChange(Guid Id, IReadOnlyList<CompositionWarning> Warnings);

/// <summary>A seat to add to a body.</summary>
public sealed record NewSeat(
    string Body, SeatOwner Owner, string Kind, string? Side, string? Sector, string Title, string? Subject, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>New values for a seat. A last day closes it.</summary>
/// <param name="Version">The version that the actor saw.</param>
public sealed record SeatEdit(Guid SeatId, int Version, string Title, string? Sector, string? Subject, DateOnly? ValidTo);

/// <summary>Each area and side adds, changes and closes its own seats; nobody else's (R87, R88).</summary>
public sealed class EditSeats(ProcessStore store, OrganisationSource organisations)
{
    public Task<Outcome<SeatChange>> Add(Actor actor, string? requestId, NewSeat seat, CancellationToken ct) =>
        store.Run<SeatChange>(actor, "AddSeat", requestId, async (unit, token) =>
        {
            var deployed = await organisations.Current(unit, token);
            if (SeatRules.MayEdit(deployed.Organisation, actor, seat.Owner) is { } forbidden)
                return forbidden;
            List<Refusal> wrong = [.. NewSeatValidator.Instance.Check(seat), .. Unknown(deployed.Organisation, seat)];
            if (wrong.Count > 0)
                return Outcome<SeatChange>.Refused(wrong);
            var row = new Seat
            {
                Id = unit.Ids.Next(),
                Body = seat.Body,
                OwnerKind = seat.Owner.Kind,
                OwnerKey = seat.Owner.Key,
                Kind = seat.Kind,
                Side = seat.Side,
                Sector = seat.Sector,
                Title = seat.Title,
                Subject = seat.Subject,
                ValidFrom = seat.ValidFrom,
                ValidTo = seat.ValidTo,
                Version = 1,
            };
            unit.Db.Add(row);
            return await SeatChanges.Accept(unit, deployed, row, row.Id, "seat.added", token);
        }, ct);

    public Task<Outcome<SeatChange>> Change(Actor actor, string? requestId, SeatEdit edit, CancellationToken ct) =>
        store.Run<SeatChange>(actor, "ChangeSeat", requestId, async (unit, token) =>
        {
            var deployed = await organisations.Current(unit, token);
            var found = await SeatChanges.Find(unit, deployed.Organisation, edit.SeatId, edit.Version, token);
            if (!found.IsAccepted)
                return Outcome<SeatChange>.Refused(found.Refusals);
            var seat = found.Value;
            if (SeatEditValidator.Instance.Check(edit) is { Count: > 0 } wrong)
                return Outcome<SeatChange>.Refused(wrong);
            if (edit.ValidTo < seat.ValidFrom)
                return SeatRefusals.Outside();
            (seat.Title, seat.Sector, seat.Subject, seat.ValidTo) = (edit.Title, edit.Sector, edit.Subject, edit.ValidTo);
            foreach (var holder in seat.Holders.Where(h => seat.ValidTo is { } last && h.ValidFrom <= last && (h.ValidTo is null || h.ValidTo > last)))
                holder.ValidTo = seat.ValidTo;
            seat.Version++;
            return await SeatChanges.Accept(unit, deployed, seat, seat.Id, "seat.changed", token);
        }, ct);

    private static IEnumerable<Refusal> Unknown(OrganisationModel organisation, NewSeat seat)
    {
        if (organisation.FindBody(seat.Body) is null)
            yield return SeatRefusals.Unknown("body");
        if (seat.Side is not null && organisation.FindSide(seat.Side) is null)
            yield return SeatRefusals.Unknown("side");
        if (organisation.FindSeatKind(seat.Kind) is not { } kind)
        {
            yield return SeatRefusals.Unknown("kind");
            yield break;
        }

        if (kind.Needs.Contains("subject") && string.IsNullOrWhiteSpace(seat.Subject))
            yield return SeatRefusals.Needs("subject");
        if (kind.Needs.Contains("period") && seat.ValidTo is null)
            yield return SeatRefusals.Needs("validTo");
    }
}

internal sealed class NewSeatValidator : AbstractValidator<NewSeat>
{
    public static NewSeatValidator Instance { get; } = new();

    private NewSeatValidator()
    {
        RuleFor(s => s.Title).Needed().Line(200).NoPersonalNumber();
        RuleFor(s => s.Sector).Line(64);
        RuleFor(s => s.Subject).Line(200).NoPersonalNumber();
        RuleFor(s => s.ValidTo).NotBefore(s => s.ValidFrom);
    }
}

internal sealed class SeatEditValidator : AbstractValidator<SeatEdit>
{
    public static SeatEditValidator Instance { get; } = new();

    private SeatEditValidator()
    {
        RuleFor(s => s.Title).Needed().Line(200).NoPersonalNumber();
        RuleFor(s => s.Sector).Line(64);
        RuleFor(s => s.Subject).Line(200).NoPersonalNumber();
    }
}
