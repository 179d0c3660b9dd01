using System.Runtime.CompilerServices;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Forms;

/// <summary>What of a form is there for a task right now: conditions and variable choices, evaluated over the task's variables and the answers so far.</summary>
public sealed class FormConditions(FeelContext variables, FeelEnvironment environment)
{
    private static readonly ConditionalWeakTable<FormComponent, FeelExpression> Compiled = [];
    private static readonly ConditionalWeakTable<FormField, FeelExpression> Choices = [];

    /// <summary>True while the component's own condition hides it. A condition that cannot be evaluated hides nothing.</summary>
    /// <param name="answers">The answers so far, as FEEL; they win over variables of the same name.</param>
    public bool IsHidden(FormComponent component, FeelContext answers)
    {
        ArgumentNullException.ThrowIfNull(component);
        if (string.IsNullOrWhiteSpace(component.HideWhen))
            return false;
        if (!Compiled.TryGetValue(component, out var condition))
        {
            if (FeelExpression.Compile(component.HideWhen).Expression is not { } compiled)
                return false;
            Compiled.AddOrUpdate(component, condition = compiled);
        }

        return condition.Evaluate(variables.With(answers), environment).Value == FeelValue.Of(true);
    }

    /// <summary>The codes to choose between: the form's own, or those that a variable or an expression lists (texts, or contexts with <c>value</c>).</summary>
    public IReadOnlyList<string> Codes(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.ChoicesFrom is null)
            return [.. field.Choices.Select(c => c.Value)];
        var listed = Listed(field, field.ChoicesFrom).AsList() ?? [];
        return [.. listed.Select(item => item.AsContext()?["value"].AsString() ?? item.AsString()).OfType<string>()];
    }

    private FeelValue Listed(FormField field, string source)
    {
        if (source is not ['=', ..])
            return variables[source];
        if (!Choices.TryGetValue(field, out var expression))
        {
            if (FeelExpression.Compile(source).Expression is not { } compiled)
                return FeelValue.Null;
            Choices.AddOrUpdate(field, expression = compiled);
        }

        return expression.Evaluate(variables, environment).Value;
    }

    /// <summary>The fields that are asked: those that nothing hides, in the order of the page.</summary>
    public IEnumerable<FormField> Asked(IEnumerable<FormComponent> components, FeelContext answers) =>
        components.Where(c => !IsHidden(c, answers)).SelectMany(c => c switch
        {
            FormField field => [field],
            FormGroup group => Asked(group.Components, answers),
            _ => Enumerable.Empty<FormField>(),
        });
}
