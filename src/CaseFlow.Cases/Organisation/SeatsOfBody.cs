using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Organisation;

/// <summary>The seats of a body with their holders: as their owners have edited them, or as the file says while none has been taken in.</summary>
internal static class SeatsOfBody
{
    public static async Task<IReadOnlyList<Seat>> Read(CaseFlowDb db, OrganisationModel organisation, string body, CancellationToken ct)
    {
        var kept = await db.Set<Seat>().AsNoTracking().Include(s => s.Holders).Where(s => s.Body == body).ToListAsync(ct);
        return kept.Count > 0 ? kept : [.. organisation.Seats.Where(s => s.Body == body).Select(s => ImportSeats.Create(Guid.Empty, s))];
    }

    /// <summary>Areas first, then sides, each as the organisation lists them.</summary>
    public static IEnumerable<Seat> InOrder(IEnumerable<Seat> seats, OrganisationModel? organisation)
    {
        var owners = organisation is null ? [] : organisation.Areas.Select(a => a.Key).Concat(organisation.Sides.Select(s => s.Key)).ToList();
        return seats.OrderBy(s => s.OwnerKind).ThenBy(s => owners.IndexOf(s.OwnerKey)).ThenBy(s => s.Key, StringComparer.Ordinal).ThenBy(s => s.Title, StringComparer.Ordinal);
    }
}
