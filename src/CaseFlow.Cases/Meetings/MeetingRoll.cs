using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>The roll of a meeting: the body's seats in force that day with who holds them, who came, and who else was there.</summary>
/// <param name="Seats">In the order of areas and sides.</param>
/// <param name="Others">Without a seat in the body, in the order in which they were recorded.</param>
public sealed record MeetingRoll(IReadOnlyList<SeatAtMeeting> Seats, IReadOnlyList<AlsoPresent> Others)
{
    /// <summary>What has been recorded, seat by seat.</summary>
    public IEnumerable<Attendance> Recorded => Seats.Select(s => s.Recorded).OfType<Attendance>();

    /// <summary>Seats that somebody sat on: the holder or a substitute.</summary>
    public int Filled => Recorded.Count(a => a.State != AttendanceStates.Absent);

    internal static async Task<MeetingRoll> Read(CaseFlowDb db, OrganisationModel? organisation, Meeting meeting, CancellationToken ct)
    {
        var seats = organisation is null ? [] : await SeatsOfBody.Read(db, organisation, meeting.Body, ct);
        var recorded = await db.Set<Attendance>().AsNoTracking().Where(a => a.MeetingId == meeting.Id).ToDictionaryAsync(a => a.SeatKey, StringComparer.Ordinal, ct);
        var others = await db.Set<AlsoPresent>().AsNoTracking().Where(a => a.MeetingId == meeting.Id).ToListAsync(ct);
        // A seat whose time was ended afterwards was there all the same: what is recorded stays in the roll.
        return new(
            [
                .. SeatsOfBody.InOrder(seats, organisation).Where(s => s.IsInForce(meeting.Date) || recorded.ContainsKey(s.Reference))
                    .Select(s => SeatAtMeeting.Of(s, meeting.Date, recorded.GetValueOrDefault(s.Reference))),
            ],
            [.. others.OrderBy(a => a.RecordedAt).ThenBy(a => a.Id)]);
    }
}

/// <summary>A seat on the meeting's day.</summary>
/// <param name="Key"><see cref="Seat.Reference"/>.</param>
/// <param name="Holder">Who held it when the roll was called, else who holds it on the meeting's day; null while it is vacant.</param>
/// <param name="Substitutes">The named ones who may step in that day.</param>
/// <param name="Recorded">Null while nobody has said whether it was filled.</param>
/// <param name="CameInstead">The substitute as he or she is to be called; null when none came or nobody said who.</param>
public sealed record SeatAtMeeting(
    string Key, SeatOwner Owner, string Kind, string? Side, string Title, SeatHolderView? Holder, IReadOnlyList<SeatHolderView> Substitutes, Attendance? Recorded, string? CameInstead)
{
    internal static SeatAtMeeting Of(Seat seat, DateOnly date, Attendance? recorded)
    {
        var there = seat.Holders.Where(h => h.IsInForce(date)).ToList();
        var holder = seat.Holders.Find(h => h.Id == recorded?.HolderId) ?? there.Find(h => !h.IsSubstitute);
        var substitute = seat.Holders.Find(h => h.Id == recorded?.SubstituteId);
        return new(
            seat.Reference, seat.Owner, seat.Kind, seat.Side, seat.Title,
            holder is null ? null : SeatHolderView.Of(holder),
            [.. there.Where(h => h.IsSubstitute).OrderBy(h => h.PersonName, StringComparer.Ordinal).Select(SeatHolderView.Of)],
            recorded,
            substitute is null ? (recorded?.Substitute is { Length: > 0 } somebody ? somebody : null) : SeatHolderView.Of(substitute).Called);
    }
}
