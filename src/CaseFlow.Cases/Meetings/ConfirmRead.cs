using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <param name="Readers">How many have read it.</param>
/// <param name="IsRead">True when the asking account has.</param>
public sealed record Readership(int Readers, bool IsRead);

/// <summary>Says that one has read an item that is written information: there is no presentation, so this is how the meeting knows (R119).</summary>
public sealed class ConfirmRead(ProcessStore store, IDbContextFactory<CaseFlowDb> databases)
{
    public Task<Outcome<AgendaReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, Guid itemId, CancellationToken ct) =>
        store.Run<AgendaReceipt>(actor, nameof(ConfirmRead), requestId, (unit, token) => Decide(unit, meetingId, itemId, token), ct);

    /// <summary>Who has read the written items of a meeting, by item.</summary>
    public async Task<IReadOnlyDictionary<Guid, Readership>> Of(Actor actor, Guid meetingId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        var receipts = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == meetingId)
            .Join(db.Set<WrittenReceipt>().AsNoTracking(), i => i.Id, r => r.ItemId, (i, r) => r).ToListAsync(ct);
        return receipts.GroupBy(r => r.ItemId).ToDictionary(of => of.Key, of => new Readership(of.Count(), of.Any(r => r.AccountId == actor.AccountId)));
    }

    private static async Task<Outcome<AgendaReceipt>> Decide(ProcessUnit unit, Guid meetingId, Guid itemId, CancellationToken ct)
    {
        var meeting = await unit.Db.Set<Meeting>().FindAsync([meetingId], ct);
        if (meeting is null || await unit.Db.Set<AgendaItem>().FindAsync([itemId], ct) is not { } item || item.MeetingId != meetingId)
            return MeetingRefusals.NotFound();
        if (unit.Actor.Grants.Count == 0)
            return MeetingRefusals.NotYours();
        if (item.Kind != ItemKinds.Written || meeting.NoticeSentAt is null)
            return MeetingRefusals.NotToRead();
        if (await unit.Db.Set<WrittenReceipt>().FindAsync([itemId, unit.Actor.AccountId], ct) is null)
            unit.Db.Add(new WrittenReceipt { ItemId = itemId, AccountId = unit.Actor.AccountId, At = unit.Now });
        return Outcome<AgendaReceipt>.Accepted(new(meetingId, itemId));
    }
}
