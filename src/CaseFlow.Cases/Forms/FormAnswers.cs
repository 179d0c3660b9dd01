using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Forms;

/// <summary>
/// The answers to a form, from whichever road they came. Before the form's check everything may be text, as a page posts it;
/// after it (in a task command) numbers are numbers, choices are codes, hidden and empty fields are gone.
/// </summary>
public sealed partial class FormAnswers
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal FormAnswers(JsonObject json) => Json = json;

    public static FormAnswers Empty { get; } = new([]);

    public IEnumerable<string> Keys => Json.Select(pair => pair.Key);

    internal JsonObject Json { get; }

    /// <summary>Answers of a REST call, a message or a scenario.</summary>
    public static FormAnswers FromJson(IReadOnlyDictionary<string, JsonElement> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new(new JsonObject(answers.Select(pair => KeyValuePair.Create(pair.Key, ToNode(pair.Value)))));
    }

    /// <summary>Answers as they are kept; empty when there are none or they were erased.</summary>
    public static FormAnswers OfJson(string? json) =>
        json is not null && JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) is { } kept ? FromJson(kept) : Empty;

    /// <summary>
    /// The fields of a posted page: several values of one name become a list. <c>satser[0].kod</c> is the field <c>kod</c>
    /// in the first entry of the list <c>satser</c>.
    /// </summary>
    public static FormAnswers FromFields(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var json = new JsonObject();
        var lists = new Dictionary<string, SortedDictionary<int, JsonObject>>(StringComparer.Ordinal);
        foreach (var (name, values) in fields)
        {
            if (ListField().Match(name) is { Success: true } match && int.TryParse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture, out var index))
            {
                var list = match.Groups["list"].Value;
                if (!lists.TryGetValue(list, out var rows))
                {
                    lists[list] = rows = [];
                }

                if (!rows.TryGetValue(index, out var row))
                {
                    rows[index] = row = [];
                }

                row[match.Groups["field"].Value] = ToNode(values);
            }
            else
            {
                json[name] = ToNode(values);
            }
        }

        foreach (var (list, rows) in lists)
        {
            // An entry whose fields are all empty is one that the person left unused.
            json[list] = new JsonArray([.. rows.Values.Where(row => row.Any(pair => !string.IsNullOrWhiteSpace(TextOf(pair.Value)) || pair.Value is JsonArray))]);
        }

        return new(json);
    }

    /// <summary>The text or code; null when nothing was answered.</summary>
    public string? Text(string key) => TextOf(Json[key]);

    public decimal? Number(string key) =>
        decimal.TryParse(TextOf(Json[key]), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public DateOnly? Date(string key) =>
        DateOnly.TryParseExact(TextOf(Json[key]), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>True only when it was answered with yes.</summary>
    public bool Flag(string key) => TextOf(Json[key]) == "true";

    /// <summary>The codes of a field with several choices; empty when none was chosen.</summary>
    public IReadOnlyList<string> Codes(string key) => Json[key] switch
    {
        null => [],
        JsonArray array => [.. array.Select(TextOf).OfType<string>()],
        var single => TextOf(single) is { Length: > 0 } code ? [code] : [],
    };

    /// <summary>The entries of a list field.</summary>
    public IReadOnlyList<FormAnswers> List(string key) =>
        Json[key] is JsonArray array ? [.. array.OfType<JsonObject>().Select(row => new FormAnswers(row))] : [];

    /// <summary>The same answers without one.</summary>
    public FormAnswers Without(string key) =>
        new(new JsonObject(Json.Where(pair => pair.Key != key).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))));

    /// <summary>Canonical JSON: keys in ordinal order, nothing between. Equal answers give equal text.</summary>
    public string ToJson() => Sorted(Json)?.ToJsonString(Canonical) ?? "{}";

    /// <summary>The answers as FEEL sees them, as they were given: what a form's conditions read.</summary>
    public FeelContext AsFeel() => ToFeel(Json).AsContext() ?? FeelContext.Empty;

    internal static string? TextOf(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonValue value when value.TryGetValue(out bool flag) => flag ? "true" : "false",
        JsonValue value when value.TryGetValue(out decimal number) => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    internal static FeelValue ToFeel(JsonNode? node)
    {
        if (node is null)
        {
            return FeelValue.Null;
        }

        using var document = JsonDocument.Parse(node.ToJsonString());
        return FeelJson.Read(document.RootElement);
    }

    private static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element)?.DeepClone(),
        JsonValueKind.Array => JsonArray.Create(element)?.DeepClone(),
        JsonValueKind.String => JsonValue.Create(element.GetString()),
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        JsonValueKind.Number when element.TryGetDecimal(out var number) => JsonValue.Create(number),
        _ => null,
    };

    private static JsonNode? ToNode(IReadOnlyList<string> values) =>
        values.Count == 1 ? JsonValue.Create(values[0]) : new JsonArray([.. values.Select(v => JsonValue.Create(v))]);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject inner => new JsonObject(inner.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"^(?<list>[^\[\].]+)\[(?<index>[0-9]{1,4})\]\.(?<field>[^\[\].]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex ListField();
}
