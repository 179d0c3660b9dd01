using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Meetings;

/// <param name="SeatKey">Key of a seat in the organisation: picked, never typed (R144).</param>
/// <param name="State">One of <see cref="AttendanceStates"/>.</param>
/// <param name="Substitute">Role and organisation of who came instead.</param>
public sealed record SeatAttendance(string SeatKey, string State, string Substitute = "");

/// <summary>Records who is at the meeting, seat by seat (upprop). A seat recorded again is corrected.</summary>
public sealed class RegisterAttendance(ProcessStore store)
{
    public Task<Outcome<MeetingReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, IReadOnlyList<SeatAttendance> seats, CancellationToken ct) =>
        Handle(actor, requestId, meetingId, seats, early: null, ct);

    /// <param name="early">Why the roll is called before the meeting's day; needed only then.</param>
    public Task<Outcome<MeetingReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, IReadOnlyList<SeatAttendance> seats, string? early, CancellationToken ct) =>
        store.Run<MeetingReceipt>(actor, nameof(RegisterAttendance), requestId, (unit, token) => Decide(unit, meetingId, seats, early, token), ct);

    private static async Task<Outcome<MeetingReceipt>> Decide(ProcessUnit unit, Guid meetingId, IReadOnlyList<SeatAttendance> seats, string? early, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.HoldingCommands, MeetingRefusals.NotHeld(), ct);
        if (!access.IsAccepted)
            return Outcome<MeetingReceipt>.Refused(access.Refusals);
        var deployed = await unit.Organisation(ct);
        var known = deployed.Organisation.Seats.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        if (seats.Any(s => !known.Contains(s.SeatKey) || !AttendanceStates.All.Contains(s.State, StringComparer.Ordinal)))
            return MeetingRefusals.Seat();
        if (seats.Select(s => MeetingRules.Text(s.Substitute, "ersattare", MeetingRules.MaxSubstitute)).FirstOrDefault(r => r is not null) is { } personal)
            return personal;
        if (await EarlyRecord.Note(unit, access.Value.Meeting, early, "tidigtSkal", ct) is { } tooEarly)
            return tooEarly;
        foreach (var seat in seats)
        {
            var row = await unit.Db.Set<Attendance>().FindAsync([meetingId, seat.SeatKey], ct);
            if (row is null)
            {
                row = new Attendance { MeetingId = meetingId, SeatKey = seat.SeatKey, State = seat.State, RecordedBy = unit.Actor.AccountId };
                unit.Db.Add(row);
            }

            (row.State, row.Substitute) = (seat.State, seat.Substitute.Trim());
            (row.RecordedBy, row.RecordedAt) = (unit.Actor.AccountId, unit.Now);
        }

        var meeting = access.Value.Meeting;
        var body = await SeatsOfBody.Read(unit, deployed.Organisation, meeting.Body, ct);
        return Outcome<MeetingReceipt>.Accepted(new(meetingId, meeting.Number, meeting.Version) { Warnings = MeetingWarnings.OfComposition(deployed, meeting, body) });
    }
}
