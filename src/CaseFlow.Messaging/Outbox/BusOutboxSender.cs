using System.Globalization;
using CaseFlow.Cases.Storage;
using CaseFlow.Messaging.Bus;
using MassTransit;

namespace CaseFlow.Messaging.Outbox;

/// <summary>Publishes on the bus and waits for the broker's confirmation, or in memory for all consumers.</summary>
internal sealed class BusOutboxSender(IBusControl bus, BusOptions options, DeliveryReceipts receipts) : IOutboxSender
{
    public async Task Send(OutboxRow row, object message, CancellationToken ct)
    {
        await UntilQueuesStand(ct);
        // RabbitMQ answers with its confirmation; in memory the answer is that every consumer is done.
        using var receipt = options.Transport == BusTransport.InMemory ? receipts.Expect(message.GetType()) : null;
        await bus.Publish(message, message.GetType(), Pipe.Execute<PublishContext>(context =>
        {
            context.MessageId = row.MessageId;
            context.GetOrAddPayload(() => new MessageStamp(row.OccurredAt, row.TraceParent));
            if (receipt is not null)
                context.Headers.Set(DeliveryReceipts.Header, receipt.Number.ToString(CultureInfo.InvariantCulture));
        }), ct);
        if (receipt is not null)
            await receipt.Handled.WaitAsync(ct);
    }

    /// <summary>
    /// RabbitMQ confirms a message that no queue is there for, and throws it away. On a broker that is new, or has lost its
    /// disk, nothing is sent before the queues of this node have been declared.
    /// </summary>
    private async Task UntilQueuesStand(CancellationToken ct)
    {
        if (options.Transport == BusTransport.InMemory || bus.CheckHealth().Status == BusHealthStatus.Healthy)
            return;
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, ct);
        if (bus.CheckHealth().Status != BusHealthStatus.Healthy)
            throw new IOException("The broker's queues are not there yet.");
    }
}
