using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>A notice that went out, with what it held.</summary>
/// <param name="Added">What was new in it beside the notices before; all of it for the first.</param>
public sealed record SentNoticeView(SentNotice Notice, NoticePackage Package, NoticePackage Added);

/// <summary>The notices of a meeting as they were sent, and what has been added since.</summary>
/// <param name="Added">Items and papers that no notice has held; empty while none has been sent.</param>
public sealed record SentNoticesView(IReadOnlyList<SentNoticeView> Sent, NoticePackage? Added)
{
    public bool HasMore => Added is not null && (Added.Items.Count > 0 || Added.Papers.Count > 0);
}

/// <summary>Reads what was sent; everybody who reads meetings may.</summary>
public sealed class SentNotices(IDbContextFactory<CaseFlowDb> databases, MeetingList meetings)
{
    /// <summary>The first one first.</summary>
    public async Task<SentNoticesView> Of(Guid meetingId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var sent = await db.Set<SentNotice>().AsNoTracking().Include(n => n.Recipients.OrderBy(r => r.Ordinal)).Where(n => n.MeetingId == meetingId).OrderBy(n => n.Number).ToListAsync(ct);
        if (sent.Count == 0 || await meetings.Find(meetingId, ct) is not { } view)
            return new([], null);
        List<Guid> subjects = [meetingId, .. view.Cases.Keys];
        var papers = await db.Set<Document>().AsNoTracking().Include(d => d.Versions).Where(d => subjects.Contains(d.SubjectId) && d.WithdrawnAt == null).ToListAsync(ct);
        var now = NoticePackage.Of(view.Meeting, view.Agenda.Slots.Select(s => s.Item), papers.ToLookup(d => d.SubjectId), view.Cases.ToDictionary(c => c.Key, c => c.Value.Number));
        IReadOnlyList<SentNoticeView> read = [.. Views(sent)];
        return new(read, now.Since([.. read.Select(r => r.Package)]));
    }

    private static IEnumerable<SentNoticeView> Views(IReadOnlyList<SentNotice> sent)
    {
        var before = new List<NoticePackage>();
        foreach (var notice in sent)
        {
            var package = NoticePackage.Read(notice);
            yield return new(notice, package, package.Since(before));
            before.Add(package);
        }
    }
}
