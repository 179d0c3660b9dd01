using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>Shares timers and jobs that are due among the nodes that run: a row is one node's until it is done or its lease is out.</summary>
public sealed class Leases(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    /// <summary>Takes up to <paramref name="max"/> due timers, earliest first. Each is to be fired with <c>FireDueTimer</c>, which removes the row.</summary>
    /// <param name="owner">The node's name, unique among those that run.</param>
    /// <param name="duration">After this another node may take the row.</param>
    public async Task<IReadOnlyList<TimerRow>> TakeTimers(string owner, int max, TimeSpan duration, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var taken = await db.TakeTimers(LeaseFor(owner, duration), max, ct);
        return [.. taken.OrderBy(t => t.DueAt).ThenBy(t => t.InstanceId).ThenBy(t => t.TimerKey)];
    }

    /// <summary>Takes up to <paramref name="max"/> jobs. Each is run and then closed with <c>FinishJob</c>, or put back with <see cref="PutBack"/>.</summary>
    /// <inheritdoc cref="TakeTimers" path="/param"/>
    public async Task<IReadOnlyList<JobRow>> TakeJobs(string owner, int max, TimeSpan duration, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var taken = await db.TakeJobs(LeaseFor(owner, duration), max, ct);
        return [.. taken.OrderBy(j => j.AvailableAt).ThenBy(j => j.InstanceId).ThenBy(j => j.JobKey)];
    }

    /// <summary>Gives a failed job back, to be tried again after <paramref name="delay"/>.</summary>
    /// <param name="error">The failure's type; no text of a person, no secret.</param>
    public async Task PutBack(JobRow job, TimeSpan delay, string error, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var availableAt = UtcTime.Truncate(time.GetUtcNow() + delay);
        await db.Jobs
            .Where(j => j.InstanceId == job.InstanceId && j.JobKey == job.JobKey && j.LeasedBy == job.LeasedBy)
            .ExecuteUpdateAsync(
                set => set.SetProperty(j => j.LeasedBy, (string?)null)
                    .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(j => j.AvailableAt, availableAt)
                    .SetProperty(j => j.LastError, error),
                ct);
        await transaction.Commit(ct);
    }

    /// <summary>Frees the timers and jobs that <paramref name="owner"/> held when it died, so that it need not wait for its own leases.</summary>
    public async Task TakeBack(string owner, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        await db.Timers.Where(t => t.LeasedBy == owner).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.LeasedBy, (string?)null).SetProperty(t => t.LeasedUntil, (DateTimeOffset?)null), ct);
        await db.Jobs.Where(j => j.LeasedBy == owner).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.LeasedBy, (string?)null).SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null), ct);
        await transaction.Commit(ct);
    }

    /// <summary>When the next timer is due or a lease runs out; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextTimer(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Timers.MinAsync(t => (DateTimeOffset?)(t.LeasedUntil ?? t.DueAt), ct);
    }

    private Lease LeaseFor(string owner, TimeSpan duration)
    {
        var now = UtcTime.Truncate(time.GetUtcNow());
        return new(owner, now, now + duration);
    }
}
