using System.Globalization;
using System.Net.Mail;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Cases.Language;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Forms;

/// <summary>
/// Checks answers against a form and puts them in their proper shape. The same on every road; a page's own checks are
/// only for comfort. All faults are told at once, each with its field.
/// </summary>
public sealed class FormCheck
{
    /// <summary>What a text may hold where the form says nothing.</summary>
    public const int UsualMaxLength = 20_000;

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(200);

    private readonly FormConditions _conditions;
    private readonly List<Refusal> _refusals = [];

    private FormCheck(FormConditions conditions) => _conditions = conditions;

    /// <param name="form">Null: the task asks nothing, and only the command's own fields may be answered.</param>
    /// <param name="ownFields">Answers that the command checks itself.</param>
    /// <param name="variables">What the task sees; conditions and choices are evaluated over it.</param>
    public static Outcome<CheckedAnswers> Run(
        FormSchema? form, IReadOnlyCollection<string> ownFields, FormAnswers answers, FeelContext variables, FeelEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(ownFields);
        ArgumentNullException.ThrowIfNull(answers);
        var check = new FormCheck(new(variables, environment));
        var known = (form?.Fields ?? []).Select(f => f.Key).Concat(ownFields).ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in answers.Keys.Where(key => !known.Contains(key)))
            check.Refuse("FieldUnknown", unknown, unknown);

        var kept = check.Fields(form, answers.Json);
        foreach (var own in ownFields.Where(key => !kept.ContainsKey(key) && answers.Json[key] is not null))
        {
            kept[own] = answers.Json[own]?.DeepClone();
            check.GuardTexts(kept[own], own);
        }

