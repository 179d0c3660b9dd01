using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Organisation;

/// <summary>What the use cases on seats share: finding a seat that the actor may edit, and answering with the warnings.</summary>
internal static class SeatChanges
{
    public static async Task<Outcome<Seat>> Find(ProcessUnit unit, OrganisationModel organisation, Guid seatId, int version, CancellationToken ct)
    {
        var seat = await unit.Db.Set<Seat>().Include(s => s.Holders).FirstOrDefaultAsync(s => s.Id == seatId, ct);
        if (seat is null)
            return SeatRefusals.NoSeat();
        if (SeatRules.MayEdit(organisation, unit.Actor, seat.Owner) is { } forbidden)
            return forbidden;
        return seat.Version == version ? Outcome<Seat>.Accepted(seat) : SeatRefusals.Changed();
    }

    public static async Task<Outcome<SeatChange>> Accept(
        ProcessUnit unit, DeployedOrganisation deployed, Seat changed, Guid id, string code, CancellationToken ct)
    {
        AccountRows.Log(unit, nameof(EditSeats), code, id.ToString());
        var others = await unit.Db.Set<Seat>().Where(s => s.Body == changed.Body && s.Id != changed.Id).ToListAsync(ct);
        return Outcome<SeatChange>.Accepted(
            new(id, SeatRules.Composition(deployed.Organisation, deployed.Rules, changed.Body, [.. others, changed], unit.Today)));
    }
}
