using System.Net.Mime;
using CaseFlow.Contracts;
using MassTransit;
using MassTransit.Serialization;

namespace CaseFlow.Messaging.Bus;

/// <summary>MassTransit's messages as CloudEvents 1.0. It is the only serializer of the bus: other content types are read as CloudEvents too, and so refused when they are not.</summary>
/// <param name="source">CloudEvents <c>source</c> of what this installation sends.</param>
internal sealed class CloudEventsSerializer(string source, TimeProvider time) : ISerializerFactory, IMessageSerializer, IMessageDeserializer
{
    public ContentType ContentType { get; } = new(CloudEvent.MediaType);

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class
    {
        var name = ContractMap.NameOf(context.Message.GetType())
            ?? throw new System.Runtime.Serialization.SerializationException($"{context.Message.GetType()} is not in the contract map.");
        var id = context.MessageId ?? throw new System.Runtime.Serialization.SerializationException($"A message '{name}' was to be sent without an id.");
        var stamp = context.TryGetPayload(out MessageStamp? given) ? given : new MessageStamp(time.GetUtcNow(), TraceParent: null);
        var message = new CloudEvent(
            id.ToString(), source, name, ContractMap.SubjectOf(context.Message), stamp.OccurredAt, stamp.TraceParent, context.Message);
        return new BytesMessageBody(message.Write());
    }

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        new CloudEventContext(this, CloudEvent.Read(body.GetBytes()), headers, destinationAddress);

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public void Probe(ProbeContext context) => context.CreateScope("json").Add("contentType", CloudEvent.MediaType);
}

/// <summary>When a message's event happened and under which trace; put on the send context by whoever sends.</summary>
internal sealed record MessageStamp(DateTimeOffset OccurredAt, string? TraceParent);
