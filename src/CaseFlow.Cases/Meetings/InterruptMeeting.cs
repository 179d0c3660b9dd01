using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Meetings;

/// <summary>
/// A meeting that is being held must be interrupted (R126). Every matter that is still open then gets an outcome: settled
/// without presentation, by its clauses; or not handled or moved, by <see cref="LeaveItem"/>.
/// </summary>
public sealed class InterruptMeeting(ProcessStore store)
{
    internal const int MaxReason = 1000;

    public Task<Outcome<MeetingReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, string reason, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return store.Run<MeetingReceipt>(actor, nameof(InterruptMeeting), requestId, (unit, token) => Decide(unit, meetingId, reason.Trim(), token), ct);
    }

    private static async Task<Outcome<MeetingReceipt>> Decide(ProcessUnit unit, Guid meetingId, string reason, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.HoldingCommands, MeetingRefusals.NotHeld(), ct);
        if (!access.IsAccepted)
            return Outcome<MeetingReceipt>.Refused(access.Refusals);
        var meeting = access.Value.Meeting;
        if (meeting.InterruptedAt is not null)
            return MeetingRefusals.InterruptedAlready();
        if (reason.Length is 0 or > MaxReason)
            return MeetingRefusals.ReasonOfInterruption();
        if (PersonalNumberGuard.Check(reason, "skal") is { } personal)
            return personal;
        if (await EarlyRecord.Note(unit, meeting, reason, "skal", ct) is { } tooEarly)
            return tooEarly;
        (meeting.InterruptedAt, meeting.InterruptionReason) = (unit.Now, reason);
        return Outcome<MeetingReceipt>.Accepted(new(meeting.Id, meeting.Number, meeting.Version));
    }
}
