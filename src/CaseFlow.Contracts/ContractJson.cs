using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CaseFlow.Contracts;

/// <summary>How messages look as JSON: camelCase, no nulls, ISO dates. Unknown members are ignored, missing required ones refused.</summary>
public static class ContractJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a message of <see cref="ContractMap"/>.</summary>
    /// <exception cref="ArgumentException">The message's type is not in the map.</exception>
    public static byte[] Write(object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ContractMap.NameOf(message.GetType()) is null
            ? throw new ArgumentException($"{message.GetType()} is not in the contract map.", nameof(message))
            : JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), Options);
    }

    /// <summary>Reads a message by its CloudEvents type.</summary>
    /// <exception cref="JsonException">The type is not in the map, or the JSON is not that message.</exception>
    public static object Read(string name, ReadOnlySpan<byte> json)
    {
        var type = ContractMap.TypeOf(name) ?? throw new JsonException($"The message type '{name}' is unknown.");
        return JsonSerializer.Deserialize(json, type, Options) ?? throw new JsonException($"A message '{name}' cannot be null.");
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = 32,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AbsentMeansNull } },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A nullable member may be absent, as we leave out nulls ourselves; every other member must be there.</summary>
    private static void AbsentMeansNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired = property.AssociatedParameter is { IsNullable: false };
    }
}
