using System.Buffers;
using System.Text.Json;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// Facts as they are stored: a stable name, a version, and canonical JSON (fixed order of properties, no white space,
/// what is absent is left out), so that the same fact always has the same bytes and a hash over them means something.
/// </summary>
public static class FactJson
{
    /// <summary>The stored form of a fact, always in its newest version.</summary>
    public static (string Name, int Version, byte[] Json) Write(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var format = FactFormats.ByType[fact.GetType()];
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer, JsonParts.Canonical))
        {
            writer.WriteStartObject();
            format.Write(writer, fact);
            writer.WriteEndObject();
        }

        return (format.Name, format.Version, buffer.WrittenSpan.ToArray());
    }

    /// <summary>Reads any version that was ever written.</summary>
    /// <exception cref="FormatException">The name and version are not known, or the bytes are not such a fact.</exception>
    public static Fact Read(string name, int version, ReadOnlyMemory<byte> json)
    {
        if (!FactFormats.ByName.TryGetValue((name, version), out var format))
            throw new FormatException($"The fact {name} version {version} is not known.");
        try
        {
            using var document = JsonDocument.Parse(json);
            return format.Read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The bytes are no {name} version {version}.", fault);
        }
    }
}