        return check._refusals.Count > 0
            ? Outcome<CheckedAnswers>.Refused(check._refusals)
            : Outcome<CheckedAnswers>.Accepted(new(new FormAnswers(kept), CodesOf(form, kept)));
    }

    private JsonObject Fields(FormSchema? form, JsonObject raw)
    {
        var kept = new JsonObject();
        var soFar = new FormAnswers(raw).AsFeel();
        foreach (var field in _conditions.Asked(form?.Components ?? [], soFar))
        {
            var faults = _refusals.Count;
            var value = Normalise(field, raw[field.Key], field.Key);
            if (value is not null)
                kept[field.Key] = value;
            else if (field.Rules.Required && _refusals.Count == faults)
                Refuse(Missing(field.Kind), field.Key, field.Label);
        }

        return kept;
    }

    private static string Missing(FormFieldKind kind) => kind switch
    {
        FormFieldKind.Radio or FormFieldKind.Select or FormFieldKind.Checklist => "FieldRequired_Choice",
        FormFieldKind.Checkbox => "FieldRequired_Tick",
        _ => "FieldRequired",
    };

    private JsonNode? Normalise(FormField field, JsonNode? raw, string name) => field.Kind switch
    {
        FormFieldKind.Text or FormFieldKind.LongText => Text(field, raw, name),
        FormFieldKind.Number => Number(field, raw, name),
        FormFieldKind.Date => Moment(field, raw, name, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        FormFieldKind.Time => Moment(field, raw, name, text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        FormFieldKind.Checkbox => Flag(field, raw, name),
        FormFieldKind.Radio or FormFieldKind.Select => One(field, raw, name),
        FormFieldKind.Checklist => Many(field, raw, name),
    };

    private JsonValue? Text(FormField field, JsonNode? raw, string name)
    {
        if (FormAnswers.TextOf(raw)?.Trim().ReplaceLineEndings("\n") is not { Length: > 0 } text)
        {
            return null;
        }

        if (PersonalNumberGuard.Check(text, name) is { } personal)
        {
            _refusals.Add(personal);
        }

        if (field.Rules.MinLength is { } min && text.Length < min)
        {
            Refuse("FieldTooShort", name, field.Label, min);
        }

        if (text.Length > (field.Rules.MaxLength ?? UsualMaxLength))
        {
            Refuse("FieldTooLong", name, field.Label, field.Rules.MaxLength ?? UsualMaxLength, text.Length);
        }
        else if (!HasFormat(field, text))
        {
            Refuse("FieldFormat", name, field.Label);
        }

        return JsonValue.Create(text);
    }

    private static bool HasFormat(FormField field, string text)
    {
        if (field.Rules.IsEmail)
        {
            return MailAddress.TryCreate(text, out _);
        }

        try
        {
            return field.Rules.Pattern is null || Regex.IsMatch(text, $"^(?:{field.Rules.Pattern})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTimeout);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private JsonValue? Number(FormField field, JsonNode? raw, string name)
    {
        var text = FormAnswers.TextOf(raw)?.Trim().Replace(" ", "", StringComparison.Ordinal).Replace('\u2212', '-').Replace(',', '.');
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            Refuse("FieldNumber", name, field.Label);
            return null;
        }

        if (number < field.Rules.Min || number > field.Rules.Max)
        {
            switch (field.Rules)
            {
                case { Min: { } least, Max: { } most }: Refuse("FieldRange", name, field.Label, least, most); break;
                case { Min: { } least }: Refuse("FieldRange_Least", name, field.Label, least); break;
                case { Max: { } most }: Refuse("FieldRange_Most", name, field.Label, most); break;
            }
        }

        return JsonValue.Create(number);
    }

    private JsonValue? Moment(FormField field, JsonNode? raw, string name, Predicate<string> isMoment)
    {
        if (FormAnswers.TextOf(raw)?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (!isMoment(text))
        {
            Refuse(field.Kind == FormFieldKind.Time ? "FieldTime" : "FieldDate", name, field.Label);
            return null;
        }

        return JsonValue.Create(text);
    }

    private JsonValue? Flag(FormField field, JsonNode? raw, string name)
    {
        switch (FormAnswers.TextOf(raw))
        {
            case null or "":
                return field.Rules.Required ? null : JsonValue.Create(false);
            case "true" or "on":
                return JsonValue.Create(true);
            case "false":
                // A box that must be ticked is not answered by leaving it.
                return field.Rules.Required ? null : JsonValue.Create(false);
            default:
                Refuse("FieldChoice", name, field.Label);
                return null;
        }
    }

    private JsonValue? One(FormField field, JsonNode? raw, string name)
    {
        if (FormAnswers.TextOf(raw) is not { Length: > 0 } code)
        {
            return null;
        }

        if (!_conditions.Codes(field).Contains(code, StringComparer.Ordinal))
        {
            Refuse("FieldChoice", name, field.Label);
            return null;
        }

        return JsonValue.Create(code);
    }

    private JsonArray? Many(FormField field, JsonNode? raw, string name)
    {
        var codes = (raw is JsonArray array ? [.. array.Select(FormAnswers.TextOf)] : new List<string?> { FormAnswers.TextOf(raw) })
            .OfType<string>().Where(c => c.Length > 0).Distinct().ToList();
        var known = _conditions.Codes(field);
        if (codes.Exists(c => !known.Contains(c, StringComparer.Ordinal)))
        {
            Refuse("FieldChoice", name, field.Label);
            return null;
        }

        return codes.Count == 0 ? null : new JsonArray([.. codes.Select(c => JsonValue.Create(c))]);
    }

    private void GuardTexts(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    GuardTexts(array[i], string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"));
                }

                break;
            case JsonObject inner:
                foreach (var (key, value) in inner)
                {
                    GuardTexts(value, $"{name}.{key}");
                }

                break;
            case JsonValue value when PersonalNumberGuard.Check(FormAnswers.TextOf(value), name) is { } personal:
                _refusals.Add(personal);
                break;
        }
    }

    private void Refuse(string text, string field, params object?[] arguments) => _refusals.Add(FormRefusals.Field(text, field, arguments));

    // Null where nothing was answered: a second round must not see the first round's answer through an outer scope.
    private static FeelContext CodesOf(FormSchema? form, JsonObject kept) =>
        FeelContext.Of((form?.Fields ?? []).Where(f => !f.IsWords).Select(f => KeyValuePair.Create(f.Key, CodeOf(f, kept[f.Key]))));

    private static FeelValue CodeOf(FormField field, JsonNode? answer) =>
        field.Kind == FormFieldKind.Date && FormAnswers.TextOf(answer) is { } date
            ? FeelValue.Of(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            : FormAnswers.ToFeel(answer);
}

/// <param name="Answers">Everything that was answered, in its proper shape; hidden and empty fields left out.</param>
/// <param name="Codes">What may enter the process: codes, numbers, dates and booleans of the form, null where nothing was answered.</param>
public sealed record CheckedAnswers(FormAnswers Answers, FeelContext Codes);
