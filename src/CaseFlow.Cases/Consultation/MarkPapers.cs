using CaseFlow.Cases.Access;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Consultation;

/// <summary>The preparers say which versions of the case's documents go out with the consultation. Nothing else of them is seen by who has no account.</summary>
public sealed class MarkPapers(ProcessStore store)
{
    /// <param name="versionIds">All that are to go out; those not named any more no longer do.</param>
    /// <returns>How many go out.</returns>
    public Task<Outcome<int>> Handle(Actor actor, string? requestId, Guid caseId, IReadOnlyCollection<Guid> versionIds, CancellationToken ct) =>
        store.Run<int>(actor, nameof(MarkPapers), requestId, async (unit, token) =>
        {
            if (await unit.Db.Cases.FindAsync([caseId], token) is null)
                return ConsultationRefusals.NotFound();
            if (!CloseConsultation.MayClose(unit.Actor))
                return ConsultationRefusals.NotYours();
            var there = await unit.Db.Set<Document>().Where(d => d.SubjectId == caseId && d.WithdrawnAt == null)
                .SelectMany(d => d.Versions).Where(v => versionIds.Contains(v.Id)).Select(v => v.Id).ToListAsync(token);
            if (there.Count != versionIds.Distinct().Count())
                return ConsultationRefusals.NoPaper();
            var marked = await unit.Db.Set<ConsultationPaper>().Where(p => p.CaseId == caseId).ToListAsync(token);
            unit.Db.RemoveRange(marked.Where(p => !there.Contains(p.VersionId)));
            unit.Db.AddRange(there.Except(marked.Select(p => p.VersionId)).Select(id => new ConsultationPaper { CaseId = caseId, VersionId = id, MarkedBy = actor.AccountId, MarkedAt = unit.Now }));
            return Outcome<int>.Accepted(there.Count);
        }, ct);
}
