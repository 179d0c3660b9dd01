using System.Runtime.Serialization;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts;
using CaseFlow.Messaging.Bus;
using CaseFlow.Messaging.Hosting;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.DeadLetters;

/// <summary>Hands messages over again that the administrator has asked for: to the queue they came from, with the id they had.</summary>
internal sealed class DeadLetterRunner(
    IDbContextFactory<CaseFlowDb> databases, IBus bus, Ids ids, Wakes wakes, TimeProvider time, ILogger<DeadLetterRunner> log)
    : PollingLoop(wakes.DeadLetters, time, TimeSpan.FromSeconds(2), log)
{
    private readonly TimeProvider _time = time;

    /// <summary>Marks a message that comes again.</summary>
    public const string Header = "caseflow-again";

    protected override Task<bool> Work(CancellationToken ct) => RunOne(ct);

    /// <summary>Hands one over. Twice does no harm: the receiver's inbox knows the id.</summary>
    /// <returns>True when there was one.</returns>
    public async Task<bool> RunOne(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.Set<DeadLetterRow>().AsNoTracking().Where(d => d.AgainAt != null && d.SettledAt == null)
            .OrderBy(d => d.AgainAt).FirstOrDefaultAsync(ct);
        if (row is null)
            return false;
        if (row.Queue == DeadLetterRow.Outbox)
        {
            await PutInOutbox(db, row, ct);
            return true;
        }

        CloudEvent message;
        try
        {
            message = CloudEvent.Read(row.Body);
        }
        catch (SerializationException e)
        {
            await HandedOver(db, row, e.Message, settled: false, ct);
            return true;
        }

        var queue = await bus.GetSendEndpoint(new Uri($"queue:{row.Queue}"));
        await queue.Send(message.Message, message.Message.GetType(), Pipe.Execute<SendContext>(context =>
        {
            context.MessageId = message.MessageId;
            context.Headers.Set(Header, "1");
            context.GetOrAddPayload(() => new MessageStamp(message.Time ?? row.FailedAt, message.TraceParent));
        }), ct);
        await HandedOver(db, row, row.Cause, settled: false, ct);
        return true;
    }

    private async Task PutInOutbox(CaseFlowDb db, DeadLetterRow row, CancellationToken ct)
    {
        try
        {
            var message = ContractJson.Read(row.Type ?? "", row.Body);
            var subject = ContractMap.SubjectOf(message)?.Split('/')[^1];
            var subjectId = Guid.TryParse(subject, out var id) ? id : row.Id;
            var now = _time.GetUtcNow();
            db.Outbox.Add(new OutboxRow
            {
                MessageId = row.MessageId ?? ids.Next(),
                SubjectId = subjectId,
                Bucket = OutboxRow.BucketOf(subjectId),
                Type = row.Type ?? "",
                Body = row.Body,
                OccurredAt = row.FailedAt,
                AvailableAt = now,
            });
            await HandedOver(db, row, row.Cause, settled: true, ct);
            wakes.Outbox.Call();
        }
        catch (System.Text.Json.JsonException e)
        {
            await HandedOver(db, row, DeadLetterShelf.CauseOf(e), settled: false, ct);
        }
    }

    private async Task HandedOver(CaseFlowDb db, DeadLetterRow row, string cause, bool settled, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        await using var transaction = await db.BeginWrite(ct);
        await db.SaveChangesAsync(ct);
        // Only the wish that was read: a failure or a new wish in between stands.
        await db.Set<DeadLetterRow>().Where(d => d.Id == row.Id && d.AgainAt == row.AgainAt).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.AgainAt, (DateTimeOffset?)null).SetProperty(d => d.Cause, cause)
                .SetProperty(d => d.SettledAt, settled ? now : (DateTimeOffset?)null), ct);
        await transaction.Commit(ct);
    }
}
