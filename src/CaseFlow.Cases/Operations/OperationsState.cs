using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Operations;

/// <summary>An element that stands still until somebody mends it.</summary>
/// <param name="Number">What people call the case; null for what has no number, such as a meeting.</param>
/// <param name="Element">The element's name in the definitions that the instance runs on.</param>
/// <param name="Detail">The engine's own words.</param>
public sealed record StandingIncident(Guid InstanceId, long Key, string? Number, string SubjectKind, string Element, string Code, string Detail, DateTimeOffset RaisedAt);

/// <summary>Work of one kind that waits for its turn.</summary>
/// <param name="Oldest">Since when the oldest could have been done; null when none waits.</param>
/// <param name="Failing">How many have failed at least once.</param>
/// <param name="LastError">Of one that has failed.</param>
public sealed record WaitingWork(int Count, DateTimeOffset? Oldest, int Failing, string? LastError)
{
    /// <summary>Work is done within seconds: what has waited a minute, or has failed, wants an eye.</summary>
    public bool IsLate(DateTimeOffset now) => Failing > 0 || Oldest <= now - TimeSpan.FromMinutes(1);
}

/// <summary>How the machinery stands: incidents, and what waits to be sent or done.</summary>
public sealed record OperationsFigures(IReadOnlyList<StandingIncident> Incidents, WaitingWork Messages, WaitingWork Jobs, WaitingWork Timers, WaitingWork Webhooks);

/// <summary>How the machinery stands, for the system administrator. Tells nothing of what the cases are about.</summary>
public sealed class OperationsState(IDbContextFactory<CaseFlowDb> databases, BundleCatalog bundles, TimeProvider time)
{
    /// <summary>Most incidents shown; the oldest first.</summary>
    public const int Limit = 200;

    public async Task<Outcome<OperationsFigures>> Now(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Holds(RoleKeys.SystemAdministrator))
            return AccessRefusals.NotAdministrator();
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        return Outcome<OperationsFigures>.Accepted(new(
            await Incidents(db, ct),
            new(
                await db.Outbox.CountAsync(o => o.AvailableAt <= now || o.Attempts > 0, ct),
                await db.Outbox.Where(o => o.AvailableAt <= now || o.Attempts > 0).OrderBy(o => o.OccurredAt).Select(o => (DateTimeOffset?)o.OccurredAt).FirstOrDefaultAsync(ct),
                await db.Outbox.CountAsync(o => o.Attempts > 0, ct),
                await db.Outbox.Where(o => o.LastError != null).OrderBy(o => o.Sequence).Select(o => o.LastError).FirstOrDefaultAsync(ct)),
            new(
                await db.Jobs.CountAsync(j => j.AvailableAt <= now || j.LastError != null, ct),
                await db.Jobs.Where(j => j.AvailableAt <= now).OrderBy(j => j.AvailableAt).Select(j => (DateTimeOffset?)j.AvailableAt).FirstOrDefaultAsync(ct),
                await db.Jobs.CountAsync(j => j.LastError != null, ct),
                await db.Jobs.Where(j => j.LastError != null).OrderBy(j => j.AvailableAt).Select(j => j.LastError).FirstOrDefaultAsync(ct)),
            new(
                await db.Timers.CountAsync(t => t.DueAt <= now, ct),
                await db.Timers.Where(t => t.DueAt <= now).OrderBy(t => t.DueAt).Select(t => (DateTimeOffset?)t.DueAt).FirstOrDefaultAsync(ct),
                Failing: 0,
                LastError: null),
            await Webhooks(db, now, ct)));
    }

    private static async Task<WaitingWork> Webhooks(CaseFlowDb db, DateTimeOffset now, CancellationToken ct)
    {
        var open = db.Set<WebhookDelivery>().Where(d => d.State != WebhookState.Delivered && (d.AvailableAt <= now || d.Attempts > 0));
        return new(
            await open.CountAsync(ct),
            await open.OrderBy(d => d.WrittenAt).Select(d => (DateTimeOffset?)d.WrittenAt).FirstOrDefaultAsync(ct),
            await open.CountAsync(d => d.Attempts > 0, ct),
            await open.Where(d => d.LastError != null).OrderBy(d => d.WrittenAt).Select(d => d.LastError).FirstOrDefaultAsync(ct));
    }

    private async Task<IReadOnlyList<StandingIncident>> Incidents(CaseFlowDb db, CancellationToken ct)
    {
        var rows = await db.Incidents.AsNoTracking().Where(i => i.ResolvedAt == null).OrderBy(i => i.RaisedAt).Take(Limit)
            .Join(db.Instances, i => i.InstanceId, instance => instance.Id, (i, instance) => new { Incident = i, instance.Number, instance.SubjectKind, instance.BundleHash })
            .ToListAsync(ct);
        var found = new List<StandingIncident>();
        foreach (var row in rows.OrderBy(r => r.Incident.RaisedAt))
        {
            var bundle = await bundles.Get(db, row.BundleHash, ct);
            var element = bundle.Processes.Select(p => p.FindElement(row.Incident.ElementId)).FirstOrDefault(e => e is not null);
            found.Add(new(
                row.Incident.InstanceId, row.Incident.IncidentKey, row.Number, row.SubjectKind,
                element?.Called()?.Current ?? row.Incident.ElementId, row.Incident.Code, row.Incident.Detail, row.Incident.RaisedAt));
        }

        return found;
    }
}
