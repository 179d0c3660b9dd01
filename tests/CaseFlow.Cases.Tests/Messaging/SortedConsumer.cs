using System.Collections.Concurrent;
using System.Threading.Channels;
using CaseFlow.Cases.Notifications;
using CaseFlow.Contracts.Sorting;
using CaseFlow.Messaging.Inbox;
using MassTransit;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>A consumer whose effect is a row, and whose failures the test chooses.</summary>
internal sealed class SortedConsumer(ConsumerUnit unit, ConsumerScript script) : IConsumer<CaseSorted>
{
    public async Task Consume(ConsumeContext<CaseSorted> context)
    {
        var message = context.Message;
        unit.Db.Add(new Notice
        {
            Id = Guid.CreateVersion7(),
            AccountId = "effect",
            Template = message.Outcome,
            CaseId = message.CaseId,
            Number = $"{message.Version}",
            Codes = "{}",
        });
        await script.Act(message, context.CancellationToken);
        script.Handled(message);
    }
}

internal sealed class ConsumerScript
{
    private readonly ConcurrentDictionary<(Guid, long), int> _attempts = new();
    private readonly Channel<CaseSorted> _handled = Channel.CreateUnbounded<CaseSorted>();

    /// <summary>Called with the message and the number of the attempt, from 1.</summary>
    public Func<CaseSorted, int, CancellationToken, Task> OnConsume { get; set; } = (_, _, _) => Task.CompletedTask;

    public Task Act(CaseSorted message, CancellationToken ct) =>
        OnConsume(message, _attempts.AddOrUpdate((message.CaseId, message.Version), 1, (_, attempts) => attempts + 1), ct);

    public void Handled(CaseSorted message) => _handled.Writer.TryWrite(message);

    /// <summary>The next message that the consumer got through, waiting for it.</summary>
    public async Task<CaseSorted> Next()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _handled.Reader.ReadAsync(enough.Token);
    }
}
