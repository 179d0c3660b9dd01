using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Organisation;

/// <summary>The seats of a body on a day with who sits on them, and where the composition departs from the mandate.</summary>
public sealed record SeatRoll(string Body, DateOnly Date, IReadOnlyList<SeatView> Seats, IReadOnlyList<CompositionWarning> Warnings);

/// <param name="Representative">Null while the seat is vacant.</param>
public sealed record SeatView(
    Guid Id, string? Key, SeatOwner Owner, string Kind, string? Side, string? Sector, string Title, string? Subject, Validity Validity,
    string? Deviates, int Version, SeatHolderView? Representative, IReadOnlyList<SeatHolderView> Substitutes);

public sealed record SeatHolderView(Guid Id, string PersonName, string PersonTitle, string? AccountId, Validity Validity)
{
    /// <summary>Name and title in one line.</summary>
    public string Called => PersonTitle.Length == 0 ? PersonName : PersonName + ", " + PersonTitle;

    internal static SeatHolderView Of(SeatHolder holder) => new(holder.Id, holder.PersonName, holder.PersonTitle, holder.AccountId, holder.Validity);
}

/// <summary>Reads the seats.</summary>
public sealed class SeatRegister(IDbContextFactory<CaseFlowDb> databases, OrganisationSource organisations)
{
    /// <summary>The seats in force on a day, in the order of areas and sides; holders not in force that day are left out.</summary>
    public async Task<SeatRoll> At(string body, DateOnly date, CancellationToken ct)
    {
        var deployed = await organisations.Current(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var seats = await db.Set<Seat>().AsNoTracking().Include(s => s.Holders).Where(s => s.Body == body).ToListAsync(ct);
        var views = SeatsOfBody.InOrder(seats.Where(s => s.IsInForce(date)), deployed.Organisation).Select(s => View(s, date));
        return new(body, date, [.. views], SeatRules.Composition(deployed.Organisation, deployed.Rules, body, seats, date));
    }

    /// <summary>One seat with all its holders, past and coming; null when there is none.</summary>
    public async Task<Seat?> Find(Guid seatId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Seat>().AsNoTracking().Include(s => s.Holders).FirstOrDefaultAsync(s => s.Id == seatId, ct);
    }

    private static SeatView View(Seat seat, DateOnly date)
    {
        var holders = seat.Holders.Where(h => h.IsInForce(date)).ToList();
        var representative = holders.Find(h => !h.IsSubstitute);
        return new(seat.Id, seat.Key, seat.Owner, seat.Kind, seat.Side, seat.Sector, seat.Title, seat.Subject, seat.Validity, seat.Deviates, seat.Version,
            representative is null ? null : SeatHolderView.Of(representative), [.. holders.Where(h => h.IsSubstitute).OrderBy(h => h.PersonName, StringComparer.Ordinal).Select(SeatHolderView.Of)]);
    }
}
