using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using static CaseFlow.Cases.Tests.Workflows.WorkflowFolder;

namespace CaseFlow.Cases.Tests.Workflows;

/// <summary>A scenario as <c>workflows/README.md</c> describes the format.</summary>
internal sealed record ScenarioFile(string Path, DateTime Start, IReadOnlyList<ScenarioStep> Steps, JsonObject Expect)
{
    public static ScenarioFile Read(string path)
    {
        var stream = new YamlStream();
        using var text = new StringReader(Get(path).Text);
        stream.Load(text);
        var root = (JsonObject)Json(stream.Documents[0].RootNode)!; // a scenario is a mapping
        return new(path, Moment(root["start"]) ?? throw new FormatException($"{path} has no start."),
            [.. ((JsonArray)root["steps"]!).Select(ReadStep)], root["expect"] as JsonObject ?? []); // a scenario has steps
    }

    private static ScenarioStep ReadStep(JsonNode? node) =>
        new(Text(node, "do") ?? "", Moment(node?["on"]), Text(node, "as"), Text(node, "case"), Text(node, "meeting"), node?["with"] as JsonObject ?? [], node?["expect"] as JsonObject ?? []);

    private static string? Text(JsonNode? node, string name) => node?[name]?.ToString();

    private static DateTime? Moment(JsonNode? node) =>
        node is null ? null : DateTime.Parse(node.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.None);

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Select(pair => KeyValuePair.Create(pair.Key.ToString(), Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain } plain when decimal.TryParse(plain.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };
}

/// <summary>Who does what when, and what then holds.</summary>
internal sealed record ScenarioStep(string Do, DateTime? On, string? As, string? Case, string? Meeting, JsonObject With, JsonObject Expect);
