using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Intake;

/// <summary>Takes up a case that is dormant or waits for somebody else before its date: by the submitter, or by one who may do the task that lies dormant.</summary>
public sealed class WakeCase(ProcessStore store)
{
    /// <summary>What a case that lies dormant waits for.</summary>
    public const string Message = "arende.vackt";

    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, Guid caseId, CancellationToken ct) =>
        store.Run<CaseReceipt>(actor, nameof(WakeCase), requestId, (unit, token) => Decide(unit, caseId, token), ct);

    private static async Task<Outcome<CaseReceipt>> Decide(ProcessUnit unit, Guid caseId, CancellationToken ct)
    {
        var instance = await unit.Load(caseId, ct);
        var row = await unit.Db.Cases.FindAsync([caseId], ct);
        if (instance is null || row is null)
            return IntakeRefusals.NotFound();
        var candidates = instance.State.OpenTasks.SelectMany(t => t.Assignment.Candidates);
        if (!Submitters.Speaks(unit.Actor, row, instance.Variables) && Tasks.TaskRules.ActsAs(unit.Actor, candidates).Count == 0)
            return IntakeRefusals.NotYours();
        return await unit.Execute(instance, new CorrelateMessage(Message, caseId.ToString("N"), FeelContext.Empty), ct) is null
            ? Outcome<CaseReceipt>.Accepted(new(caseId, row.Number, instance.NextVersion))
            : IntakeRefusals.NotDormant();
    }
}
