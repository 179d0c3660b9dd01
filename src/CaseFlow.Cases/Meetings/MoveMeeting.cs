using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Meetings;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Meetings;

public sealed record MoveMeetingRequest(Guid MeetingId, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place);

/// <summary>Moves a meeting: every waiting case moves along, everybody concerned is told, and its name tells the new day.</summary>
public sealed class MoveMeeting(ProcessStore store)
{
    private const string Message = "mote.flyttas";
    private const string PapersDeadline = "handlingar-fore-mote";

    public Task<Outcome<MeetingReceipt>> Handle(Actor actor, string? requestId, MoveMeetingRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Run<MeetingReceipt>(actor, nameof(MoveMeeting), requestId, (unit, token) => Decide(unit, request, token), ct);
    }

    private static async Task<Outcome<MeetingReceipt>> Decide(ProcessUnit unit, MoveMeetingRequest request, CancellationToken ct)
    {
        var instance = await unit.Load(request.MeetingId, ct);
        var meeting = await unit.Db.Set<Meeting>().FindAsync([request.MeetingId], ct);
        if (instance is null || meeting is null)
            return MeetingRefusals.NotFound();
        var governance = await unit.Organisation(ct);
        if (!MeetingRights.MayPlan(unit.Actor, governance.Organisation.FindBody(meeting.Body)))
            return MeetingRefusals.NotYours();
        if (MeetingRules.Schedule(unit.Today, request.Date, request.StartsAt, request.EndsAt, request.Place) is { } refusal)
            return refusal;
        var before = MeetingTime.Of(meeting.Date, meeting.StartsAt);
        (meeting.Date, meeting.StartsAt, meeting.EndsAt, meeting.Place) = (request.Date, request.StartsAt, request.EndsAt, request.Place.Trim());
        meeting.PapersDue = governance.Mandate.DayBefore(PapersDeadline, request.Date);
        meeting.Number = MeetingRules.Name(governance.Organisation, meeting.Body, meeting.Date);
        instance.Number = meeting.Number;
        var payload = FeelContext.Of([new("motesdatum", FeelValue.Of(meeting.Date)), new("handlingarSenast", FeelValue.Of(meeting.PapersDue))]);
        if (await unit.Execute(instance, new CorrelateMessage(Message, meeting.Id.ToString("N"), payload), ct) is not null)
            return MeetingRefusals.NotOpen();
        unit.Publish(
            new MeetingMoved(meeting.Id, meeting.Number, instance.NextVersion, meeting.Body, before, MeetingTime.Of(meeting.Date, meeting.StartsAt), meeting.PapersDue),
            meeting.Id);
        return Outcome<MeetingReceipt>.Accepted(new(meeting.Id, meeting.Number, instance.NextVersion));
    }
}
