using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Meetings;

/// <param name="SeatKey">A seat of the body: its key in the organisation, or its id when it has none. Picked, never typed (R144).</param>
/// <param name="State">One of <see cref="AttendanceStates"/>.</param>
/// <param name="Substitute">Who came instead, when it was nobody in the register: name or role, and organisation.</param>
/// <param name="SubstituteId">The named substitute of the seat who came instead (R93).</param>
public sealed record SeatAttendance(string SeatKey, string State, string Substitute = "", Guid? SubstituteId = null);

/// <summary>Records who is at the meeting, seat by seat (upprop), as the register of seats stands on the meeting's day. A seat recorded again is corrected.</summary>
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
        var meeting = access.Value.Meeting;
        var deployed = await unit.Organisation(ct);
        var body = await SeatsOfBody.Read(unit.Db, deployed.Organisation, meeting.Body, ct);
        var known = body.Where(s => s.IsInForce(meeting.Date)).Select(s => SeatAtMeeting.Of(s, meeting.Date, null)).ToDictionary(s => s.Key, StringComparer.Ordinal);
        if (seats.Select(s => Refuse(s, known.GetValueOrDefault(s.SeatKey))).FirstOrDefault(r => r is not null) is { } refusal)
            return refusal;
        if (await EarlyRecord.Note(unit, meeting, early, "tidigtSkal", ct) is { } tooEarly)
            return tooEarly;
        foreach (var seat in seats)
            await Record(unit, meetingId, seat, known[seat.SeatKey], ct);
        return Outcome<MeetingReceipt>.Accepted(new(meetingId, meeting.Number, meeting.Version) { Warnings = MeetingWarnings.OfComposition(deployed, meeting, body) });
    }

    private static Refusal? Refuse(SeatAttendance said, SeatAtMeeting? seat)
    {
        if (seat is null || !AttendanceStates.All.Contains(said.State, StringComparer.Ordinal))
            return MeetingRefusals.Seat();
        return said.SubstituteId is { } substitute && !seat.Substitutes.Any(s => s.Id == substitute)
            ? MeetingRefusals.NoSubstitute()
            : MeetingRules.Text(said.Substitute, "ersattare", MeetingRules.MaxSubstitute);
    }

    private static async Task Record(ProcessUnit unit, Guid meetingId, SeatAttendance said, SeatAtMeeting seat, CancellationToken ct)
    {
        var row = await unit.Db.Set<Attendance>().FindAsync([meetingId, said.SeatKey], ct);
        if (row is null)
        {
            row = new Attendance { MeetingId = meetingId, SeatKey = said.SeatKey, State = said.State, RecordedBy = unit.Actor.AccountId };
            unit.Db.Add(row);
        }

        // Nobody came instead of somebody who was there.
        var isReplaced = said.State == AttendanceStates.Substitute;
        row.State = said.State;
        row.HolderId = seat.Holder?.Id;
        row.SubstituteId = isReplaced ? said.SubstituteId : null;
        row.Substitute = isReplaced && said.SubstituteId is null ? said.Substitute.Trim() : "";
        (row.RecordedBy, row.RecordedAt) = (unit.Actor.AccountId, unit.Now);
    }
}
