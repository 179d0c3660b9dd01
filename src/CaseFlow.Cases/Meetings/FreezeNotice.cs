using CaseFlow.Cases.Processes;
using CaseFlow.Contracts.Meetings;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Freezes the agenda and sends the notice (<c>mote.kallelse</c>, R110): the package has a hash, and what comes later is a supplement.</summary>
internal sealed class FreezeNotice : IInlineTopic
{
    public string Topic => "mote.kallelse";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        if (await unit.Db.Set<Meeting>().FindAsync([context.Instance.Id], ct) is not { } meeting)
            throw new InvalidOperationException($"No meeting {context.Instance.Id}.");
        var package = await NoticeFreezing.Package(unit, meeting, ct);
        var notice = await NoticeFreezing.Send(unit, context.Instance, meeting, SentNoticeKinds.Summons, package, ct);
        (meeting.NoticeSentAt, meeting.NoticeHash) = (unit.Now, notice.Hash);
        var cases = await unit.Db.Set<AgendaItem>().Where(i => i.MeetingId == meeting.Id && i.CaseId != null).OrderBy(i => i.Position).Select(i => i.CaseId).ToListAsync(ct);
        unit.Publish(
            new MeetingSummoned(meeting.Id, meeting.Number, context.Instance.NextVersion, meeting.Body, MeetingTime.Of(meeting.Date, meeting.StartsAt), [.. cases.OfType<Guid>()]),
            meeting.Id);
        return FeelContext.Of([new("kallelseFryst", FeelValue.Of(notice.Hash))]);
    }
}
