using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Organisation;

/// <summary>The seats of a body inside a unit of work: as their owners have edited them, or as the file says while none has been taken in.</summary>
internal static class SeatsOfBody
{
    public static async Task<IReadOnlyList<Seat>> Read(ProcessUnit unit, OrganisationModel organisation, string body, CancellationToken ct)
    {
        var kept = await unit.Db.Set<Seat>().AsNoTracking().Where(s => s.Body == body).ToListAsync(ct);
        return kept.Count > 0 ? kept : [.. organisation.Seats.Where(s => s.Body == body).Select(s => ImportSeats.Create(Guid.Empty, s))];
    }
}
