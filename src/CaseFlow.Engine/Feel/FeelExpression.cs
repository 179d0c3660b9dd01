namespace CaseFlow.Engine.Feel;

/// <summary>Which of FEEL's two grammars a text is written in.</summary>
public enum FeelSyntax
{
    /// <summary>An expression (DMN 1.5, section 10.3.1.2, rule 1).</summary>
    Expression,

    /// <summary>Unary tests over an input that the variable <c>?</c> holds, as in the cells of a decision table (rule 7).</summary>
    UnaryTests,
}

/// <summary>The outcome of a compilation: an expression, or the errors that stopped it.</summary>
/// <param name="Expression">Null when there are errors.</param>
/// <param name="Errors">Empty when there is an expression.</param>
public sealed record FeelCompilation(FeelExpression? Expression, IReadOnlyList<FeelError> Errors);

/// <summary>A compiled FEEL expression: immutable, safe to evaluate from several threads at once.</summary>
public sealed class FeelExpression
{
    private FeelExpression(string text) => Text = text;

    /// <summary>The text that was compiled, without a leading <c>=</c>.</summary>
    public string Text { get; }

    /// <summary>Compiles a text. Never throws on malformed text.</summary>
    /// <param name="text">FEEL of DMN 1.5; one leading <c>=</c> is allowed and ignored.</param>
    /// <param name="syntax">Expression or unary tests.</param>
    /// <param name="knownNames">
    /// Names that will be in scope. Only needed for names that could be read in another way, such as <c>sista-dag</c>
    /// (a subtraction where no such name is known) or <c>A and B</c>.
    /// </param>
    public static FeelCompilation Compile(string text, FeelSyntax syntax = FeelSyntax.Expression, IReadOnlyCollection<string>? knownNames = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FeelCompilation(new FeelExpression(text), []);
    }

    /// <summary>
    /// Evaluates the expression. Unary tests read their input from the variable <c>?</c> and answer a boolean.
    /// Never throws: what goes wrong is told by <see cref="FeelResult.Failure"/>.
    /// </summary>
    public FeelResult Evaluate(FeelContext variables, FeelEnvironment env)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(env);
        return new FeelResult(FeelValue.Null);
    }
}
