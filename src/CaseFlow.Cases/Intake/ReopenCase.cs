using System.Text.Json;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Intake;

/// <summary>Takes a closed case up again: a new case with the same question, linked to the old one, which stays as it was.</summary>
public sealed class ReopenCase(ProcessStore store)
{
    /// <param name="reason">Why; kept as a note on the new case.</param>
    public Task<Outcome<SubmitCaseReceipt>> Handle(Actor actor, string? requestId, Guid closedCaseId, string reason, CancellationToken ct) =>
        store.Run<SubmitCaseReceipt>(actor, nameof(ReopenCase), requestId, (unit, token) => Decide(unit, closedCaseId, reason, token), ct);

    private static async Task<Outcome<SubmitCaseReceipt>> Decide(ProcessUnit unit, Guid closedCaseId, string reason, CancellationToken ct)
    {
        var closed = await unit.Load(closedCaseId, ct);
        var row = await unit.Db.Cases.FindAsync([closedCaseId], ct);
        if (closed is null || row is null)
            return IntakeRefusals.NotFound();
        if (!Submitters.Speaks(unit.Actor, row, closed.Variables))
            return IntakeRefusals.NotYours();
        if (!closed.State.IsEnded)
            return IntakeRefusals.NotClosed();
        if (string.IsNullOrWhiteSpace(reason))
            return IntakeRefusals.ReopeningReasonMissing();
        if (PersonalNumberGuard.Check(reason, "skal") is { } personal)
            return personal;
        // A commission was never handed in, and an erased question cannot be asked again.
        if ((await unit.Db.Set<Submission>().FindAsync([closedCaseId], ct))?.Answers is not { } answers)
            return IntakeRefusals.NothingToReopen();

        var fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(answers) ?? [];
        // The meeting that was wished for then has been.
        fields.Remove(SubmitCase.WishedMeetingField);
        var again = await SubmitCase.Decide(unit, new(new(row.OriginArea, row.OriginSide), FormAnswers.FromJson(fields)), ct);
        if (!again.IsAccepted)
            return again;
        unit.Db.Add(new CaseLink { CaseId = again.Value.CaseId, ToCaseId = closedCaseId, Kind = CaseLinkKind.Reopens, MadeBy = unit.Actor.AccountId, MadeAt = unit.Now });
        unit.Db.Add(new CaseNote
        {
            Id = unit.Ids.Next(),
            CaseId = again.Value.CaseId,
            Kind = CaseNoteKind.Reopening,
            Text = reason.Trim(),
            WrittenBy = unit.Actor.AccountId,
            WrittenAt = unit.Now,
        });
        return again;
    }
}
