using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Model;

/// <summary>A text of the model that gives a value: FEEL, compiled once, or literal text.</summary>
public sealed class ModelExpression
{
    private ModelExpression(string text, FeelExpression? feel)
    {
        Text = text;
        Feel = feel;
        Literal = FeelValue.Of(text);
    }

    /// <summary>The text as a person reads it, without a leading <c>=</c>.</summary>
    public string Text { get; }

    /// <summary>True where the text is the value itself and nothing is evaluated.</summary>
    public bool IsLiteral => Feel is null;

    internal FeelExpression? Feel { get; }

    internal FeelValue Literal { get; }

    internal static ModelExpression OfText(string text) => new(text, null);

    internal static ModelExpression OfFeel(FeelExpression feel) => new(feel.Text, feel);
}

/// <summary>A named value: <c>caseflow:input</c>, <c>caseflow:output</c>, <c>caseflow:payload</c>, <c>caseflow:in</c> or <c>caseflow:out</c>.</summary>
/// <param name="Name">The variable that receives the value.</param>
/// <param name="Value">What gives the value.</param>
public sealed record VariableMapping(string Name, ModelExpression Value);
