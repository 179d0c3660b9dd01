using System.Text.Json;
using CaseFlow.Cases.Forms;

namespace CaseFlow.Cases.Preparation;

/// <summary>The material's words and codes by the preparation form's keys.</summary>
public static class MaterialAnswers
{
    /// <summary>Empty when there is no material, or it was erased.</summary>
    public static FormAnswers Of(Material? material) =>
        material?.Answers is { } json && JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) is { } answers
            ? FormAnswers.FromJson(answers)
            : FormAnswers.Empty;
}
