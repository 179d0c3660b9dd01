using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Freezes a notice inside a unit of work: the package, its hash and whom it goes to are kept in the same commit as the step that sends it.</summary>
internal static class NoticeFreezing
{
    /// <summary>The package as it would be frozen now.</summary>
    public static async Task<NoticePackage> Package(ProcessUnit unit, Meeting meeting, CancellationToken ct)
    {
        var items = await MeetingAccess.Items(unit, meeting.Id, ct);
        List<Guid> subjects = [meeting.Id, .. items.Select(i => i.CaseId).OfType<Guid>()];
        var papers = await unit.Db.Set<Document>().AsNoTracking().Include(d => d.Versions).Where(d => subjects.Contains(d.SubjectId) && d.WithdrawnAt == null)
            .OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).ToListAsync(ct);
        var numbers = await unit.Db.Cases.AsNoTracking().Where(c => subjects.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, ct);
        return NoticePackage.Of(meeting, items, papers.ToLookup(d => d.SubjectId), numbers);
    }

    /// <summary>Tells of something that happened to the meeting: with a notice of its own once one has been sent, so that calendars follow; in plain words before.</summary>
    public static async Task Tell(ProcessUnit unit, LoadedInstance instance, Meeting meeting, string kind, CancellationToken ct)
    {
        if (meeting.NoticeSentAt is null)
            await MeetingNotices.Tell(unit, instance, meeting, kind, ct);
        else
            await Send(unit, instance, meeting, kind, await Package(unit, meeting, ct), ct);
    }

    /// <summary>Keeps the notice and asks for its mails.</summary>
    /// <param name="kind">One of <see cref="SentNoticeKinds"/>; the mail's words go by it.</param>
    /// <param name="package">The whole package; what is new in it is seen beside the notices before.</param>
    public static async Task<SentNotice> Send(ProcessUnit unit, LoadedInstance instance, Meeting meeting, string kind, NoticePackage package, CancellationToken ct)
    {
        var before = await unit.Db.Set<SentNotice>().AsNoTracking().Include(n => n.Recipients).Where(n => n.MeetingId == meeting.Id).OrderBy(n => n.Number).ToListAsync(ct);
        var content = package.Write();
        var notice = new SentNotice
        {
            Id = unit.Ids.Next(),
            MeetingId = meeting.Id,
            Number = before.Count + 1,
            Kind = kind,
            At = unit.Now,
            SentBy = unit.Actor.AccountId,
            Content = content,
            Hash = NoticePackage.Hash(content),
        };
        var roles = (await unit.Organisation(ct)).Organisation.FindBody(meeting.Body)?.Meetings?.Summoned ?? [];
        foreach (var account in await SummonedAccounts.Of(unit.Db, meeting, roles, unit.Today, ct))
            Add(notice, new() { AccountId = account });
        foreach (var guest in NoticeGuests.Of(kind, package, before, await InviteGuest.Query(unit.Db, meeting.Id).ToListAsync(ct)))
            Add(notice, guest);
        unit.Db.Add(notice);
        MeetingNotices.Tell(unit, instance, meeting, kind, [.. notice.Recipients.Select(r => r.AccountId).OfType<string>()], notice.Id);
        return notice;
    }

    private static void Add(SentNotice notice, SentNoticeRecipient recipient)
    {
        (recipient.NoticeId, recipient.Ordinal) = (notice.Id, notice.Recipients.Count);
        notice.Recipients.Add(recipient);
    }
}
