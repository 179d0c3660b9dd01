using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Meetings;

/// <summary>Puts a case among those that wait for a body's next meeting (<c>mote.anmal</c>).</summary>
internal sealed class QueueForMeeting : IInlineTopic
{
    public string Topic => "mote.anmal";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        var body = context.Input["organ"].AsString() ?? "";
        if (await unit.Db.Set<WaitingCase>().FindAsync([context.Instance.Id], ct) is { } before)
            unit.Db.Remove(before);
        unit.Db.Add(new WaitingCase { CaseId = context.Instance.Id, Body = body, Treatment = context.Input["behandling"].AsString(), Since = unit.Now });
        return FeelContext.Empty;
    }
}
