using System.Text.Json;
using CaseFlow.Cases.Language;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Forms;

/// <summary>Reads the form-js schema as far as CaseFlow draws it, and names everything else: an unknown component refuses the deployment.</summary>
/// <remarks>
/// English stands in <c>properties</c> (<c>labelEn</c>, <c>descriptionEn</c>, <c>textEn</c>, <c>unitEn</c>) and in <c>labelEn</c> and
/// <c>descriptionEn</c> beside each of the <c>values</c>; where it is missing the Swedish text is shown, with a warning here.
/// </remarks>
public sealed class FormReader
{
    private const int MaxDepth = 8;

    private static readonly Dictionary<string, FormFieldKind> Kinds = new(StringComparer.Ordinal)
    {
        ["textfield"] = FormFieldKind.Text,
        ["textarea"] = FormFieldKind.LongText,
        ["number"] = FormFieldKind.Number,
        ["datetime"] = FormFieldKind.Date,
        ["checkbox"] = FormFieldKind.Checkbox,
        ["radio"] = FormFieldKind.Radio,
        ["select"] = FormFieldKind.Select,
        ["checklist"] = FormFieldKind.Checklist,
        ["taglist"] = FormFieldKind.Checklist,
    };

    private readonly string _file;
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    private FormReader(string file) => _file = file;

