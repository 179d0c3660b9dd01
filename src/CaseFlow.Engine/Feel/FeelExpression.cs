using CaseFlow.Engine.Feel.Evaluation;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;

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
    private readonly Node _root;
    private readonly bool _unaryTests;

    private FeelExpression(string text, Node root, bool unaryTests)
    {
        Text = text;
        _root = root;
        _unaryTests = unaryTests;
    }

    /// <summary>The text that was compiled, without a leading <c>=</c>.</summary>
    public string Text { get; }

    /// <summary>Compiles a text. Never throws on malformed text.</summary>
    /// <param name="text">FEEL of DMN 1.5; before an expression one leading <c>=</c> is allowed and ignored.</param>
    /// <param name="syntax">Expression or unary tests.</param>
    /// <param name="knownNames">
    /// Names that will be in scope. Only needed for names that could be read in another way, such as <c>sista-dag</c>
    /// (a subtraction where no such name is known) or <c>A and B</c>.
    /// </param>
    public static FeelCompilation Compile(string text, FeelSyntax syntax = FeelSyntax.Expression, IReadOnlyCollection<string>? knownNames = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var names = knownNames is null ? [] : new HashSet<string>(knownNames, StringComparer.Ordinal);
        return Compile(text, syntax, NameSource.Nothing with { Names = names });
    }

    internal static FeelCompilation Compile(string text, FeelSyntax syntax, NameSource source)
    {
        try
        {
            var shown = syntax == FeelSyntax.Expression && text.TrimStart().StartsWith('=') ? text.TrimStart()[1..].Trim() : text;
            return new FeelCompilation(new FeelExpression(shown, CompileNode(text, syntax, source, null), syntax == FeelSyntax.UnaryTests), []);
        }
        catch (FeelSyntaxException e)
        {
            return new FeelCompilation(null, [e.Error]);
        }
    }

    /// <exception cref="FeelSyntaxException">The text is not FEEL.</exception>
    internal static Node CompileNode(string text, FeelSyntax syntax, NameSource source, NameScope? scope) => syntax switch
    {
        FeelSyntax.Expression => new Parser(text, source, scope).ParseWhole(),
        FeelSyntax.UnaryTests => new UnaryTestsNode(0, new Parser(text, source, new NameScope(scope, "?")).ParseWholeTests()),
    };

    /// <summary>
    /// Evaluates the expression. Unary tests read their input from the variable <c>?</c> and answer a boolean.
    /// Never throws: what goes wrong is told by <see cref="FeelResult.Failure"/>.
    /// </summary>
    public FeelResult Evaluate(FeelContext variables, FeelEnvironment env)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(env);
        var run = new EvaluationRun(variables, env);
        try
        {
            run.Step();
            run.Enter(_root.Depth);
            return run.Finish(_root.Evaluate(run, _unaryTests ? new Local(null, variables["?"]) : null));
        }
        catch (EvaluationStoppedException e)
        {
            return new FeelResult(FeelValue.Null, e.Error);
        }
    }
}
