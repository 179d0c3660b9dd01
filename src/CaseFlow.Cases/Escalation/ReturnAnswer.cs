using CaseFlow.Cases.Processes;
using CaseFlow.Contracts.Escalation;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Escalation;

/// <summary>Gives the answer of the body above back (<c>sro.aterfor</c>, R75): published to all who listen, and proposed as information at the next meeting of the body below. The letter to the origin is the outcome's, sent when the process comes to it.</summary>
internal sealed class ReturnAnswer : IInlineTopic
{
    public string Topic => "sro.aterfor";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        var instance = context.Instance;
        var package = await unit.Db.Set<EscalationPackage>()
            .Where(p => p.CaseId == instance.Id && p.AnsweredAt == null)
            .OrderByDescending(p => p.ReceivedAt).FirstOrDefaultAsync(ct);
        if (package is not null)
        {
            package.AnsweredAt = unit.Now;
            await AnswerOnAgenda.Propose(unit, package, ct);
            unit.Publish(
                new EscalationAnswered(instance.Id, instance.Number ?? "", instance.NextVersion, package.Body,
                    package.Clauses.Split(' ', StringSplitOptions.RemoveEmptyEntries), unit.Today),
                instance.Id);
        }

        return FeelContext.Empty;
    }
}
