using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Consultation;

/// <summary>The preparers give an open round another last day (R164). Who has answered stays answered; the others are told.</summary>
public sealed class AmendConsultation(ProcessStore store)
{
    /// <summary>What a round that is open waits for: it then goes on with those who have not answered.</summary>
    public const string Message = "remiss.andras";

    public Task<Outcome<CaseReceipt>> MoveDay(Actor actor, string? requestId, Guid caseId, DateOnly due, CancellationToken ct) =>
        store.Run<CaseReceipt>(actor, nameof(AmendConsultation), requestId, async (unit, token) =>
        {
            var instance = await unit.Load(caseId, token);
            if (instance is null || await unit.Db.Cases.FindAsync([caseId], token) is not { } about)
                return ConsultationRefusals.NotFound();
            if (!CloseConsultation.MayClose(unit.Actor))
                return ConsultationRefusals.NotYours();
            if (due < unit.Today)
                return ConsultationRefusals.DayPassed();
            return await GoOn(unit, instance, due, token) ?? Outcome<CaseReceipt>.Accepted(new(caseId, about.Number, instance.NextVersion));
        }, ct);

    /// <summary>Lets the open round go on with another day or other recipients.</summary>
    /// <returns>Why it did not, or null.</returns>
    internal static async Task<Refusal?> GoOn(ProcessUnit unit, LoadedInstance instance, DateOnly due, CancellationToken ct) =>
        await unit.Execute(instance, new CorrelateMessage(Message, instance.Id.ToString("N"), FeelContext.Of([new("remissTill", FeelValue.Of(due))])), ct) is null
            ? null
            : ConsultationRefusals.NotOpen();
}
