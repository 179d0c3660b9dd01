using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Escalation;

/// <param name="Package">What was lifted and what was answered.</param>
/// <param name="Case">Where the case stands now.</param>
public sealed record Escalated(EscalationPackage Package, CaseRow Case);

/// <summary>What lies with the body above: packages that wait, and those that were answered.</summary>
public sealed class EscalationList(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>The commands of the tasks that make, check and answer a package.</summary>
    public static IReadOnlyList<string> Commands { get; } = ["PrepareSroPackage", "ReviewSroPackage", "RecordSroClause"];

    /// <param name="answered">True: the answered ones, latest first. False: those that wait, longest first.</param>
    public async Task<IReadOnlyList<Escalated>> Of(bool answered, int take, CancellationToken ct) => (await Page(answered, 0, take, ct)).Shown;

    /// <inheritdoc cref="Of"/>
    /// <returns>A part of the list, and how many there are in all.</returns>
    public async Task<(IReadOnlyList<Escalated> Shown, int Total)> Page(bool answered, int skip, int take, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var packages = db.Set<EscalationPackage>().AsNoTracking().Where(p => p.AnsweredAt == null != answered);
        var ordered = answered ? packages.OrderByDescending(p => p.AnsweredAt) : packages.OrderBy(p => p.ReceivedAt);
        var found = await ordered.ThenBy(p => p.Id).Skip(skip).Take(take).Join(db.Cases.AsNoTracking(), p => p.CaseId, c => c.Id, (p, c) => new { p, c }).ToListAsync(ct);
        return ([.. found.Select(f => new Escalated(f.p, f.c))], await packages.CountAsync(ct));
    }

    /// <summary>Every time that a case was lifted, first one first.</summary>
    public async Task<IReadOnlyList<EscalationPackage>> OfCase(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<EscalationPackage>().AsNoTracking().Where(p => p.CaseId == caseId).OrderBy(p => p.ReceivedAt).ToListAsync(ct);
    }

    /// <summary>Where the papers of a case's packages are: the done tasks that made, checked and answered them, first one first.</summary>
    public async Task<IReadOnlyList<TaskAddress>> Papers(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var commands = Commands.ToList();
        var done = await db.Tasks.AsNoTracking()
            .Where(t => t.InstanceId == caseId && t.End == TaskEnd.Done && t.CommandName != null && commands.Contains(t.CommandName))
            .OrderBy(t => t.EndedAt).Select(t => t.TaskKey).ToListAsync(ct);
        return [.. done.Select(key => new TaskAddress(caseId, key))];
    }
}
