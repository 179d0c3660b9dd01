using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Meetings;

/// <summary>The meeting has come to an item: from then on its time is counted, for everybody who looks. An item that has begun stays begun.</summary>
public sealed class StartItem(ProcessStore store)
{
    public Task<Outcome<AgendaReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, Guid itemId, CancellationToken ct) =>
        store.Run<AgendaReceipt>(actor, nameof(StartItem), requestId, async (unit, token) =>
        {
            var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.HoldingCommands, MeetingRefusals.NotHeld(), token);
            if (!access.IsAccepted)
                return Outcome<AgendaReceipt>.Refused(access.Refusals);
            if (await unit.Db.Set<AgendaItem>().FindAsync([itemId], token) is not { } item || item.MeetingId != meetingId)
                return MeetingRefusals.NotFound();
            if (unit.Today < access.Value.Meeting.Date)
                return MeetingRefusals.NotYet(access.Value.Meeting.Date);
            item.StartedAt ??= unit.Now;
            return Outcome<AgendaReceipt>.Accepted(new(meetingId, item.Id));
        }, ct);
}
