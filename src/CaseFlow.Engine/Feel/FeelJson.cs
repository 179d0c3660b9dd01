using System.Globalization;
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
    /// <summary>Values nested deeper cannot be written or read.</summary>
    public const int DeepestValue = 200;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4 * DeepestValue };

    /// <summary>The value as a JSON node; null for the FEEL null. A function has no JSON form and is written as null.</summary>
    /// <exception cref="FormatException">The value is nested deeper than <see cref="DeepestValue"/>.</exception>
    public static JsonNode? Write(FeelValue value) => Write(value, 0);

    /// <summary>The value as compact JSON text, byte-stable: equal values in the same order give equal text.</summary>
    /// <exception cref="FormatException">The value is nested deeper than <see cref="DeepestValue"/>.</exception>
    public static string WriteText(FeelValue value) => Write(value)?.ToJsonString(Plain) ?? "null";

    /// <summary>Reads what <see cref="Write(FeelValue)"/> wrote, and any other JSON as its plain FEEL counterpart.</summary>
    /// <exception cref="FormatException">A tag whose content cannot be read, a number beyond FEEL's range, or too deep nesting.</exception>
    public static FeelValue Read(JsonElement element) => Read(element, 0);

    /// <summary>As <see cref="Read(JsonElement)"/>, from text.</summary>
    /// <exception cref="FormatException">The text is not JSON, or as above.</exception>
    public static FeelValue ReadText(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4 * DeepestValue });
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static JsonNode? Write(in FeelValue value, int depth)
    {
        if (depth > DeepestValue)
        {
            throw new FormatException("The value is nested too deeply.");
        }

        return value.Kind switch
        {
            FeelKind.Null or FeelKind.Function => null,
            FeelKind.Boolean => JsonValue.Create(value.IsTrue),
            FeelKind.Number => JsonNode.Parse(value.AsNumber().ToString()),
            FeelKind.String => JsonValue.Create(value.AsString()),
            FeelKind.Date => Tagged("@date", value.AsDate().ToString()),
            FeelKind.Time => Tagged("@time", value.AsTime().ToString()),
            FeelKind.DateTime => Tagged("@dateTime", value.AsDateTime().ToString()),
            FeelKind.DaysTimeDuration => Tagged("@duration", value.AsDuration().ToString()),
            FeelKind.YearsMonthsDuration => Tagged("@months", JsonValue.Create(value.AsMonths().Total)),
            FeelKind.List => List(value.AsList() ?? [], depth),
            FeelKind.Context => Context(value.AsContext() ?? FeelContext.Empty, depth),
            FeelKind.Range => value.AsRange() is { } range ? Range(range, depth) : null,
        };
    }

    private static JsonObject Tagged(string tag, JsonNode? content) => new() { [tag] = content };

    private static JsonArray List(IReadOnlyList<FeelValue> list, int depth)
    {
        var array = new JsonArray();
        for (var i = 0; i < list.Count; i++)
        {
            array.Add(Write(list[i], depth + 1));
        }

        return array;
    }

    private static JsonObject Context(FeelContext context, int depth)
    {
        if (context.Count > 0 && context.First().Key.StartsWith('@'))
        {
            var pairs = new JsonArray();
            foreach (var (name, value) in context)
            {
                pairs.Add(new JsonArray(JsonValue.Create(name), Write(value, depth + 1)));
            }

            return Tagged("@context", pairs);
        }

        var written = new JsonObject();
        foreach (var (name, value) in context)
        {
            written[name] = Write(value, depth + 1);
        }

        return written;
    }

    private static JsonObject Range(FeelRange range, int depth) => Tagged("@range", new JsonObject
    {
        ["form"] = range.Form.ToString(),
        ["start"] = Write(range.Start, depth + 1),
        ["startIncluded"] = range.StartIncluded,
        ["end"] = Write(range.End, depth + 1),
        ["endIncluded"] = range.EndIncluded,
    });

    private static FeelValue Read(JsonElement element, int depth)
    {
        if (depth > DeepestValue)
        {
            throw new FormatException("The value is nested too deeply.");
        }

        return element.ValueKind switch
        {
            JsonValueKind.True => FeelValue.True,
            JsonValueKind.False => FeelValue.False,
            JsonValueKind.String => FeelValue.Of(element.GetString()),
            JsonValueKind.Number => FeelNumber.TryParse(element.GetRawText(), out var number)
                ? FeelValue.Of(number)
                : throw new FormatException("The number is beyond the range of FEEL."),
            JsonValueKind.Array => FeelValue.Of([.. element.EnumerateArray().Select(e => Read(e, depth + 1))]),
            JsonValueKind.Object => ReadObject(element, depth),
            JsonValueKind.Null or JsonValueKind.Undefined => FeelValue.Null,
        };
    }

    private static FeelValue ReadObject(JsonElement element, int depth)
    {
        var properties = element.EnumerateObject().ToList();
        return properties.Count == 1 && properties[0].Name.StartsWith('@')
            ? ReadTagged(properties[0].Name, properties[0].Value, depth)
            : FeelValue.Of(FeelContext.Of(properties.Select(p => new KeyValuePair<string, FeelValue>(p.Name, Read(p.Value, depth + 1)))));
    }

    private static FeelValue ReadTagged(string tag, JsonElement content, int depth)
    {
        var text = content.ValueKind == JsonValueKind.String ? content.GetString() ?? "" : "";
        var value = tag switch
        {
            "@date" => FeelTemporalText.ReadDate(text) is { } date ? FeelValue.Of(date) : FeelValue.Null,
            "@time" => FeelTemporalText.ReadTime(text) is { } time ? FeelValue.Of(time) : FeelValue.Null,
            "@dateTime" => FeelTemporalText.ReadDateTime(text) is { } dateTime ? FeelValue.Of(dateTime) : FeelValue.Null,
            "@duration" => FeelTemporalText.ReadDuration(text),
            "@months" => content.ValueKind == JsonValueKind.Number && content.TryGetInt64(out var months) ? FeelValue.Of(new FeelMonths(months)) : FeelValue.Null,
            "@range" => ReadRange(content, depth),
            "@context" => ReadPairs(content, depth),
            _ => FeelValue.Of(FeelContext.Of([new(tag, Read(content, depth + 1))])),
        };
        return value.IsNull ? throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The content of {tag} cannot be read.")) : value;
    }

    private static FeelValue ReadRange(JsonElement content, int depth) =>
        content.ValueKind == JsonValueKind.Object
        && content.TryGetProperty("form", out var form) && Enum.TryParse<FeelRangeForm>(form.ToString(), out var known)
        && content.TryGetProperty("start", out var start) && content.TryGetProperty("end", out var end)
        && content.TryGetProperty("startIncluded", out var startIncluded) && content.TryGetProperty("endIncluded", out var endIncluded)
            ? FeelValue.Of(new FeelRange(
                Read(start, depth + 1), startIncluded.ValueKind == JsonValueKind.True, Read(end, depth + 1), endIncluded.ValueKind == JsonValueKind.True, known))
            : FeelValue.Null;

    private static FeelValue ReadPairs(JsonElement content, int depth)
    {
        if (content.ValueKind != JsonValueKind.Array)
        {
            return FeelValue.Null;
        }

        var entries = new List<KeyValuePair<string, FeelValue>>();
        foreach (var pair in content.EnumerateArray())
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2 || pair[0].ValueKind != JsonValueKind.String)
            {
                return FeelValue.Null;
            }

            entries.Add(new(pair[0].GetString() ?? "", Read(pair[1], depth + 1)));
        }

        return FeelValue.Of(FeelContext.Of(entries));
    }
}
