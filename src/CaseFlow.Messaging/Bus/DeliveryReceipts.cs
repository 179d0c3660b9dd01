using System.Collections.Concurrent;
using System.Globalization;
using MassTransit;

namespace CaseFlow.Messaging.Bus;

/// <summary>
/// Says when a message sent inside the process has been handled at every queue that gets it. RabbitMQ keeps what it has
/// confirmed; the in-memory transport forgets when the process dies, so there the outbox row must stay until then.
/// </summary>
internal sealed class DeliveryReceipts(IReadOnlyCollection<BusEndpoint> endpoints) : IReceiveObserver
{
    /// <summary>Header that carries the receipt's number: the same message may be under way twice.</summary>
    public const string Header = "caseflow-receipt";

    private readonly ConcurrentDictionary<long, Open> _open = new();
    private long _last;

    /// <summary>Begins to wait for one sending of a message of this type; to be disposed when it has been waited for.</summary>
    public DeliveryReceipt Expect(Type message)
    {
        var number = Interlocked.Increment(ref _last);
        var open = new Open(endpoints.Count(endpoint => endpoint.Messages.Contains(message)));
        _open[number] = open;
        return new(number, open.Done.Task, () => _open.TryRemove(number, out _));
    }

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context)
    {
        Find(context)?.Handled();
        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception)
    {
        Find(context)?.Done.TrySetException(exception);
        return Task.CompletedTask;
    }

    private Open? Find(ReceiveContext context) =>
        context.TransportHeaders.TryGetHeader(Header, out var value) && long.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var number)
            ? _open.GetValueOrDefault(number)
            : null;

    private sealed class Open
    {
        private int _left;

        public Open(int queues)
        {
            _left = queues;
            if (queues == 0)
                Done.SetResult();
        }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Handled()
        {
            if (Interlocked.Decrement(ref _left) == 0)
                Done.TrySetResult();
        }
    }
}

/// <summary>The wait for one sending.</summary>
/// <param name="Number">To be sent along in <see cref="DeliveryReceipts.Header"/>.</param>
/// <param name="Handled">Ends when all queues have handled the message or moved it aside, and fails when one could do neither.</param>
internal sealed record DeliveryReceipt(long Number, Task Handled, Action Forget) : IDisposable
{
    public void Dispose() => Forget();
}
