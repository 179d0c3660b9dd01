using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>What was settled without presentation at an earlier meeting of a body, and no later one has been asked to confirm.</summary>
public sealed record Unconfirmed(AgendaItem Item, Meeting Meeting);

/// <summary>Asks a meeting to confirm what an earlier one settled without presentation (R127): an item of its own that points at the first.</summary>
public sealed class ConfirmPosition(ProcessStore store, IDbContextFactory<CaseFlowDb> databases)
{
    private const int Minutes = 5;

    public Task<Outcome<AgendaReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, Guid itemId, CancellationToken ct) =>
        store.Run<AgendaReceipt>(actor, nameof(ConfirmPosition), requestId, (unit, token) => Decide(unit, meetingId, itemId, token), ct);

    /// <summary>What a meeting is asked to confirm, the oldest first.</summary>
    public async Task<IReadOnlyList<Unconfirmed>> Of(Meeting meeting, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Open(db, meeting, ct);
    }

    private static async Task<Outcome<AgendaReceipt>> Decide(ProcessUnit unit, Guid meetingId, Guid itemId, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.EditingCommands, MeetingRefusals.NotOpen(), ct);
        if (!access.IsAccepted)
            return Outcome<AgendaReceipt>.Refused(access.Refusals);
        var meeting = access.Value.Meeting;
        if ((await Open(unit.Db, meeting, ct)).FirstOrDefault(u => u.Item.Id == itemId) is not { } unconfirmed)
            return MeetingRefusals.NotFound();
        var items = await MeetingAccess.Items(unit, meetingId, ct);
        var item = new AgendaItem
        {
            Id = unit.Ids.Next(),
            MeetingId = meetingId,
            Kind = ItemKinds.Position,
            Title = unconfirmed.Item.Title,
            Purpose = MeetingRefusals.Text("ConfirmPurpose", unconfirmed.Meeting.Number).Sv,
            Minutes = Minutes,
            ConfirmsItemId = itemId,
            IsSupplement = meeting.NoticeSentAt is not null,
        };
        items.Insert(EditAgenda.PlaceOfCases(items) - 1, item);
        unit.Db.Add(item);
        MeetingAccess.Renumber(items);
        return Outcome<AgendaReceipt>.Accepted(new(meetingId, item.Id));
    }

    private static async Task<IReadOnlyList<Unconfirmed>> Open(CaseFlowDb db, Meeting meeting, CancellationToken ct)
    {
        var found = await db.Set<AgendaItem>().AsNoTracking()
            .Where(i => i.NotPresented && i.ClosedAt != null && !db.Set<AgendaItem>().Any(c => c.ConfirmsItemId == i.Id && c.Conclusion != LeaveItem.NotHandled && c.Conclusion != LeaveItem.Moved))
            .Join(db.Set<Meeting>().AsNoTracking(), i => i.MeetingId, m => m.Id, (i, m) => new { i, m })
            .Where(f => f.m.Body == meeting.Body && f.m.Date < meeting.Date)
            .OrderBy(f => f.m.Date).ThenBy(f => f.i.Position).ToListAsync(ct);
        return [.. found.Select(f => new Unconfirmed(f.i, f.m))];
    }
}
