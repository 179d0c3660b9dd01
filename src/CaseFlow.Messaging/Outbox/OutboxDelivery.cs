using CaseFlow.Messaging.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.Outbox;

/// <summary>Keeps the outbox empty: woken by commits on this node, and looking twice a second for those of others.</summary>
internal sealed class OutboxDelivery(OutboxDispatcher dispatcher, Wakes wakes, TimeProvider time, ILogger<OutboxDelivery> log)
    : PollingLoop(wakes.Outbox, time, TimeSpan.FromMilliseconds(500), log)
{
    protected override Task<bool> Work(CancellationToken ct) => dispatcher.Deliver(ct);
}
