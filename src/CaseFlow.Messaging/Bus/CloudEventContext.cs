using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CaseFlow.Contracts;
using MassTransit;
using MassTransit.Metadata;
using MassTransit.Serialization;

namespace CaseFlow.Messaging.Bus;

/// <summary>A CloudEvent that was received, as MassTransit wants to see it. It has one type, its own: no base types, no other shapes.</summary>
internal sealed class CloudEventContext(CloudEventsSerializer serializer, CloudEvent received, Headers headers, Uri? destination)
    : BaseSerializerContext(
        SystemTextJsonMessageSerializer.Instance,
        new Envelope(received, headers, destination),
        [MessageUrn.ForTypeString(received.Message.GetType())])
{
    public override bool IsSupportedMessageType<T>() => typeof(T) == received.Message.GetType();

    public override bool IsSupportedMessageType(Type messageType) => messageType == received.Message.GetType();

    public override bool TryGetMessage<T>([NotNullWhen(true)] out T? message)
        where T : class
    {
        message = IsSupportedMessageType<T>() ? (T)received.Message : null;
        return message is not null;
    }

    public override bool TryGetMessage(Type messageType, [NotNullWhen(true)] out object? message)
    {
        message = IsSupportedMessageType(messageType) ? received.Message : null;
        return message is not null;
    }

    public override IMessageSerializer GetMessageSerializer() => serializer;

    public override IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) => serializer;

    public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) => serializer;

    public override Dictionary<string, object> ToDictionary<T>(T? message)
        where T : class =>
        message is null
            ? new(StringComparer.OrdinalIgnoreCase)
            : JsonSerializer.SerializeToElement(message, ContractJson.Options).Deserialize<Dictionary<string, object>>() ?? new(StringComparer.OrdinalIgnoreCase);

    private sealed class Envelope(CloudEvent received, Headers headers, Uri? destination) : MessageContext
    {
        public Guid? MessageId { get; } = received.MessageId;

        public Guid? RequestId => null;

        public Guid? CorrelationId => null;

        public Guid? ConversationId => null;

        public Guid? InitiatorId => null;

        public DateTime? ExpirationTime => null;

        public Uri? SourceAddress => null;

        public Uri? DestinationAddress => destination;

        public Uri? ResponseAddress => null;

        public Uri? FaultAddress => null;

        public DateTime? SentTime => received.Time?.UtcDateTime;

        public Headers Headers => headers;

        public HostInfo Host => HostMetadataCache.Empty;
    }
}
