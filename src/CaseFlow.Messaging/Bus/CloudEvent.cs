using System.Buffers;
using System.Globalization;
using System.Runtime.Serialization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseFlow.Contracts;

namespace CaseFlow.Messaging.Bus;

/// <summary>A message in CloudEvents 1.0 structured mode.</summary>
/// <param name="Id">Unique together with <paramref name="Source"/>; ours are GUIDs.</param>
/// <param name="Type">A name of <see cref="ContractMap"/>.</param>
/// <param name="TraceParent">W3C trace context, CloudEvents' distributed tracing extension.</param>
internal sealed record CloudEvent(
    string Id, string Source, string Type, string? Subject, DateTimeOffset? Time, string? TraceParent, object Message)
{
    public const string MediaType = "application/cloudevents+json";

    /// <summary>Largest body that is read; ours are below a few kilobytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly JsonWriterOptions Writing = new() { Encoder = ContractJson.Options.Encoder };
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = ContractJson.Options.MaxDepth };

    /// <summary>The id as a GUID: itself when it is one, else the same made-up one each time for the same source and id.</summary>
    public Guid MessageId => Guid.TryParse(Id, out var id)
        ? id
        : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{Source}\n{Id}")).AsSpan(0, 16), bigEndian: true);

    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", Id);
            json.WriteString("source", Source);
            json.WriteString("type", Type);
            if (Subject is not null)
                json.WriteString("subject", Subject);
            if (Time is { } time)
                json.WriteString("time", time.ToString("yyyy-MM-ddTHH:mm:ss.fffK", CultureInfo.InvariantCulture));
            if (TraceParent is not null)
                json.WriteString("traceparent", TraceParent);
            json.WriteString("datacontenttype", "application/json");
            json.WritePropertyName("data");
            json.WriteRawValue(ContractJson.Write(Message), skipInputValidation: true);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a message from outside. Only types of <see cref="ContractMap"/> are made; nothing in the message can name another.</summary>
    /// <exception cref="SerializationException">It is not a CloudEvent, or not one of ours. The text says why and repeats nothing of the data.</exception>
    public static CloudEvent Read(byte[] body)
    {
        if (body.Length > MaxBytes)
            throw new SerializationException($"The message has {body.Length} bytes; at most {MaxBytes} are read.");
        try
        {
            using var document = JsonDocument.Parse(body, Reading);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "specversion") != "1.0")
                throw new SerializationException("The message is not a CloudEvent 1.0 in structured JSON.");
            var type = Required(root, "type");
            if (ContractMap.TypeOf(type) is not { } contract)
                throw new SerializationException($"The message type '{Shortened(type)}' is unknown.");
            if (!root.TryGetProperty("data", out var data))
                throw new SerializationException($"The message '{type}' has no data.");
            var message = data.Deserialize(contract, ContractJson.Options)
                ?? throw new SerializationException($"The data of '{type}' is null.");
            return new(Required(root, "id"), Required(root, "source"), type, Text(root, "subject"), Moment(root), Text(root, "traceparent"), message);
        }
        catch (JsonException e)
        {
            throw new SerializationException($"The message is not valid: {e.Path ?? "its JSON cannot be read"}.", e);
        }
    }

    private static string Required(JsonElement root, string name) =>
        Text(root, name) is { Length: > 0 } text ? text : throw new SerializationException($"The CloudEvent has no '{name}'.");

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Moment(JsonElement root) =>
        root.TryGetProperty("time", out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;

    private static string Shortened(string text) => text.Length <= 100 ? text : text[..100];
}
