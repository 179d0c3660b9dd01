using CaseFlow.Cases.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Messaging.Inbox;

/// <summary>
/// Lets each consumer act once on a message, however often and after whatever time it comes again: the mark is stored in
/// the same transaction as what the consumer did, and is never removed.
/// </summary>
/// <remarks>
/// The transaction writes, so on SQLite nobody else writes meanwhile: a consumer behind this filter adds rows through
/// <see cref="ConsumerUnit"/> and calls nothing else. Commands need no inbox, since their request id does the same.
/// </remarks>
internal sealed class InboxFilter<T>(ConsumerUnit unit, TimeProvider time) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var id = context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be told from its repeat.");
        var consumer = context.ReceiveContext.InputAddress.AbsolutePath.Split('/')[^1];
        var ct = context.CancellationToken;
        await using var transaction = await unit.Db.BeginWrite(ct);
        if (await unit.Db.Inbox.AnyAsync(i => i.MessageId == id && i.Consumer == consumer, ct))
        {
            // Without this MassTransit takes the message for one that nobody handles, and it would be moved aside.
            await context.NotifyConsumed(TimeSpan.Zero, consumer);
            return;
        }

        // Written before the work, so that a repeat on another node waits here for the outcome instead of working too.
        unit.Db.Inbox.Add(new InboxRow { MessageId = id, Consumer = consumer, ReceivedAt = time.GetUtcNow() });
        await unit.Db.SaveChangesAsync(ct);
        await next.Send(context);
        await unit.Db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
}
