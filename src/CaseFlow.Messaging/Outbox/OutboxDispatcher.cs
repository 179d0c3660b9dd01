using System.Collections.Concurrent;
using System.Text.Json;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts;
using CaseFlow.Messaging.DeadLetters;
using CaseFlow.Messaging.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.Outbox;

/// <summary>
/// Sends what lies in the outbox: at least once, in order within a subject, different subjects beside each other. A row is
/// removed when its message is safe; what is sent twice because the process died in between is the receivers' inbox's work.
/// </summary>
internal sealed partial class OutboxDispatcher(
    IDbContextFactory<CaseFlowDb> databases, IOutboxSender sender, DeadLetterShelf shelf, NodeName node, TimeProvider time, ILogger<OutboxDispatcher> log)
{
    /// <summary>How long a node keeps a bucket without saying so again; what a dead node held is free after it.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(20);

    /// <summary>How long one message may take, the retries of consumers in memory included.</summary>
    private static readonly TimeSpan SendTime = TimeSpan.FromSeconds(15);

    private const int BatchSize = 200;
    private const int SubjectsAtOnce = 8;

    /// <summary>Sends one batch of what is due.</summary>
    /// <returns>True when something was sent, so that there may be more.</returns>
    public async Task<bool> Deliver(CancellationToken ct)
    {
        var rows = await Take(ct);
        if (rows.Count == 0)
            return false;
        var sent = new ConcurrentBag<long>();
        var failed = new ConcurrentBag<Failure>();
        // Before the lease runs out another node must not be sending the same.
        using var end = new CancellationTokenSource(LeaseTime - TimeSpan.FromSeconds(2), time);
        using var leased = CancellationTokenSource.CreateLinkedTokenSource(ct, end.Token);
        var subjects = rows.GroupBy(row => row.SubjectId).Select(group => group.ToList());
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = SubjectsAtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(subjects, atOnce, async (subject, _) => await SendSubject(subject, sent, failed, leased.Token));
        await Store(sent, failed, ct);
        return !sent.IsEmpty;
    }

    private async Task<List<OutboxRow>> Take(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var until = now + LeaseTime;
        await using var db = await databases.CreateDbContextAsync(ct);
        var due = await db.Outbox.Where(o => o.AvailableAt <= now).Select(o => o.Bucket).Distinct().ToListAsync(ct);
        if (due.Count == 0)
            return [];
        await using (var transaction = await db.BeginWrite(ct))
        {
            await db.OutboxBuckets
                .Where(b => due.Contains(b.Bucket) && (b.LeasedBy == node.Value || b.LeasedUntil == null || b.LeasedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.LeasedBy, node.Value).SetProperty(b => b.LeasedUntil, until), ct);
            await transaction.Commit(ct);
        }

        var mine = await db.OutboxBuckets.Where(b => due.Contains(b.Bucket) && b.LeasedBy == node.Value).Select(b => b.Bucket).ToListAsync(ct);
        // A message that waits for its time holds back the later ones of its subject.
        return await db.Outbox.AsNoTracking()
            .Where(o => mine.Contains(o.Bucket) && o.AvailableAt <= now)
            .Where(o => !db.Outbox.Any(e => e.Bucket == o.Bucket && e.SubjectId == o.SubjectId && e.Sequence < o.Sequence && e.AvailableAt > now))
            .OrderBy(o => o.Sequence).Take(BatchSize).ToListAsync(ct);
    }

    private async Task SendSubject(List<OutboxRow> rows, ConcurrentBag<long> sent, ConcurrentBag<Failure> failed, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            if (ct.IsCancellationRequested)
                return;
            object message;
            try
            {
                message = ContractJson.Read(row.Type, row.Body);
            }
            catch (JsonException e)
            {
                // What cannot be read will never be: it is moved aside, and the later ones go on.
                failed.Add(new(row, e, IsUnreadable: true));
                continue;
            }

            try
            {
                using var end = new CancellationTokenSource(SendTime, time);
                using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct, end.Token);
                await sender.Send(row, message, enough.Token);
                sent.Add(row.Sequence);
            }
            catch (Exception e)
            {
                failed.Add(new(row, e, IsUnreadable: false));
                return;
            }
        }
    }

    private async Task Store(ConcurrentBag<long> sent, ConcurrentBag<Failure> failed, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var done = sent.ToList();
        foreach (var (row, cause, isUnreadable) in failed)
        {
            if (isUnreadable)
            {
                await shelf.Put(db, DeadLetterRow.Outbox, row.MessageId, row.Type, row.Body, DeadLetterShelf.CauseOf(cause), ct);
                done.Add(row.Sequence);
                continue;
            }

            var attempts = row.Attempts + 1;
            var again = time.GetUtcNow() + Pause(attempts);
            var error = cause.GetBaseException().GetType().Name;
            LogNotSent(log, row.MessageId, row.Type, attempts, error);
            await db.Outbox.Where(o => o.Sequence == row.Sequence).ExecuteUpdateAsync(
                set => set.SetProperty(o => o.Attempts, attempts).SetProperty(o => o.AvailableAt, again).SetProperty(o => o.LastError, error), ct);
        }

        await db.SaveChangesAsync(ct);
        await db.Outbox.Where(o => done.Contains(o.Sequence)).ExecuteDeleteAsync(ct);
        await transaction.Commit(ct);
    }

    /// <summary>Half a second, doubled each time, at most half a minute: a broker that returns gets everything within that.</summary>
    private static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(0.5 * Math.Pow(2, Math.Min(attempts - 1, 10)), 30));

    private sealed record Failure(OutboxRow Row, Exception Cause, bool IsUnreadable);

    [LoggerMessage(LogLevel.Warning, "Message {MessageId} of type {Type} was not sent, attempt {Attempts}: {Error}. It is tried again.")]
    private static partial void LogNotSent(ILogger log, Guid messageId, string type, int attempts, string error);
}
