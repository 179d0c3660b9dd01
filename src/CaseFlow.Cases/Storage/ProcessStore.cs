using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Cases.Storage;

/// <summary>
/// The one way to change a process: a unit of work that is stored whole or not at all. Facts, state, tasks, timers, jobs,
/// subscriptions, messages to send and the subject's own rows are one transaction, checked against the instances' versions.
/// </summary>
public sealed class ProcessStore(
    IDbContextFactory<CaseFlowDb> databases,
    BundleCatalog bundles,
    TopicRegistry topics,
    IEnumerable<ISubjectProjection> projections,
    IEnumerable<ICommitObserver> observers,
    Ids ids,
    TimeProvider time,
    StoreOptions options,
    ILogger<ProcessStore> log)
{
    private readonly ILookup<string, ISubjectProjection> _projections = projections.ToLookup(p => p.SubjectKind);
    private readonly List<ICommitObserver> _observers = [.. observers];

    /// <summary>Runs <paramref name="work"/> in a transaction and stores what it did when it accepts; a refusal leaves nothing behind.</summary>
    /// <param name="useCase">The use case's class name; with the actor it makes <paramref name="requestId"/> unique.</param>
    /// <param name="requestId">Chosen by the client; when this actor was already accepted with it, the first answer is given again and nothing is done. Null: no such protection.</param>
    /// <param name="work">May be run again from the start when another commit came first, so it keeps nothing outside the unit.</param>
    /// <typeparam name="T">The answer; kept as JSON when there is a request id.</typeparam>
    /// <returns>The answer, or why there is none; <c>store.busy</c> after five attempts that others overtook.</returns>
    public async Task<Outcome<T>> Run<T>(
        Actor actor, string useCase, string? requestId, Func<ProcessUnit, CancellationToken, Task<Outcome<T>>> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(work);
        var request = requestId is null ? null : new RequestKey(actor.AccountId, useCase, requestId);
        var wanted = new SortedSet<LockKey>(LockKey.Order);
        for (var attempt = 1; ; attempt++)
        {
            var progress = new Progress();
            try
            {
                var outcome = await Attempt(actor, request, wanted, work, progress, ct);
                if (!outcome.IsAccepted)
                {
                    await LogRefusal(actor, useCase, outcome.Refusals, progress.Target, ct);
                }

                return outcome;
            }
            catch (Exception conflict) when (Conflicts.IsConflict(conflict) && !ct.IsCancellationRequested)
            {
                if (attempt == options.MaxAttempts)
                {
                    log.LogWarning(conflict, "{UseCase} was overtaken {Attempts} times and given up", useCase, attempt);
                    return StoreRefusals.Busy();
                }
            }
            catch (Exception outage) when (Conflicts.IsOutage(outage) && !progress.IsCommitting && attempt < options.MaxAttempts && !ct.IsCancellationRequested)
            {
                log.LogWarning(outage, "The database was away during {UseCase}, attempt {Attempt}", useCase, attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), time, ct);
            }
        }
    }

    private async Task<Outcome<T>> Attempt<T>(
        Actor actor, RequestKey? request, SortedSet<LockKey> wanted, Func<ProcessUnit, CancellationToken, Task<Outcome<T>>> work, Progress progress, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var now = UtcTime.Truncate(time.GetUtcNow());
        if (request is not null && await RequestLog.FindAnswer<T>(db, request, now, ct) is { } answered)
        {
            return answered;
        }

        var locks = new LockSet(db, wanted);
        await locks.TakeWanted(ct);
        var unit = new ProcessUnit(db, actor, now, ids, locks, bundles, topics, options);
        var outcome = await work(unit, ct);
        progress.Target = unit.Instances.FirstOrDefault()?.Id;
        if (!outcome.IsAccepted)
        {
            return outcome;
        }

        var notice = await Store(unit, ct);
        if (request is not null)
        {
            await RequestLog.KeepAnswer(db, request, outcome.Value, ct);
        }

        progress.IsCommitting = true;
        await transaction.Commit(ct);
        _observers.ForEach(observer => observer.Committed(notice));
        return outcome;
    }

    private async Task<CommitNotice> Store(ProcessUnit unit, CancellationToken ct)
    {
        var changed = unit.Instances.Where(i => i.HasChanges).OrderBy(i => i.Id).ToList();
        var hasJobs = false;
        DateTimeOffset? nextTimer = null;
        foreach (var instance in changed)
        {
            var rows = new ProcessRows(unit, instance);
            await rows.Apply(ct);
            TaskEvents.Publish(unit, instance, rows);
            foreach (var projection in _projections[instance.SubjectKind])
            {
                await projection.Project(unit, instance, ct);
            }

            hasJobs |= rows.HasJobs;
            nextTimer = nextTimer is { } earliest && rows.NextTimer is { } next ? (earliest < next ? earliest : next) : nextTimer ?? rows.NextTimer;
        }

        // Instances first: their rows order the commits of a subject, and the outbox takes its numbers after them.
        var writer = new CommitWriter(unit.Db);
        foreach (var instance in changed)
        {
            await writer.Write(instance, unit.Now, ct);
        }

        await unit.Db.SaveChangesAsync(ct);
        return new([.. changed.Select(i => new ChangedInstance(i.Id, i.SubjectKind, i.NextVersion))], unit.HasOutbox, hasJobs, nextTimer);
    }

    private async Task LogRefusal(Actor actor, string useCase, IReadOnlyList<Refusal> refusals, Guid? target, CancellationToken ct)
    {
        var kept = refusals.Where(r => r.Kind is RefusalKind.Forbidden or RefusalKind.Rule).ToList();
        if (kept.Count == 0)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.AddRange(kept.Select(refusal => new SecurityEvent
        {
            Id = ids.Next(),
            At = UtcTime.Truncate(time.GetUtcNow()),
            AccountId = actor.AccountId,
            UseCase = useCase,
            Code = refusal.Code,
            Clause = refusal.Clause,
            Target = target?.ToString(),
        }));
        await db.SaveChangesAsync(ct);
    }

    private sealed class Progress
    {
        public bool IsCommitting { get; set; }

        public Guid? Target { get; set; }
    }
}