    /// <summary>Reads a form. Never throws on malformed text.</summary>
    public static FormReadResult Read(string file, string json)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(json);
        var reader = new FormReader(file);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
            var form = reader.ReadForm(document.RootElement);
            return new(reader._findings.Exists(f => f.Severity == FindingSeverity.Error) ? null : form, reader._findings);
        }
        catch (JsonException malformed)
        {
            var line = (int)((malformed.LineNumber ?? -1) + 1);
            return new(null, [reader.Make(FindingSeverity.Error, "json", null, line)]);
        }
    }

    private FormSchema? ReadForm(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("components", out var components) || components.ValueKind != JsonValueKind.Array)
        {
            Report(FindingSeverity.Error, "components-missing", null);
            return null;
        }

        return new FormSchema(Text(root, "id") ?? Path.GetFileNameWithoutExtension(_file), ReadAll(components, 1));
    }

    private List<FormComponent> ReadAll(JsonElement components, int depth)
    {
        var read = new List<FormComponent>();
        foreach (var component in components.EnumerateArray())
        {
            if (component.ValueKind == JsonValueKind.Object && ReadOne(component, depth) is { } known)
                read.Add(known);
        }

        return read;
    }

    private FormComponent? ReadOne(JsonElement component, int depth)
    {
        var type = Text(component, "type") ?? "";
        var hide = component.TryGetProperty("conditional", out var condition) ? Text(condition, "hide") : null;
        switch (type)
        {
            case "text":
                return Both(component, "text") is { } prose ? new FormProse(prose, hide) : null;
            case "separator":
            case "spacer":
                return new FormSeparator(hide);
            case "button":
                return null; // the page has its own way of sending
            case "group" when depth < MaxDepth:
                var inner = component.TryGetProperty("components", out var parts) && parts.ValueKind == JsonValueKind.Array ? ReadAll(parts, depth + 1) : [];
                return new FormGroup(Both(component, "label"), inner, hide);
            default:
                if (Kinds.TryGetValue(type, out var kind))
                    return ReadField(component, kind, hide);
                Report(FindingSeverity.Error, "component-unknown", Text(component, "id"), type);
                return null;
        }
    }

    private FormField? ReadField(JsonElement field, FormFieldKind kind, string? hide)
    {
        var id = Text(field, "id");
        if (Text(field, "key") is not { Length: > 0 } key || key.StartsWith('_') || key.Contains('.', StringComparison.Ordinal))
        {
            Report(FindingSeverity.Error, "key-wrong", id);
            return null;
        }

        if (!_keys.Add(key))
            Report(FindingSeverity.Error, "key-twice", id, key);
        if (Both(field, "label") is not { } label)
        {
            Report(FindingSeverity.Error, "label-missing", id, key);
            return null;
        }

        if (kind == FormFieldKind.Date && Text(field, "subtype") is { } subtype && subtype != "date")
        {
            if (subtype == "time")
                kind = FormFieldKind.Time;
            else
                Report(FindingSeverity.Error, "component-unknown", id, "datetime/" + subtype);
        }

        var choices = kind is FormFieldKind.Radio or FormFieldKind.Select or FormFieldKind.Checklist ? ReadChoices(field, key) : [];
        var from = Text(field, "valuesKey") ?? Text(field, "valuesExpression");
        if (from is ['=', ..] && FeelExpression.Compile(from).Expression is null)
            Report(FindingSeverity.Error, "choices-missing", id, key);
        if (kind is FormFieldKind.Radio or FormFieldKind.Select or FormFieldKind.Checklist && choices.Count == 0 && from is null)
            Report(FindingSeverity.Error, "choices-missing", id, key);
        var unit = field.TryGetProperty("appearance", out var appearance) && Text(appearance, "suffixAdorner") is { } sv
            ? new BilingualText(sv, Property(field, "unitEn") ?? sv)
            : null;
        return new FormField(key, kind, label, Both(field, "description"), ReadRules(field), choices, from, unit, Prefill(field), hide)
        {
            IsTag = Property(field, "tag") == "true",
            IsRecommended = Property(field, "recommended") == "true",
            IsDemanded = Property(field, "demanded") == "true",
        };
    }

    private List<FormChoice> ReadChoices(JsonElement field, string key)
    {
        var choices = new List<FormChoice>();
        if (!field.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Array)
            return choices;
        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.Object || Text(value, "value") is not { Length: > 0 } code || Text(value, "label") is not { Length: > 0 } label)
            {
                Report(FindingSeverity.Error, "choice-wrong", Text(field, "id"), key);
                continue;
            }

            var about = Text(value, "description");
            choices.Add(new(code, English(label, Text(value, "labelEn"), $"{key}/{code}"), about is null ? null : English(about, Text(value, "descriptionEn"), $"{key}/{code}")));
        }

        return choices;
    }

    private static FormRules ReadRules(JsonElement field)
    {
        if (!field.TryGetProperty("validate", out var rules) || rules.ValueKind != JsonValueKind.Object)
            return FormRules.None;
        return new FormRules(
            rules.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True,
            (int?)Number(rules, "minLength"),
            (int?)Number(rules, "maxLength"),
            Number(rules, "min"),
            Number(rules, "max"),
            Text(rules, "pattern"),
            Text(rules, "validationType") == "email");
    }

    private static string? Prefill(JsonElement field) => field.TryGetProperty("defaultValue", out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            _ => null,
        }
        : null;

    private BilingualText? Both(JsonElement component, string name) =>
        Text(component, name) is { Length: > 0 } sv ? English(sv, Property(component, name + "En"), Text(component, "key") ?? Text(component, "id") ?? name) : null;

    private BilingualText English(string sv, string? en, string where)
    {
        if (en is null)
            Report(FindingSeverity.Warning, "english-missing", where, sv);
        return new(sv, en ?? sv);
    }

    private static string? Property(JsonElement component, string name) =>
        component.TryGetProperty("properties", out var properties) ? Text(properties, name) : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private void Report(FindingSeverity severity, string code, string? element, params object[] arguments) =>
        _findings.Add(Make(severity, code, element, 0, arguments));

    private Finding Make(FindingSeverity severity, string code, string? element, int line, params object[] arguments)
    {
        var text = BilingualText.From(FormTexts.Resources, code, arguments);
        return new(severity, "FORM-" + code.ToUpperInvariant(), _file, element, line, text.Sv, text.En);
    }
}
