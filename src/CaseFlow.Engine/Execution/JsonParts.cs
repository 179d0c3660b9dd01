using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>The parts that stored facts and stored state are made of. Properties always in the same order, so the bytes are stable.</summary>
internal static class JsonParts
{
    /// <summary>Unescaped Swedish letters, no white space.</summary>
    internal static readonly JsonWriterOptions Canonical = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Head(Utf8JsonWriter writer, long key, string elementId)
    {
        writer.WriteNumber("key", key);
        writer.WriteString("element", elementId);
    }

    internal static void Owner(Utf8JsonWriter writer, long elementKey) => writer.WriteNumber("owner", elementKey);

    internal static void Optional(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    internal static void Time(Utf8JsonWriter writer, string name, DateTimeOffset time) =>
        writer.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    internal static void Repeats(Utf8JsonWriter writer, int left, string? every)
    {
        if (left != 0)
            writer.WriteNumber("repeats", left);
        Optional(writer, "every", every);
    }

    internal static void Value(Utf8JsonWriter writer, string name, FeelValue value)
    {
        writer.WritePropertyName(name);
        WriteValue(writer, value);
    }

    internal static void WriteValue(Utf8JsonWriter writer, FeelValue value)
    {
        if (FeelJson.Write(value) is { } node)
            node.WriteTo(writer);
        else
            writer.WriteNullValue();
    }

    internal static void Context(Utf8JsonWriter writer, string name, FeelContext context) => Value(writer, name, FeelValue.Of(context));

    internal static void Numbers(Utf8JsonWriter writer, string name, IReadOnlyList<int> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    internal static void Assignment(Utf8JsonWriter writer, TaskAssignment assignment)
    {
        writer.WriteStartArray("candidates");
        foreach (var candidate in assignment.Candidates)
        {
            writer.WriteStartObject();
            writer.WriteString("role", candidate.Role);
            Optional(writer, "side", candidate.Side);
            Optional(writer, "area", candidate.Area);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Optional(writer, "form", assignment.FormKey);
        Optional(writer, "command", assignment.CommandName);
    }

    internal static long Key(JsonElement element) => Number(element, "key");

    internal static string Element(JsonElement element) => Text(element, "element");

    internal static long Owner(JsonElement element) => Number(element, "owner");

    internal static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");

    internal static string? OptionalText(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    internal static long Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    internal static DateTimeOffset Time(JsonElement element, string name) => element.GetProperty(name).GetDateTimeOffset();

    internal static int Repeats(JsonElement element) => element.TryGetProperty("repeats", out var left) ? left.GetInt32() : 0;

    internal static FeelValue Value(JsonElement element, string name) => FeelJson.Read(element.GetProperty(name));

    internal static FeelContext Context(JsonElement element, string name) => Value(element, name).AsContext() ?? FeelContext.Empty;

    internal static IReadOnlyList<int> Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(n => n.GetInt32())];

    internal static TaskAssignment Assignment(JsonElement element) => new(
        [.. element.GetProperty("candidates").EnumerateArray().Select(c => new TaskCandidate(Text(c, "role"), OptionalText(c, "side"), OptionalText(c, "area")))],
        OptionalText(element, "form"),
        OptionalText(element, "command"));

    internal static string StageName(LifecycleStage stage) => stage switch
    {
        LifecycleStage.Arrive => "arrive",
        LifecycleStage.Run => "run",
        LifecycleStage.Complete => "complete",
        LifecycleStage.Leave => "leave",
    };

    internal static LifecycleStage Stage(JsonElement element) => Text(element, "stage") switch
    {
        "arrive" => LifecycleStage.Arrive,
        "run" => LifecycleStage.Run,
        "complete" => LifecycleStage.Complete,
        "leave" => LifecycleStage.Leave,
        var other => throw new FormatException($"The stage {other} is not known."),
    };
}
