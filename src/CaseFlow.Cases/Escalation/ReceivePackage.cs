using CaseFlow.Cases.Access;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Escalation;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Escalation;

/// <summary>Puts a package in the secretariat's list (<c>sro.oppna</c>, R64). A secretariat of other persons than the preparers checks it first; the same persons do not check themselves.</summary>
internal sealed class ReceivePackage : IInlineTopic
{
    private const string SecretariatRole = "sro-sekretariat";
    private const string PreparerRole = "beredningsansvarig";

    public string Topic => "sro.oppna";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        var body = (await unit.Organisation(ct)).Rules.For(RuleKinds.EscalateByEffect, unit.Today)?.Settings.Text("to") ?? "";
        unit.Db.Add(new EscalationPackage { Id = unit.Ids.Next(), CaseId = context.Instance.Id, Body = body, ReceivedAt = unit.Now });
        unit.Publish(
            new EscalationReceived(context.Instance.Id, context.Instance.Number ?? "", context.Instance.NextVersion, body, unit.Today),
            context.Instance.Id);
        var secretariat = await Holders(unit, SecretariatRole, ct);
        var preparers = await Holders(unit, PreparerRole, ct);
        return FeelContext.Of(
        [
            new("egenGranskning", FeelValue.Of(secretariat.Except(preparers, StringComparer.Ordinal).Any())),
            new("sroDatum", FeelValue.Null),
        ]);
    }

    private static async Task<List<string>> Holders(ProcessUnit unit, string role, CancellationToken ct)
    {
        var today = unit.Today;
        return await unit.Db.Set<RoleAssignment>()
            .Where(r => r.Role == role && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today))
            .Select(r => r.AccountId).Distinct().ToListAsync(ct);
    }
}
