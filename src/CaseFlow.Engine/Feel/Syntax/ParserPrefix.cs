using CaseFlow.Engine.Feel.Evaluation;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>What an expression can begin with, and what can follow directly upon it: paths, filters and calls.</summary>
internal sealed partial class Parser
{
    private Node ParsePrefix()
    {
        var token = Current;
        if (token.Is("-"))
        {
            return ParseNegation(token);
        }

        return ParsePostfix(ParsePrimary(token));
    }

    private Node ParseNegation(Token token)
    {
        _at++;
        if (++_nesting > DeepestNesting)
        {
            throw new FeelSyntaxException("Uttrycket är för djupt nästlat.", "The expression is nested too deeply.", token.Start);
        }

        var operand = ParsePrefix();
        _nesting--;
        return operand is ConstantNode { Value.Kind: FeelKind.Number } constant
            ? new ConstantNode(token.Start, FeelValue.Of(-constant.Value.AsNumber()))
            : new NegationNode(token.Start, operand);
    }

    private Node ParsePrimary(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return FeelNumber.TryParse(token.Text, out var number)
                    ? new ConstantNode(token.Start, FeelValue.Of(number))
                    : new FailingNode(token.Start, Complaint.NumberRange, Shortened(token.Text));
            case TokenKind.Text:
                _at++;
                return new ConstantNode(token.Start, FeelValue.Of(token.Text));
            case TokenKind.Temporal:
                _at++;
                var value = token.Text.Length == 0 ? FeelValue.Null : FeelTemporalText.Read(token.Text);
                return value.IsNull ? new FailingNode(token.Start, Complaint.Argument, "@") : new ConstantNode(token.Start, value);
            case TokenKind.Name:
                return ParseWord(token);
            case TokenKind.Symbol:
                return token.Text switch
                {
                    "(" => ParseParenthesis(token),
                    "[" or "]" => ParseBracket(token),
                    "{" => ParseContext(token),
                    _ => throw Unexpected(),
                };
            case TokenKind.End or TokenKind.Stray:
            default:
                throw Unexpected();
        }
    }

    private Node ParseWord(Token token)
    {
        if (TryCompoundName(out var compound))
        {
            return ParseNamed(compound, token);
        }

        switch (token.Text)
        {
            case "null":
                _at++;
                return new ConstantNode(token.Start, FeelValue.Null);
            case "true":
                _at++;
                return new ConstantNode(token.Start, FeelValue.True);
            case "false":
                _at++;
                return new ConstantNode(token.Start, FeelValue.False);
            case "if":
                return ParseIf(token);
            case "for":
                return ParseFor(token);
            case "some" or "every":
                return ParseQuantified(token);
            case "function" when Peek().Is("("):
                return ParseFunction(token);
            default:
                return ParseNamed(SimpleName(), token);
        }
    }

    private Node ParsePostfix(Node node)
    {
        while (true)
        {
            var token = Current;
            if (token.Is("."))
            {
                _at++;
                node = new PathNode(token.Start, node, MemberName());
            }
            else if (token.Is("[") && !ClosesRange())
            {
                node = ParseFilter(node, token);
            }
            else if (token.Is("("))
            {
                var (arguments, names) = ParseArguments();
                node = new CallNode(token.Start, node, arguments, names, Shortened(_text[node.Position..token.Start].Trim()));
            }
            else
            {
                return node;
            }

            if (node.Depth > EvaluationRun.DeepestEvaluation / 2)
            {
                throw new FeelSyntaxException("Uttrycket är för djupt.", "The expression is too deep.", node.Position);
            }
        }
    }

    private FilterNode ParseFilter(Node target, Token token)
    {
        _at++;
        var inRangeEnd = _inRangeEnd;
        _inRangeEnd = false;
        _scope = new NameScope(_scope, "item", isElement: true);
        var condition = ParseExpression(Loosest);
        _scope = _scope.Outer;
        _inRangeEnd = inRangeEnd;
        Expect("]");
        return new FilterNode(token.Start, target, condition);
    }

    private IfNode ParseIf(Token token)
    {
        _at++;
        var condition = ParseExpression(Loosest);
        ExpectWord("then");
        var then = ParseExpression(Loosest);
        ExpectWord("else");
        return new IfNode(token.Start, condition, then, ParseExpression(Loosest));
    }

    private ForNode ParseFor(Token token)
    {
        var scope = _scope;
        var domains = ParseDomains("return");
        _scope = new NameScope(_scope, "partial");
        var body = ParseExpression(Loosest);
        _scope = scope;
        return new ForNode(token.Start, domains, body);
    }

    private QuantifiedNode ParseQuantified(Token token)
    {
        var scope = _scope;
        var domains = ParseDomains("satisfies");
        var condition = ParseExpression(Loosest);
        _scope = scope;
        return new QuantifiedNode(token.Start, token.Text == "every", domains, condition);
    }

    /// <summary>Reads <c>x in a, y in b</c> up to the given word and leaves the names in scope.</summary>
    private IterationDomain[] ParseDomains(string until)
    {
        var domains = new List<IterationDomain>();
        do
        {
            _at++;
            var name = NameUntil(static t => t.IsWord("in"));
            ExpectWord("in");
            var from = ParseExpression(Loosest);
            var to = Accept("..") ? ParseExpression(Loosest) : null;
            domains.Add(new IterationDomain(from, to));
            _scope = new NameScope(_scope, name);
        }
        while (Current.Is(","));

        ExpectWord(until);
        return [.. domains];
    }

    private Node ParseContext(Token token)
    {
        _at++;
        var scope = _scope;
        var names = new List<string>();
        var values = new List<Node>();
        string? duplicate = null;
        while (!Current.Is("}"))
        {
            var name = Current.Kind == TokenKind.Text ? _tokens[_at++].Text : NameUntil(static t => t.Is(":"));
            Expect(":");
            duplicate = names.Contains(name, StringComparer.Ordinal) ? name : duplicate;
            names.Add(name);
            values.Add(ParseExpression(Loosest));
            _scope = new NameScope(_scope, name);
            RememberMember(name);
            if (!Accept(",") && !Current.Is("}"))
            {
                throw Unexpected("\",\"");
            }
        }

        _at++;
        _scope = scope;
        return duplicate is null
            ? new ContextNode(token.Start, [.. names], [.. values])
            : new FailingNode(token.Start, Complaint.DuplicateKey, duplicate);
    }

    private Node ParseFunction(Token token)
    {
        _at += 2;
        var scope = _scope;
        var parameters = new List<FunctionParameter>();
        while (!Current.Is(")"))
        {
            var name = NameUntil(static t => t.Is(":") || t.Is(",") || t.Is(")"));
            var type = Accept(":") ? ParseType() : Types.AnyType.Instance;
            parameters.Add(new FunctionParameter(name, type));
            _scope = new NameScope(_scope, name);
            if (!Accept(",") && !Current.Is(")"))
            {
                throw Unexpected("\",\"");
            }
        }

        _at++;
        var external = Current.IsWord("external");
        _at += external ? 1 : 0;
        var body = ParseExpression(Loosest);
        _scope = scope;
        return external ? new FailingNode(token.Start, Complaint.ExternalFunction) : new FunctionNode(token.Start, [.. parameters], body);
    }
}
