using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Intake;

/// <summary>The submitter asks, once and with a reason, that the sorting be tried again. Both outcomes stay in the record.</summary>
public sealed class RequestNewSorting(ProcessStore store)
{
    private const string Message = "sortering.omprova";
    private const string Tried = "omprovad";

    /// <param name="reason">Why; shown to the preparers. Kept beside the record.</param>
    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, Guid caseId, string reason, CancellationToken ct) =>
        store.Run<CaseReceipt>(actor, nameof(RequestNewSorting), requestId, (unit, token) => Decide(unit, caseId, reason, token), ct);

    private static async Task<Outcome<CaseReceipt>> Decide(ProcessUnit unit, Guid caseId, string reason, CancellationToken ct)
    {
        var instance = await unit.Load(caseId, ct);
        var row = await unit.Db.Cases.FindAsync([caseId], ct);
        if (instance is null || row is null)
            return IntakeRefusals.NotFound();
        if (!Submitters.Speaks(unit.Actor, row, instance.Variables))
            return IntakeRefusals.NotYours();
        if (string.IsNullOrWhiteSpace(reason))
            return IntakeRefusals.ReasonMissing();
        if (PersonalNumberGuard.Check(reason, "skal") is { } personal)
            return personal;
        if (instance.Variables[Tried].TryGetBoolean(out var tried) && tried)
            return IntakeRefusals.AlreadySortedAgain();
        var payload = FeelContext.Of([new(Tried, FeelValue.Of(true))]);
        if (await unit.Execute(instance, new CorrelateMessage(Message, caseId.ToString("N"), payload), ct) is not null)
            return IntakeRefusals.NoNewSortingNow();
        unit.Db.Set<CaseNote>().Add(new CaseNote
        {
            Id = unit.Ids.Next(),
            CaseId = caseId,
            Kind = CaseNoteKind.NewSortingRequest,
            Text = reason.Trim(),
            WrittenBy = unit.Actor.AccountId,
            WrittenAt = unit.Now,
        });
        return Outcome<CaseReceipt>.Accepted(new(caseId, row.Number, instance.NextVersion));
    }
}
