using System.Text.Json.Nodes;
using CaseFlow.Cases.Forms;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Shared.Forms;

namespace CaseFlow.Web.Components.Tasks;

/// <summary>A form as one person sees it now: what is hidden, what stands in the fields, what there is to choose between.</summary>
/// <param name="Schema">The form.</param>
/// <param name="Conditions">Over the task's variables.</param>
/// <param name="Variables">What the task sees.</param>
/// <param name="Environment">Time for the expressions of the form.</param>
/// <param name="SoFar">What has been answered so far; conditions read it.</param>
/// <param name="NameOf">The words for a code that comes from a variable (a side, an area, a body); null when it has none.</param>
public sealed record FormView(
    FormSchema Schema, FormConditions Conditions, FeelContext Variables, FeelEnvironment Environment, FeelContext SoFar, Func<string, string?> NameOf)
{
    /// <summary>A line of explanation for a code that comes from a variable; null when it has none.</summary>
    public Func<string, string?> AboutOf { get; init; } = static _ => null;

    /// <summary>Answers that were saved on the way: they stand in the fields in the place of what the form would put there.</summary>
    public FormAnswers? Kept { get; init; }

    /// <summary>True when some part comes and goes with the answers.</summary>
    public bool HasConditions => HasCondition(Schema.Components);

    public bool IsHidden(FormComponent component) => Conditions.IsHidden(component, SoFar);

    public IReadOnlyList<Choice> ChoicesOf(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return [.. Conditions.Codes(field).Select(code => ChoiceOf(field, code))];
    }

    /// <summary>What stands in the field before anybody has answered.</summary>
    public string? PrefillOf(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (Kept is { } kept)
            return kept.Text(field.Key);
        return field.Prefill is ['=', ..] expression
            ? FeelExpression.Compile(expression).Expression is { } compiled ? Text(compiled.Evaluate(Variables, Environment).Value) : null
            : field.Prefill;
    }

    /// <summary>What is ticked before anybody has answered.</summary>
    public IReadOnlyList<string> TickedOf(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Kept?.Codes(field.Key) ?? [];
    }

    /// <summary>What was posted, as the form's conditions read it.</summary>
    public static FormAnswers Answers(IFormCollection posted) => FormAnswers.FromFields(
        posted.Where(f => !f.Key.StartsWith('_')).Select(f => KeyValuePair.Create(f.Key, (IReadOnlyList<string>)[.. f.Value.OfType<string>()])));

    private Choice ChoiceOf(FormField field, string code)
    {
        var known = field.Choices.FirstOrDefault(c => c.Value == code);
        return new(code, known?.Label.Current ?? NameOf(code) ?? code, known is null ? AboutOf(code) : known.Description?.Current);
    }

    private static bool HasCondition(IEnumerable<FormComponent> components) =>
        components.Any(c => c.HideWhen is not null || c is FormGroup group && HasCondition(group.Components));

    // As the field shows it: a date is tagged in JSON, the rest is plain.
    private static string? Text(FeelValue value) => FeelJson.Write(value) switch
    {
        JsonValue plain => plain.ToString(),
        JsonObject { Count: 1 } tagged when value.Kind is FeelKind.Date or FeelKind.Time => tagged.First().Value?.ToString(),
        _ => null,
    };
}
