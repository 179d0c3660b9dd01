using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Meetings;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Meetings;

/// <summary>Cancels a meeting: its cases wait for the body's next one.</summary>
public sealed class CancelMeeting(ProcessStore store)
{
    private const string Message = "mote.stalls-in";

    public Task<Outcome<MeetingReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, CancellationToken ct) =>
        store.Run<MeetingReceipt>(actor, nameof(CancelMeeting), requestId, (unit, token) => Decide(unit, meetingId, token), ct);

    private static async Task<Outcome<MeetingReceipt>> Decide(ProcessUnit unit, Guid meetingId, CancellationToken ct)
    {
        var instance = await unit.Load(meetingId, ct);
        var meeting = await unit.Db.Set<Meeting>().FindAsync([meetingId], ct);
        if (instance is null || meeting is null)
            return MeetingRefusals.NotFound();
        if (!MeetingRights.MayPlan(unit.Actor, (await unit.Organisation(ct)).Organisation.FindBody(meeting.Body)))
            return MeetingRefusals.NotYours();
        if (await unit.Execute(instance, new CorrelateMessage(Message, meetingId.ToString("N"), FeelContext.Empty), ct) is not null)
            return MeetingRefusals.NotOpen();
        unit.Publish(
            new MeetingCancelled(meetingId, meeting.Number, instance.NextVersion, meeting.Body, MeetingTime.Of(meeting.Date, meeting.StartsAt)), meetingId);
        return Outcome<MeetingReceipt>.Accepted(new(meetingId, meeting.Number, instance.NextVersion));
    }
}
