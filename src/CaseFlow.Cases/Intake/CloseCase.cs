using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Intake;

/// <summary>Closes a case (<c>arende.avsluta</c>): sets how it ended and wakes the cases that waited for it (R77).</summary>
internal sealed class CloseCase : IInlineTopic
{
    private const string WakeMessage = "arende.vackt";

    public string Topic => "arende.avsluta";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        if (await unit.Db.Cases.FindAsync([context.Instance.Id], ct) is { } row)
            row.Outcome = context.Input["slut"].AsString();
        var waiting = await unit.Db.Set<CaseLink>()
            .Where(l => l.ToCaseId == context.Instance.Id && l.Kind == CaseLinkKind.WaitsFor)
            .Select(l => l.CaseId).OrderBy(id => id).ToListAsync(ct);
        foreach (var id in waiting)
        {
            // Only one that still waits is woken: a message that nobody waits for would lie in the buffer.
            if ((await unit.WaitingFor(WakeMessage, id.ToString("N"), ct)).Count > 0)
                await unit.Send(WakeMessage, id.ToString("N"), FeelContext.Empty, ct);
        }

        return FeelContext.Empty;
    }
}
