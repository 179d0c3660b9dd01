using System.Net.Mail;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Calls somebody to one item of a meeting, or takes it back (R109). The notice, and after it the next supplement, tells the guest.</summary>
public sealed class InviteGuest(ProcessStore store, IDbContextFactory<CaseFlowDb> databases)
{
    /// <param name="title">Role and organisation.</param>
    /// <param name="address">Where the notice is sent.</param>
    public Task<Outcome<AgendaReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, Guid itemId, string title, string address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(address);
        return store.Run<AgendaReceipt>(actor, nameof(InviteGuest), requestId, (unit, token) => Decide(unit, meetingId, itemId, title.Trim(), address.Trim(), token), ct);
    }

    public Task<Outcome<AgendaReceipt>> TakeBack(Actor actor, string? requestId, Guid meetingId, Guid guestId, CancellationToken ct) =>
        store.Run<AgendaReceipt>(actor, "TakeBackGuest", requestId, async (unit, token) =>
        {
            var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.EditingCommands, MeetingRefusals.NotOpen(), token);
            if (!access.IsAccepted)
                return Outcome<AgendaReceipt>.Refused(access.Refusals);
            if (await unit.Db.Set<ItemGuest>().FindAsync([guestId], token) is not { } guest
                || await unit.Db.Set<AgendaItem>().FindAsync([guest.ItemId], token) is not { } item || item.MeetingId != meetingId)
                return MeetingRefusals.NotFound();
            unit.Db.Remove(guest);
            return Outcome<AgendaReceipt>.Accepted(new(meetingId, item.Id));
        }, ct);

    /// <summary>The guests of a meeting, by item.</summary>
    public async Task<ILookup<Guid, ItemGuest>> Of(Guid meetingId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await Query(db, meetingId).AsNoTracking().ToListAsync(ct)).ToLookup(g => g.ItemId);
    }

    internal static IQueryable<ItemGuest> Query(CaseFlowDb db, Guid meetingId) =>
        db.Set<AgendaItem>().Where(i => i.MeetingId == meetingId).Join(db.Set<ItemGuest>(), i => i.Id, g => g.ItemId, (i, g) => g).OrderBy(g => g.InvitedAt).ThenBy(g => g.Id);

    private static async Task<Outcome<AgendaReceipt>> Decide(ProcessUnit unit, Guid meetingId, Guid itemId, string title, string address, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.EditingCommands, MeetingRefusals.NotOpen(), ct);
        if (!access.IsAccepted)
            return Outcome<AgendaReceipt>.Refused(access.Refusals);
        if (await unit.Db.Set<AgendaItem>().FindAsync([itemId], ct) is not { } item || item.MeetingId != meetingId)
            return MeetingRefusals.NotFound();
        if (item.ClosedAt is not null)
            return MeetingRefusals.ItemClosed();
        if (title.Length == 0)
            return MeetingRefusals.GuestTitle();
        if (MeetingRules.Text(title, "kalladRoll", ItemGuest.MaxTitle) is { } refusal)
            return refusal;
        if (address.Length > ItemGuest.MaxAddress || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address)
            return MeetingRefusals.GuestAddress();
        if (!await unit.Db.Set<ItemGuest>().AnyAsync(g => g.ItemId == itemId && g.Address == address, ct))
            unit.Db.Add(new ItemGuest { Id = unit.Ids.Next(), ItemId = itemId, Title = title, Address = address, InvitedBy = unit.Actor.AccountId, InvitedAt = unit.Now });
        return Outcome<AgendaReceipt>.Accepted(new(meetingId, itemId));
    }
}
