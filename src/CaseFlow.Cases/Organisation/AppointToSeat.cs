using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Organisation;

/// <summary>A person to put on a seat.</summary>
/// <param name="SeatVersion">The version that the actor saw.</param>
/// <param name="AccountId">The person's account, when there is one.</param>
public sealed record SeatAppointment(
    Guid SeatId, int SeatVersion, string PersonName, string PersonTitle, string? AccountId, bool IsSubstitute, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>
/// The owner appoints a representative or a substitute. A new representative follows the sitting one, whose time ends the day
/// before. One person never sits for two sides in the same body.
/// </summary>
public sealed class AppointToSeat(ProcessStore store, OrganisationSource organisations)
{
    public Task<Outcome<SeatChange>> Handle(Actor actor, string? requestId, SeatAppointment appointment, CancellationToken ct) =>
        store.Run<SeatChange>(actor, nameof(AppointToSeat), requestId, (unit, token) => Appoint(unit, appointment, token), ct);

    /// <summary>Ends a person's time on a seat; the row stays, so that it can be answered who sat there.</summary>
    public Task<Outcome<SeatChange>> End(Actor actor, string? requestId, Guid seatId, int seatVersion, Guid holderId, DateOnly lastDay, CancellationToken ct) =>
        store.Run<SeatChange>(actor, "EndSeatHolder", requestId, async (unit, token) =>
        {
            var deployed = await organisations.Current(unit, token);
            var found = await SeatChanges.Find(unit, deployed.Organisation, seatId, seatVersion, token);
            if (!found.IsAccepted)
                return Outcome<SeatChange>.Refused(found.Refusals);
            if (found.Value.Holders.Find(h => h.Id == holderId) is not { } holder)
                return SeatRefusals.NoHolder();
            holder.ValidTo = lastDay;
            found.Value.Version++;
            return await SeatChanges.Accept(unit, deployed, found.Value, holderId, "seat.holder-ended", token);
        }, ct);

    private async Task<Outcome<SeatChange>> Appoint(ProcessUnit unit, SeatAppointment appointment, CancellationToken ct)
    {
        var deployed = await organisations.Current(unit, ct);
        var found = await SeatChanges.Find(unit, deployed.Organisation, appointment.SeatId, appointment.SeatVersion, ct);
        if (!found.IsAccepted)
            return Outcome<SeatChange>.Refused(found.Refusals);
        if (SeatAppointmentValidator.Instance.Check(appointment) is { Count: > 0 } wrong)
            return Outcome<SeatChange>.Refused(wrong);
        var seat = found.Value;
        var period = new Validity(appointment.ValidFrom, appointment.ValidTo ?? seat.ValidTo);
        if (!seat.Validity.Covers(period))
            return SeatRefusals.Outside();
        if (appointment.AccountId is { } account && await Refuse(unit, deployed, seat, account, period, ct) is { } refusal)
            return refusal;
        if (!appointment.IsSubstitute && !MakeRoom(seat, period))
            return SeatRefusals.Taken();

        var holder = new SeatHolder
        {
            Id = unit.Ids.Next(),
            SeatId = seat.Id,
            IsSubstitute = appointment.IsSubstitute,
            PersonName = appointment.PersonName,
            PersonTitle = appointment.PersonTitle,
            AccountId = appointment.AccountId,
            ValidFrom = period.From,
            ValidTo = period.To,
            AppointedBy = unit.Actor.AccountId,
            AppointedAt = unit.Now,
        };
        unit.Db.Add(holder);
        seat.Version++;
        return await SeatChanges.Accept(unit, deployed, seat, holder.Id, "seat.appointed", ct);
    }

    // Those who began before make room; one who begins later stands in the way.
    private static bool MakeRoom(Seat seat, Validity period)
    {
        var overlapping = seat.Holders.Where(h => !h.IsSubstitute && h.Validity.Overlaps(period)).ToList();
        if (overlapping.Exists(h => h.ValidFrom >= period.From))
            return false;
        overlapping.ForEach(h => h.ValidTo = period.From.AddDays(-1));
        return true;
    }

    private static async Task<Refusal?> Refuse(
        ProcessUnit unit, DeployedOrganisation deployed, Seat seat, string accountId, Validity period, CancellationToken ct)
    {
        if (!await unit.Db.Users.AnyAsync(a => a.Id == accountId && a.ClosedAt == null, ct))
            return SeatRefusals.Unknown("accountId");
        if (seat.Side is null)
            return null;
        var elsewhere = await unit.Db.Set<Seat>()
            .Where(s => s.Body == seat.Body && s.Side != null && s.Side != seat.Side)
            .SelectMany(s => s.Holders)
            .Where(h => h.AccountId == accountId)
            .ToListAsync(ct);
        return elsewhere.Exists(h => h.Validity.Overlaps(period))
            ? SeatRefusals.BothSides(deployed.Rules.For(RuleKinds.OnePersonPerSide, period.From)?.ClauseId)
            : null;
    }
}

internal sealed class SeatAppointmentValidator : AbstractValidator<SeatAppointment>
{
    public static SeatAppointmentValidator Instance { get; } = new();

    private SeatAppointmentValidator()
    {
        RuleFor(a => a.PersonName).Needed().Line(200).NoPersonalNumber();
        RuleFor(a => a.PersonTitle).Line(200).NoPersonalNumber();
        RuleFor(a => a.AccountId).Line(450);
        RuleFor(a => a.ValidTo).NotBefore(a => a.ValidFrom);
    }
}
