using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.FollowUp;

/// <summary>What the bodies have said of a case: at meetings that are held here, and in answers to what was lifted. Read once, for the chain of a case and for the thread of a commission.</summary>
/// <param name="Items">Closed items with their meetings.</param>
/// <param name="Packages">Every time that the case was lifted, answered or not.</param>
internal sealed record BodiesSaid(IReadOnlyList<SaidAtMeeting> Items, IReadOnlyList<EscalationPackage> Packages)
{
    public static async Task<BodiesSaid> Of(CaseFlowDb db, Guid caseId, CancellationToken ct) => new(
        await db.Set<AgendaItem>().AsNoTracking().Where(i => i.CaseId == caseId && i.ClosedAt != null)
            .Join(db.Set<Meeting>().AsNoTracking(), i => i.MeetingId, m => m.Id, (i, m) => new SaidAtMeeting(m, i)).ToListAsync(ct),
        await db.Set<EscalationPackage>().AsNoTracking().Where(p => p.CaseId == caseId).ToListAsync(ct));
}

internal sealed record SaidAtMeeting(Meeting Meeting, AgendaItem Item);
