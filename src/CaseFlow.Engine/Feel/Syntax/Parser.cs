using CaseFlow.Engine.Feel.Evaluation;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>
/// A Pratt parser from tokens to nodes (DMN 1.5, section 10.3.1.2). Names are resolved while parsing, since in FEEL
/// what is in scope decides where a name ends.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>Nested expressions beyond this depth are refused.</summary>
    public const int DeepestNesting = 200;

    /// <summary>Longer texts are refused.</summary>
    public const int LongestText = 200_000;

    // How tightly an operator binds; a higher number binds tighter.
    private const int Loosest = 0;
    private const int OrLevel = 1;
    private const int AndLevel = 2;
    private const int ComparisonLevel = 3;
    private const int SumLevel = 4;
    private const int ProductLevel = 5;
    private const int PowerLevel = 6;
    private const int InstanceLevel = 7;

    private readonly string _text;
    private readonly Token[] _tokens;
    private readonly NameSource _source;
    private NameScope? _scope;
    private int _at;
    private int _nesting;
    private bool _inRangeEnd;

    public Parser(string text, NameSource source, NameScope? scope)
    {
        if (text.Length > LongestText)
        {
            throw new FeelSyntaxException("Uttrycket är för långt.", "The expression is too long.", 0);
        }

        var lexer = new Lexer(text);
        _text = text;
        _tokens = lexer.Tokens();
        if (lexer.Error is { } error)
        {
            throw new FeelSyntaxException(error);
        }

        _source = source;
        _scope = scope;
    }

    private Token Current => _tokens[_at];

    private Token Peek(int ahead = 1) => _tokens[Math.Min(_at + ahead, _tokens.Length - 1)];

    /// <summary>The whole text as one expression.</summary>
    public Node ParseWhole()
    {
        if (Current.Is("="))
        {
            _at++;
        }

        var node = ParseExpression(Loosest);
        ExpectEnd();
        return Checked(node);
    }

    private void ExpectEnd()
    {
        if (Current.Kind != TokenKind.End)
        {
            throw Unexpected();
        }
    }

    private static Node Checked(Node node) =>
        node.Depth <= EvaluationRun.DeepestEvaluation / 2
            ? node
            : throw new FeelSyntaxException("Uttrycket är för djupt.", "The expression is too deep.", node.Position);

    private Node ParseExpression(int level)
    {
        if (++_nesting > DeepestNesting)
        {
            throw new FeelSyntaxException("Uttrycket är för djupt nästlat.", "The expression is nested too deeply.", Current.Start);
        }

        var left = ParsePrefix();
        while (ParseInfix(left, level) is { } node)
        {
            left = node;
        }

        _nesting--;
        return left;
    }

    /// <summary>The operator at hand with its right side, or null when none binds tighter than <paramref name="level"/>.</summary>
    private Node? ParseInfix(Node left, int level)
    {
        var token = Current;
        if (token.Kind == TokenKind.Name)
        {
            return ParseWordOperator(left, level, token);
        }

        if (token.Kind != TokenKind.Symbol)
        {
            return null;
        }

        return token.Text switch
        {
            "=" or "!=" when level < ComparisonLevel => new EqualityNode(token.Start, token.Text == "!=", left, Right(ComparisonLevel)),
            "<" when level < ComparisonLevel => new ComparisonNode(token.Start, Comparison.Less, left, Right(ComparisonLevel)),
            "<=" when level < ComparisonLevel => new ComparisonNode(token.Start, Comparison.AtMost, left, Right(ComparisonLevel)),
            ">" when level < ComparisonLevel => new ComparisonNode(token.Start, Comparison.Greater, left, Right(ComparisonLevel)),
            ">=" when level < ComparisonLevel => new ComparisonNode(token.Start, Comparison.AtLeast, left, Right(ComparisonLevel)),
            "+" when level < SumLevel => new ArithmeticNode(token.Start, ArithmeticOperator.Add, left, Right(SumLevel)),
            "-" when level < SumLevel => new ArithmeticNode(token.Start, ArithmeticOperator.Subtract, left, Right(SumLevel)),
            "*" when level < ProductLevel => new ArithmeticNode(token.Start, ArithmeticOperator.Multiply, left, Right(ProductLevel)),
            "/" when level < ProductLevel => new ArithmeticNode(token.Start, ArithmeticOperator.Divide, left, Right(ProductLevel)),
            "**" when level < PowerLevel => new ArithmeticNode(token.Start, ArithmeticOperator.Power, left, Right(PowerLevel)),
            _ => null,
        };
    }

    private Node? ParseWordOperator(Node left, int level, Token token)
    {
        switch (token.Text)
        {
            case "or" when level < OrLevel:
                return new OrNode(token.Start, left, Right(OrLevel));
            case "and" when level < AndLevel:
                return new AndNode(token.Start, left, Right(AndLevel));
            case "between" when level < ComparisonLevel:
                var low = Right(ComparisonLevel);
                ExpectWord("and");
                return new BetweenNode(token.Start, left, low, ParseExpression(ComparisonLevel));
            case "in" when level < ComparisonLevel:
                _at++;
                return new InNode(token.Start, left, ParseInTests());
            case "instance" when level < InstanceLevel && Peek().IsWord("of"):
                _at += 2;
                return new InstanceOfNode(token.Start, left, ParseType());
            default:
                return null;
        }
    }

    private Node Right(int level)
    {
        _at++;
        return ParseExpression(level);
    }

    private bool Accept(string symbol)
    {
        if (Current.Is(symbol))
        {
            _at++;
            return true;
        }

        return false;
    }

    private void Expect(string symbol)
    {
        if (!Accept(symbol))
        {
            throw Unexpected($"\"{symbol}\"");
        }
    }

    private void ExpectWord(string word)
    {
        if (!Current.IsWord(word))
        {
            throw Unexpected($"\"{word}\"");
        }

        _at++;
    }

    private FeelSyntaxException Unexpected(string? expected = null)
    {
        var end = Current.Kind == TokenKind.End;
        var svFound = end ? "Uttrycket slutar oväntat" : $"Oväntat \"{Shortened(Current.Text)}\"";
        var enFound = end ? "The expression ends unexpectedly" : $"Unexpected \"{Shortened(Current.Text)}\"";
        return expected is null
            ? new FeelSyntaxException(svFound + ".", enFound + ".", Current.Start)
            : new FeelSyntaxException($"{svFound}, {expected} väntades.", $"{enFound}, {expected} was expected.", Current.Start);
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

/// <summary>Ends a compilation; never leaves it.</summary>
internal sealed class FeelSyntaxException(FeelError error) : Exception
{
    public FeelSyntaxException(string sv, string en, int position)
        : this(new FeelError(sv, en, position))
    {
    }

    public FeelError Error { get; } = error;
}
