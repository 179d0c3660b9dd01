using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Closes an item of an interrupted meeting without clauses (R126): not handled, or moved to another meeting of the body.</summary>
public sealed class LeaveItem(ProcessStore store)
{
    public const string NotHandled = "ej-behandlad";
    public const string Moved = "flyttad";

    /// <param name="version">The version that the writer saw.</param>
    /// <param name="toMeeting">Where it is moved to; null: not handled, and its case waits for the body's next meeting.</param>
    public Task<Outcome<AgendaReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, Guid itemId, long version, Guid? toMeeting, CancellationToken ct) =>
        store.Run<AgendaReceipt>(actor, nameof(LeaveItem), requestId, (unit, token) => Decide(unit, meetingId, itemId, version, toMeeting, token), ct);

    private static async Task<Outcome<AgendaReceipt>> Decide(ProcessUnit unit, Guid meetingId, Guid itemId, long version, Guid? toMeeting, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.HoldingCommands, MeetingRefusals.NotHeld(), ct);
        if (!access.IsAccepted)
            return Outcome<AgendaReceipt>.Refused(access.Refusals);
        if (access.Value.Meeting.InterruptedAt is null)
            return MeetingRefusals.NotInterrupted();
        if (await unit.Db.Set<AgendaItem>().FindAsync([itemId], ct) is not { } item || item.MeetingId != meetingId)
            return MeetingRefusals.NotFound();
        if (item.ClosedAt is not null)
            return MeetingRefusals.ItemClosed();
        if (item.Version != version)
            return MeetingRefusals.ItemChanged();

        Meeting? next = null;
        if (toMeeting is { } target && (next = await Open(unit, access.Value.Meeting, target, ct)) is null)
            return MeetingRefusals.NoMeetingToMoveTo();
        (item.Conclusion, item.ClosedAt, item.ClosedBy) = (next is null ? NotHandled : Moved, unit.Now, unit.Actor.AccountId);
        item.Version++;
        if (next is not null)
            await Copy(unit, item, next, ct);
        if (item.CaseId is { } caseId)
            await Release(unit, caseId, next, ct);
        return Outcome<AgendaReceipt>.Accepted(new(meetingId, item.Id));
    }

    // A later meeting of the same body whose agenda can still be changed.
    private static async Task<Meeting?> Open(ProcessUnit unit, Meeting from, Guid target, CancellationToken ct)
    {
        var meeting = await unit.Db.Set<Meeting>().FindAsync([target], ct);
        var commands = MeetingRights.EditingCommands.ToList();
        return meeting is not null && meeting.Body == from.Body && meeting.Id != from.Id && meeting.Date >= from.Date
            && await unit.Db.Tasks.AnyAsync(t => t.InstanceId == target && t.EndedAt == null && t.CommandName != null && commands.Contains(t.CommandName), ct)
            ? meeting
            : null;
    }

    private static async Task Copy(ProcessUnit unit, AgendaItem item, Meeting next, CancellationToken ct)
    {
        var items = await MeetingAccess.Items(unit, next.Id, ct);
        var copy = new AgendaItem
        {
            Id = unit.Ids.Next(),
            MeetingId = next.Id,
            Kind = item.Kind,
            AlsoKinds = item.AlsoKinds,
            Title = item.Title,
            Purpose = item.Purpose,
            Expectation = item.Expectation,
            Matter = item.Matter,
            Minutes = item.Minutes,
            Presenters = item.Presenters,
            CaseId = item.CaseId,
            ConfirmsItemId = item.ConfirmsItemId,
            IsSupplement = next.NoticeSentAt is not null,
        };
        items.Insert(EditAgenda.PlaceOfCases(items) - 1, copy);
        unit.Db.Add(copy);
        MeetingAccess.Renumber(items);
    }

    private static async Task Release(ProcessUnit unit, Guid caseId, Meeting? next, CancellationToken ct)
    {
        if (await unit.Db.Set<WaitingCase>().FindAsync([caseId], ct) is { } waiting)
            waiting.MeetingId = next?.Id;
        await MeetingMessages.TellDate(unit, caseId, next, ct);
    }
}
