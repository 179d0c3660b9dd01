using MassTransit;

namespace CaseFlow.Messaging.DeadLetters;

/// <summary>When a message that had been moved aside comes again and succeeds, its row is settled.</summary>
internal sealed class SettleFilter<T>(DeadLetterShelf shelf) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        await next.Send(context);
        if (context.MessageId is { } id && context.Headers.TryGetHeader(DeadLetterRunner.Header, out _))
            await shelf.Settle(context.ReceiveContext.InputAddress.AbsolutePath.Split('/')[^1], id, context.CancellationToken);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("settle");
}
