using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Consultation;

/// <summary>The preparers close a round of consultation before its day (R164): those who have not answered are not waited for any longer.</summary>
public sealed class CloseConsultation(ProcessStore store)
{
    /// <summary>What a round that is open waits for.</summary>
    public const string Message = "remiss.stang";

    private const string PreparerRole = "beredningsansvarig";

    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, Guid caseId, CancellationToken ct) =>
        store.Run<CaseReceipt>(actor, nameof(CloseConsultation), requestId, (unit, token) => Close(unit, caseId, token), ct);

    /// <summary>Who may close a round: one of the pair that opened it.</summary>
    public static bool MayClose(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Holds(PreparerRole);
    }

    private static async Task<Outcome<CaseReceipt>> Close(ProcessUnit unit, Guid caseId, CancellationToken ct)
    {
        var instance = await unit.Load(caseId, ct);
        if (instance is null || await unit.Db.Cases.FindAsync([caseId], ct) is not { } about)
            return ConsultationRefusals.NotFound();
        if (!MayClose(unit.Actor))
            return ConsultationRefusals.NotYours();
        return await unit.Execute(instance, new CorrelateMessage(Message, caseId.ToString("N"), FeelContext.Empty), ct) is null
            ? Outcome<CaseReceipt>.Accepted(new(caseId, about.Number, instance.NextVersion))
            : ConsultationRefusals.NotOpen();
    }
}
