using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>A meeting was moved (<c>mote.flytta</c>): each case on its agenda learns the new date; everybody is told, and after the notice their calendars move along.</summary>
internal sealed class MoveEverything : IInlineTopic
{
    public string Topic => "mote.flytta";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        if (await unit.Db.Set<Meeting>().FindAsync([context.Instance.Id], ct) is not { } meeting)
            throw new InvalidOperationException($"No meeting {context.Instance.Id}.");
        foreach (var caseId in await MeetingMessages.OpenCases(unit, meeting.Id, ct))
            await MeetingMessages.TellDate(unit, caseId, meeting, ct);
        await NoticeFreezing.Tell(unit, context.Instance, meeting, SentNoticeKinds.Moved, ct);
        return FeelContext.Empty;
    }
}

/// <summary>A meeting will not be held (<c>mote.stall-in</c>): its cases wait for the body's next one; everybody is told, and after the notice it leaves their calendars.</summary>
internal sealed class ReleaseCases : IInlineTopic
{
    public string Topic => "mote.stall-in";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        if (await unit.Db.Set<Meeting>().FindAsync([context.Instance.Id], ct) is not { } meeting)
            throw new InvalidOperationException($"No meeting {context.Instance.Id}.");
        foreach (var waiting in await unit.Db.Set<WaitingCase>().Where(w => w.MeetingId == meeting.Id).ToListAsync(ct))
            waiting.MeetingId = null;
        foreach (var caseId in await MeetingMessages.OpenCases(unit, meeting.Id, ct))
            await MeetingMessages.TellDate(unit, caseId, null, ct);
        await NoticeFreezing.Tell(unit, context.Instance, meeting, SentNoticeKinds.Cancelled, ct);
        return FeelContext.Empty;
    }
}

/// <summary>The meeting is closed (<c>mote.avsluta</c>): what was not handled waits for the next one.</summary>
internal sealed class FinishMeeting : IInlineTopic
{
    public string Topic => "mote.avsluta";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        foreach (var caseId in await MeetingMessages.OpenCases(unit, context.Instance.Id, ct))
        {
            if (await unit.Db.Set<WaitingCase>().FindAsync([caseId], ct) is { } waiting)
                waiting.MeetingId = null;
            await MeetingMessages.TellDate(unit, caseId, null, ct);
        }

        return FeelContext.Empty;
    }
}
