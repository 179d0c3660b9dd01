using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Escalation;

/// <param name="Package">What was lifted and what was answered.</param>
/// <param name="Case">Where the case stands now.</param>
public sealed record Escalated(EscalationPackage Package, CaseRow Case);

/// <summary>What lies with the body above: packages that wait, and those that were answered.</summary>
public sealed class EscalationList(IDbContextFactory<CaseFlowDb> databases)
{
    /// <param name="answered">True: the answered ones, latest first. False: those that wait, longest first.</param>
    public async Task<IReadOnlyList<Escalated>> Of(bool answered, int take, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var packages = db.Set<EscalationPackage>().AsNoTracking().Where(p => p.AnsweredAt == null != answered);
        var ordered = answered ? packages.OrderByDescending(p => p.AnsweredAt) : packages.OrderBy(p => p.ReceivedAt);
        var found = await ordered.Take(take).Join(db.Cases.AsNoTracking(), p => p.CaseId, c => c.Id, (p, c) => new { p, c }).ToListAsync(ct);
        return [.. found.Select(f => new Escalated(f.p, f.c))];
    }

    /// <summary>Every time that a case was lifted, first one first.</summary>
    public async Task<IReadOnlyList<EscalationPackage>> OfCase(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<EscalationPackage>().AsNoTracking().Where(p => p.CaseId == caseId).OrderBy(p => p.ReceivedAt).ToListAsync(ct);
    }
}
