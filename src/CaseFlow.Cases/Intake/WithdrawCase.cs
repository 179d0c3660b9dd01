using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using CaseFlow.Contracts.Intake;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Intake;

/// <param name="Version">The case's version after it.</param>
public sealed record CaseReceipt(Guid CaseId, string? Number, long Version);

/// <summary>The submitter takes a case back (återta), as long as the process lets it go: it waits for the message only until a position is taken.</summary>
public sealed class WithdrawCase(ProcessStore store)
{
    private const string Message = "arende.aterta";

    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, Guid caseId, CancellationToken ct) =>
        store.Run<CaseReceipt>(actor, nameof(WithdrawCase), requestId, (unit, token) => Decide(unit, caseId, token), ct);

    private static async Task<Outcome<CaseReceipt>> Decide(ProcessUnit unit, Guid caseId, CancellationToken ct)
    {
        var instance = await unit.Load(caseId, ct);
        var row = await unit.Db.Cases.FindAsync([caseId], ct);
        if (instance is null || row is null)
            return IntakeRefusals.NotFound();
        if (!Submitters.Speaks(unit.Actor, row, instance.Variables))
            return IntakeRefusals.NotYours();
        if (instance.Variables["stallningstagandeFinns"].TryGetBoolean(out var taken) && taken)
            return IntakeRefusals.TooLateToWithdraw();
        var rejection = await unit.Execute(instance, new CorrelateMessage(Message, caseId.ToString("N"), FeelContext.Empty), ct);
        if (rejection is not null)
            return IntakeRefusals.TooLateToWithdraw();
        unit.Publish(new CaseWithdrawn(caseId, row.Number ?? "", instance.NextVersion, unit.Now), caseId);
        return Outcome<CaseReceipt>.Accepted(new(caseId, row.Number, instance.NextVersion));
    }
}

/// <summary>Who speaks for the origin of a case.</summary>
public static class Submitters
{
    /// <summary>The one who handed it in, or a colleague with the same role for the same area or side.</summary>
    public static bool Speaks(Actor actor, CaseRow row, FeelContext variables)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(variables);
        return row.SubmittedBy == actor.AccountId
        || (variables["inlamnarroll"].AsString() is { } role
            && (row.OriginArea, row.OriginSide) is not (null, null)
            && actor.Holds(role, row.OriginSide, row.OriginArea));
    }
}
