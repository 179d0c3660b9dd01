using MassTransit;

namespace CaseFlow.Messaging.DeadLetters;

/// <summary>Where a message goes when its last retry failed, or when it could not be read. It fails itself when the row cannot be stored: then the broker keeps the message.</summary>
internal sealed class FailedMessageFilter(DeadLetterShelf shelf, string queue) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await shelf.Put(queue, context.Body.GetBytes(), DeadLetterShelf.CauseOf(context.Exception), context.CancellationToken);
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("deadLetter");
}

/// <summary>Where a message goes whose type nobody at this queue handles.</summary>
internal sealed class UnhandledMessageFilter(DeadLetterShelf shelf, string queue) : IFilter<ReceiveContext>
{
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        await shelf.Put(queue, context.Body.GetBytes(), "No consumer of this queue handles the message's type.", context.CancellationToken);
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("deadLetter");
}
