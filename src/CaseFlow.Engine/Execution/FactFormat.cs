using System.Text.Json;

namespace CaseFlow.Engine.Execution;

/// <summary>How one type of fact is written and read. The name and the version are for ever; a new shape is a new version beside the old.</summary>
internal sealed record FactFormat(Type Type, string Name, int Version, Action<Utf8JsonWriter, Fact> Write, Func<JsonElement, Fact> Read)
{
    internal static FactFormat Of<T>(string name, Action<Utf8JsonWriter, T> write, Func<JsonElement, T> read)
        where T : Fact => new(typeof(T), name, 1, (writer, fact) => write(writer, (T)fact), element => read(element));
}
