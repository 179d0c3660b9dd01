using CaseFlow.Cases.Storage;

namespace CaseFlow.Messaging.Outbox;

/// <summary>Hands one message over. When it returns, the message cannot be lost any more; an exception means that it may or may not have gone.</summary>
internal interface IOutboxSender
{
    /// <param name="message">What the row's body holds.</param>
    Task Send(OutboxRow row, object message, CancellationToken ct);
}
