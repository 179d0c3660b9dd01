using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Sends what was added after the notice: items and papers, marked as a supplement (R110). The notice itself stays as it was frozen.</summary>
public sealed class SendSupplement(ProcessStore store)
{
    public Task<Outcome<MeetingReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, CancellationToken ct) =>
        store.Run<MeetingReceipt>(actor, nameof(SendSupplement), requestId, (unit, token) => Decide(unit, meetingId, token), ct);

    private static async Task<Outcome<MeetingReceipt>> Decide(ProcessUnit unit, Guid meetingId, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.EditingCommands, MeetingRefusals.NotOpen(), ct);
        if (!access.IsAccepted)
            return Outcome<MeetingReceipt>.Refused(access.Refusals);
        var (instance, meeting) = access.Value;
        var sent = await unit.Db.Set<SentNotice>().AsNoTracking().Include(n => n.Recipients).Where(n => n.MeetingId == meetingId).OrderBy(n => n.Number).ToListAsync(ct);
        if (sent.Count == 0)
            return MeetingRefusals.NoNotice();
        var package = await NoticeFreezing.Package(unit, meeting, ct);
        var guests = NoticeGuests.Of(SentNoticeKinds.Supplement, package, sent, await InviteGuest.Query(unit.Db, meetingId).ToListAsync(ct));
        if (package.Since([.. sent.Select(NoticePackage.Read)]) is { Items.Count: 0, Papers.Count: 0 } && !guests.Any())
            return MeetingRefusals.NothingToAdd();
        await NoticeFreezing.Send(unit, instance, meeting, SentNoticeKinds.Supplement, package, ct);
        return Outcome<MeetingReceipt>.Accepted(new(meeting.Id, meeting.Number, meeting.Version));
    }
}
