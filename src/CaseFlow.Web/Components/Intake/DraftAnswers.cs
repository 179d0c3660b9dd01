using System.Text.Json;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;

namespace CaseFlow.Web.Components.Intake;

/// <summary>A draft's answers, as the form shows them.</summary>
internal static class DraftAnswers
{
    private const string TitleField = "rubrik";

    public static FormAnswers Of(Draft draft) =>
        FormAnswers.FromJson(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(draft.Answers) ?? []);

    public static string? Title(Draft draft) => Of(draft).Text(TitleField) is { Length: > 0 } title ? title : null;

    /// <summary>The form as if it had been filled with the answers from the start.</summary>
    public static FormSchema Into(FormSchema schema, FormAnswers answers)
    {
        return schema with { Components = [.. schema.Components.Select(Filled)] };

        FormComponent Filled(FormComponent component) => component switch
        {
            FormField field => field with { Prefill = answers.Text(field.Key) ?? field.Prefill },
            FormGroup group => group with { Components = [.. group.Components.Select(Filled)] },
            _ => component,
        };
    }
}
