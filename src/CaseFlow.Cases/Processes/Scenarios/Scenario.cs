using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>A declared scenario, as <c>workflows/README.md</c> describes the format: who does what when, and what then holds.</summary>
/// <param name="IsDemo">Also loaded as a demonstration case.</param>
/// <param name="Start">Swedish local time at which the clock stands first.</param>
/// <param name="Accounts">Named persons and the roles that each holds, as <c>role@side-or-area</c>.</param>
/// <param name="Expect">What must hold at the end.</param>
public sealed record Scenario(
    string Path, string Name, bool IsDemo, DateTime Start, IReadOnlyDictionary<string, IReadOnlyList<string>> Accounts, IReadOnlyList<ScenarioStep> Steps, JsonObject Expect)
{
    private const string Folder = "scenarios";

    /// <summary>The scenario files of a workflows folder, or the file itself; sorted by path.</summary>
    public static IReadOnlyList<string> FilesIn(string fileOrFolder) =>
        File.Exists(fileOrFolder)
            ? [fileOrFolder]
            : [.. Directory.EnumerateFiles(fileOrFolder, "*.yaml", SearchOption.AllDirectories).Where(IsScenario).Order(StringComparer.Ordinal)];

    /// <exception cref="FormatException">The file is no scenario; the message says why.</exception>
    public static Scenario Read(string path, string text)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(reader);
            return stream.Documents is [{ RootNode: YamlMappingNode root }] && Json(root) is JsonObject json
                ? Read(path, json)
                : throw new FormatException($"{path} is not a mapping.");
        }
        catch (YamlException fault)
        {
            throw new FormatException($"{path}:{fault.Start.Line}: {fault.Message}", fault);
        }
    }

    private static Scenario Read(string path, JsonObject root) => new(
        path,
        TextOf(root, "name") ?? path,
        TextOf(root, "demo") == "true",
        MomentOf(root["start"]) ?? throw new FormatException($"{path} has no start."),
        (root["accounts"] as JsonObject ?? []).ToDictionary(a => a.Key, a => ScenarioValues.Texts(a.Value), StringComparer.Ordinal),
        [.. (root["steps"] as JsonArray ?? throw new FormatException($"{path} has no steps.")).Select(ReadStep)],
        root["expect"] as JsonObject ?? []);

    private static ScenarioStep ReadStep(JsonNode? node) => new(
        TextOf(node, "do") ?? throw new FormatException("A step without 'do'."), MomentOf(node?["on"]), TextOf(node, "as"), TextOf(node, "case"), TextOf(node, "meeting"),
        node?["with"] as JsonObject ?? [], node?["expect"] as JsonObject ?? []);

    private static bool IsScenario(string file) => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(file)) == Folder;

    private static string? TextOf(JsonNode? node, string name) => node?[name]?.ToString();

    private static DateTime? MomentOf(JsonNode? node) =>
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

/// <summary>One step of a scenario.</summary>
/// <param name="Do">A verb, a command's name or an element's id.</param>
/// <param name="On">Swedish local time; null leaves the clock where it is.</param>
/// <param name="As"><c>role@side-or-area</c>, a role alone, or a key of the scenario's accounts.</param>
/// <param name="With">The form's fields.</param>
public sealed record ScenarioStep(string Do, DateTime? On, string? As, string? Case, string? Meeting, JsonObject With, JsonObject Expect);

/// <summary>What became of a scenario.</summary>
/// <param name="Failures">What did not hold, each with its step; empty when all did.</param>
public sealed record ScenarioResult(Scenario Scenario, IReadOnlyList<string> Failures)
{
    public bool IsPassed => Failures.Count == 0;
}
