using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Consultation;

/// <summary>The preparers answer views, one or many with the same words (R165). Can be changed until the round is put together.</summary>
public sealed class DisposeView(ProcessStore store)
{
    private const int MaxReason = 4000;

    /// <returns>How many views of the round have no answer yet.</returns>
    public Task<Outcome<int>> Handle(
        Actor actor, string? requestId, Guid caseId, IReadOnlyCollection<Guid> viewIds, ViewDisposition? disposition, string? reason, CancellationToken ct) =>
        store.Run<int>(actor, nameof(DisposeView), requestId, async (unit, token) =>
        {
            if (await ConsultationRows.Latest(unit.Db, caseId, token) is not { } round)
                return ConsultationRefusals.NotFound();
            if (!CloseConsultation.MayClose(unit.Actor))
                return ConsultationRefusals.NotYours();
            if (round.CompiledAt is not null)
                return ConsultationRefusals.NotOpen();
            var all = await unit.Db.Set<ConsultationView>().Where(v => v.RoundId == round.Id).ToListAsync(token);
            var chosen = all.FindAll(v => viewIds.Contains(v.Id));
            if (Faults(chosen, disposition, reason) is { Count: > 0 } faults)
                return Outcome<int>.Refused(faults);
            foreach (var view in chosen)
                (view.Disposition, view.Reason, view.DisposedBy, view.DisposedAt) = (disposition, (reason ?? "").Trim(), actor.AccountId, unit.Now);
            return Outcome<int>.Accepted(all.Count(v => v.Disposition is null));
        }, ct);

    private static List<Refusal> Faults(List<ConsultationView> chosen, ViewDisposition? disposition, string? reason)
    {
        var faults = new List<Refusal>();
        if (chosen.Count == 0)
            faults.Add(ConsultationRefusals.NoViews());
        if (disposition is null)
            faults.Add(ConsultationRefusals.NoDisposition());
        if (string.IsNullOrWhiteSpace(reason))
            faults.Add(ConsultationRefusals.ReasonMissing());
        else if (reason.Length > MaxReason)
            faults.Add(ConsultationRefusals.TooLong("skal"));
        if (PersonalNumberGuard.Check(reason, "skal") is { } personal)
            faults.Add(personal);
        return faults;
    }
}
