using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.FollowUp;

/// <summary>A body completes a commission or gives it another date (R67, R69): a new version of the same, never a new case.</summary>
public sealed class AmendCommission(ProcessStore store)
{
    private const string Message = "uppdrag.kompletterat";

    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, Guid caseId, DateOnly? reportBy, CancellationToken ct) =>
        store.Run<CaseReceipt>(actor, nameof(AmendCommission), requestId, (unit, token) => Amend(unit, caseId, reportBy, token), ct);

    private static async Task<Outcome<CaseReceipt>> Amend(ProcessUnit unit, Guid caseId, DateOnly? reportBy, CancellationToken ct)
    {
        var instance = await unit.Load(caseId, ct);
        if (instance is null)
            return FollowUpRefusals.NotFound();
        if (!CommissionRules.MayGive(unit.Actor, instance.Variables["uppdragsgivare"].AsString() ?? ""))
            return FollowUpRefusals.NotYours();
        var version = instance.Variables["uppdragsversion"].TryGetDecimal(out var current) ? (long)current + 1 : 1;
        var payload = FeelContext.Of(
        [
            new("uppdragsversion", FeelValue.Of(version)),
            new("rapportSenast", reportBy is { } day ? FeelValue.Of(day) : instance.Variables["rapportSenast"]),
        ]);
        return await unit.Execute(instance, new CorrelateMessage(Message, caseId.ToString("N"), payload), ct) is null
            ? Outcome<CaseReceipt>.Accepted(new(caseId, instance.Number, instance.NextVersion))
            : FollowUpRefusals.NotRunning();
    }
}
