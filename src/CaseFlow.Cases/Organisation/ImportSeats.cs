using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Organisation;

/// <summary>Takes the seats of the organisation file into the database, each once. From then on its owner edits it, and the file no longer changes it.</summary>
public sealed class ImportSeats(ProcessStore store, OrganisationSource organisations)
{
    /// <returns>How many were taken in; 0 when all are there or nothing is deployed.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        if (await organisations.Find(ct) is not { } deployed)
            return 0;
        var outcome = await store.Run<int>(Actor.System, nameof(ImportSeats), requestId: null, async (unit, token) =>
        {
            var known = await unit.Db.Set<Seat>().Where(s => s.Key != null).Select(s => s.Key).ToListAsync(token);
            var missing = deployed.Organisation.Seats.Where(s => !known.Contains(s.Key)).ToList();
            unit.Db.AddRange(missing.Select(s => Create(unit.Ids.Next(), s)));
            return Outcome<int>.Accepted(missing.Count);
        }, ct);
        return outcome.Value;
    }

    internal static Seat Create(Guid id, SeatDefinition definition) => new()
    {
        Id = id,
        Key = definition.Key,
        Body = definition.Body,
        OwnerKind = definition.Owner.Kind,
        OwnerKey = definition.Owner.Key,
        Kind = definition.Kind,
        Side = definition.Side,
        Sector = definition.Sector,
        Title = definition.Title.Sv,
        Subject = definition.Subject?.Sv,
        Deviates = definition.Deviates,
        ValidFrom = definition.Validity.From,
        ValidTo = definition.Validity.To,
        Version = 1,
    };
}
