using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Cases.Forms;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>Values of a scenario's <c>with:</c> and <c>expect:</c> as the use cases take them.</summary>
internal static class ScenarioValues
{
    public static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list.Select(t => t?.ToString() ?? "")],
        _ => [node.ToString()],
    };

    public static string Text(this JsonObject with, string key) => with[key]?.ToString() ?? "";

    public static bool Flag(this JsonObject with, string key, bool otherwise) => with[key] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    public static int Number(this JsonObject with, string key) => int.Parse(with.Text(key), CultureInfo.InvariantCulture);

    public static DateOnly? Date(this JsonObject with, string key) => with[key] is { } date ? DateOnly.Parse(date.ToString(), CultureInfo.InvariantCulture) : null;

    public static TimeOnly Time(this JsonObject with, string key) => TimeOnly.Parse(with.Text(key), CultureInfo.InvariantCulture);

    public static FormAnswers Answers(this JsonObject with) =>
        FormAnswers.FromJson(with.ToDictionary(p => p.Key, p => JsonSerializer.SerializeToElement(p.Value), StringComparer.Ordinal));

    /// <summary>As a variable: dates by their form.</summary>
    public static FeelValue Variable(JsonNode? node) => node switch
    {
        null => FeelValue.Null,
        JsonArray list => FeelValue.Of([.. list.Select(Variable)]),
        JsonValue value when value.TryGetValue(out bool flag) => FeelValue.Of(flag),
        JsonValue value when value.TryGetValue(out decimal number) => FeelValue.Of(number),
        _ when DateOnly.TryParseExact(node.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => FeelValue.Of(date),
        _ => FeelValue.Of(node.ToString()),
    };
}
