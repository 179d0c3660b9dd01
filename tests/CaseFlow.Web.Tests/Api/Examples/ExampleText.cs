using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CaseFlow.Web.Tests.Api.Examples;

/// <summary>Makes a body that was sent or answered into an example: what differs from run to run gets fixed values of the same kind, long lists are cut, secrets are taken out.</summary>
internal sealed partial class ExampleText
{
    private const int Longest = 3;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public static string Of(JsonNode body) => new ExampleText().Fixed(body, null)!.ToJsonString(Written) + "\n";

    private JsonNode? Fixed(JsonNode? node, string? key) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => new KeyValuePair<string, JsonNode?>(m.Key, Fixed(m.Value, m.Key)))),
        JsonArray items => new JsonArray([.. items.Take(Longest).Select(i => Fixed(i, null))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Text(text, key),
        // Counts facts, of which some come from jobs beside the request.
        JsonValue when key is "version" or "sequence" => 3,
        JsonValue value when key?.Contains("days", StringComparison.OrdinalIgnoreCase) == true && value.ToJsonString().Contains('.', StringComparison.Ordinal) => 3.5,
        _ => node?.DeepClone(),
    };

    private string Text(string text, string? key) => key switch
    {
        "key" when text.StartsWith("cfk_", StringComparison.Ordinal) => "cfk_exempel",
        "password" => "ditt-losenord",
        "email" => "namn@exempel.se",
        _ => Time().Replace(Hash().Replace(Id().Replace(text, m => IdFor(m.Value)), new string('a', 64)), "T08:30:00+00:00"),
    };

    // The same id written with and without hyphens stays the same id.
    private string IdFor(string found)
    {
        var plain = found.Replace("-", "", StringComparison.Ordinal);
        if (!_ids.TryGetValue(plain, out var id))
            _ids[plain] = id = new Guid($"01900000-0000-7000-8000-{_ids.Count + 1:d12}").ToString();
        return found.Length == 32 ? id.Replace("-", "", StringComparison.Ordinal) : id;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")]
    private static partial Regex Id();

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex Hash();

    [GeneratedRegex(@"(?<=^\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Time();
}
