using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>
/// Records that the meeting approves what a standing item asks for: the day's agenda, after which every change is kept as one made
/// at the meeting (R113); or the previous minutes, which become approved and are linked to (R114).
/// </summary>
public sealed class ApproveItem(ProcessStore store)
{
    /// <summary>The conclusion of an item that was approved.</summary>
    public const string Approved = "godkand";

    private const string Approves = "godkanns";
    private const string PreviousMinutes = "previous-minutes";

    /// <summary>True for an item of the organisation's that asks for approval.</summary>
    public static bool IsFor(OrganisationModel organisation, Meeting meeting, AgendaItem item) => Standing(organisation, meeting, item) is not null;

    /// <summary>The earlier meeting whose minutes the item is about; null for another item, and where there are none.</summary>
    public static async Task<Meeting?> Previous(CaseFlowDb db, OrganisationModel organisation, Meeting meeting, AgendaItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(meeting);
        return Standing(organisation, meeting, item)?.Links == PreviousMinutes
            ? await db.Set<Meeting>().Where(m => m.Body == meeting.Body && m.Date < meeting.Date && db.Set<MinutesVersion>().Any(v => v.MeetingId == m.Id))
                .OrderByDescending(m => m.Date).FirstOrDefaultAsync(ct)
            : null;
    }

    /// <param name="version">The item's version that the recorder saw.</param>
    public Task<Outcome<AgendaReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, Guid itemId, long version, CancellationToken ct) =>
        store.Run<AgendaReceipt>(actor, nameof(ApproveItem), requestId, (unit, token) => Decide(unit, meetingId, itemId, version, token), ct);

    private static async Task<Outcome<AgendaReceipt>> Decide(ProcessUnit unit, Guid meetingId, Guid itemId, long version, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.HoldingCommands, MeetingRefusals.NotHeld(), ct);
        if (!access.IsAccepted)
            return Outcome<AgendaReceipt>.Refused(access.Refusals);
        var meeting = access.Value.Meeting;
        if (await unit.Db.Set<AgendaItem>().FindAsync([itemId], ct) is not { } item || item.MeetingId != meetingId)
            return MeetingRefusals.NotFound();
        if (unit.Today < meeting.Date)
            return MeetingRefusals.NotYet(meeting.Date);
        var organisation = (await unit.Organisation(ct)).Organisation;
        if (Standing(organisation, meeting, item) is not { } standing)
            return MeetingRefusals.NotToApprove();
        if (item.ClosedAt is not null)
            return MeetingRefusals.ItemClosed();
        if (item.Version != version)
            return MeetingRefusals.ItemChanged();
        if (standing.Links == PreviousMinutes)
        {
            if (await Previous(unit.Db, organisation, meeting, item, ct) is not { } previous)
                return MeetingRefusals.NothingToApprove();
            (previous.MinutesApprovedAt, previous.MinutesApprovedIn) = (unit.Now, meeting.Id);
            (item.ApprovesMinutesOf, item.Wording) = (previous.Id, MeetingRefusals.Text("MinutesApproved", previous.Number).Sv);
        }
        else
        {
            meeting.AgendaApprovedAt = unit.Now;
            item.Wording = MeetingRefusals.Text("AgendaApproved").Sv;
        }

        (item.Conclusion, item.ClosedAt, item.ClosedBy) = (Approved, unit.Now, unit.Actor.AccountId);
        item.StartedAt ??= unit.Now;
        item.Version++;
        return Outcome<AgendaReceipt>.Accepted(new(meetingId, item.Id));
    }

    private static StandingItem? Standing(OrganisationModel organisation, Meeting meeting, AgendaItem item)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(item);
        return item.StandingKey is { } key ? organisation.StandingItemsOf(meeting.Body).FirstOrDefault(s => s.Key == key && s.Clause == Approves) : null;
    }
}
