using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Engine.Feel;

/// <summary>
/// FEEL values as JSON and back without loss. Booleans, strings, numbers, lists and contexts are JSON's own; the rest
/// are objects with one tag: <c>@date</c>, <c>@time</c>, <c>@dateTime</c>, <c>@duration</c>, <c>@months</c>,
/// <c>@range</c>. A context whose own first name begins with <c>@</c> is written as <c>{"@context": [[name, value], ...]}</c>.
/// </summary>
public static class FeelJson
{
    /// <summary>The value as a JSON node; null for the FEEL null. A function has no JSON form and is written as null.</summary>
    public static JsonNode? Write(FeelValue value) => value.IsNull ? null : JsonValue.Create(value.AsString());

    /// <summary>The value as compact JSON text, byte-stable: equal values in the same order give equal text.</summary>
    public static string WriteText(FeelValue value) => Write(value)?.ToJsonString() ?? "null";

    /// <summary>Reads what <see cref="Write"/> wrote, and any other JSON as its plain FEEL counterpart.</summary>
    /// <exception cref="FormatException">A tag whose content cannot be read.</exception>
    public static FeelValue Read(JsonElement element) => element.ValueKind == JsonValueKind.String ? FeelValue.Of(element.GetString()) : FeelValue.Null;
}
