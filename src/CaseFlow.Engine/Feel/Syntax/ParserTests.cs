using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Unary tests, lists, ranges and parentheses, which begin alike.</summary>
internal sealed partial class Parser
{
    private bool _usesInput;

    /// <summary>The whole text as unary tests over the innermost local, <c>?</c>.</summary>
    public TestNode ParseWholeTests()
    {
        if (Current.Kind == TokenKind.End || (Current.Is("-") && Peek().Kind == TokenKind.End))
        {
            return new AnyTest();
        }

        if (Current.IsWord("not") && Peek().Is("(") && ParseNegatedTests() is { } negated)
        {
            return negated;
        }

        var tests = ParseTestList(wholeCell: true);
        ExpectEnd();
        return CheckedTest(tests.Count == 1 ? tests[0] : new AnyOfTest([.. tests], negated: false));
    }

    private static TestNode CheckedTest(TestNode test) =>
        test.Depth <= Evaluation.EvaluationRun.DeepestEvaluation / 2
            ? test
            : throw new FeelSyntaxException("Uttrycket är för djupt.", "The expression is too deep.", 0);

    /// <summary><c>not(a, b)</c> when that is all there is; otherwise null with nothing consumed.</summary>
    private AnyOfTest? ParseNegatedTests()
    {
        var start = _at;
        var nesting = _nesting;
        try
        {
            _at += 2;
            var tests = ParseTestList(wholeCell: true);
            Expect(")");
            ExpectEnd();
            return new AnyOfTest([.. tests], negated: true);
        }
        catch (FeelSyntaxException)
        {
            // It may still be an expression that only begins with a call of not().
            _at = start;
            _nesting = nesting;
            return null;
        }
    }

    private List<TestNode> ParseTestList(bool wholeCell)
    {
        var tests = new List<TestNode>();
        do
        {
            tests.Add(ParseTest(wholeCell ? Loosest : ComparisonLevel));
        }
        while (Accept(","));

        return tests;
    }

    private TestNode ParseTest(int level)
    {
        var token = Current;
        if (token.Kind == TokenKind.Symbol)
        {
            switch (token.Text)
            {
                case "<":
                    return new OrderTest(token.Start, Comparison.Less, Right(ComparisonLevel));
                case "<=":
                    return new OrderTest(token.Start, Comparison.AtMost, Right(ComparisonLevel));
                case ">":
                    return new OrderTest(token.Start, Comparison.Greater, Right(ComparisonLevel));
                case ">=":
                    return new OrderTest(token.Start, Comparison.AtLeast, Right(ComparisonLevel));
                case "=" or "!=":
                    return new EqualTest(token.Start, token.Text == "!=", Right(ComparisonLevel));
            }
        }

        var usedInput = _usesInput;
        _usesInput = false;
        var expression = ParseExpression(level);
        var usesInput = _usesInput;
        _usesInput |= usedInput;
        return expression switch
        {
            ConstantNode { Value: { Kind: FeelKind.Range } value } when value.AsRange() is { } range => new RangeTest(token.Start, range),
            ConstantNode { Value.Kind: not (FeelKind.Boolean or FeelKind.List or FeelKind.Null) } constant => new ConstantTest(constant.Value),
            _ => new ValueTest(token.Start, expression, usesInput),
        };
    }

    /// <summary>What follows <c>in</c>: one test, or several in parentheses.</summary>
    private TestNode ParseInTests()
    {
        if (!Current.Is("(") || IsOpenRange())
        {
            return ParseTest(ComparisonLevel);
        }

        _at++;
        var tests = ParseTestList(wholeCell: false);
        Expect(")");
        return tests.Count == 1 ? tests[0] : new AnyOfTest([.. tests], negated: false);
    }

    /// <summary>Whether the parenthesis here begins a range such as <c>(1..5]</c>: two points stand at its own level.</summary>
    private bool IsOpenRange()
    {
        var level = 0;
        for (var i = _at; i < _tokens.Length; i++)
        {
            if (_tokens[i].Kind != TokenKind.Symbol)
            {
                continue;
            }

            switch (_tokens[i].Text)
            {
                case "(" or "[" or "{":
                    level++;
                    break;
                case ")" or "]" or "}":
                    if (--level <= 0)
                    {
                        return false;
                    }

                    break;
                case ".." when level == 1:
                    return true;
                case "," when level == 1:
                    return false;
            }
        }

        return false;
    }

    private Node ParseParenthesis(Token token)
    {
        _at++;
        if (RangeForm() is { } form)
        {
            return ParseOneSided(token, form);
        }

        var inRangeEnd = _inRangeEnd;
        _inRangeEnd = false;
        var inner = ParseExpression(Loosest);
        _inRangeEnd = inRangeEnd;
        if (Accept(".."))
        {
            return ParseRangeEnd(token, inner, startIncluded: false);
        }

        Expect(")");
        return inner;
    }

    private FeelRangeForm? RangeForm() => Current.Kind != TokenKind.Symbol ? null : Current.Text switch
    {
        "<" => FeelRangeForm.LessThan,
        "<=" => FeelRangeForm.AtMost,
        ">" => FeelRangeForm.GreaterThan,
        ">=" => FeelRangeForm.AtLeast,
        "=" => FeelRangeForm.Equal,
        "!=" => FeelRangeForm.NotEqual,
        _ => null,
    };

    /// <summary><c>(&lt; 10)</c> and its like, as a value.</summary>
    private RangeNode ParseOneSided(Token token, FeelRangeForm form)
    {
        var endpoint = Right(ComparisonLevel);
        Expect(")");
        var nothing = new ConstantNode(token.Start, FeelValue.Null);
        return form switch
        {
            FeelRangeForm.LessThan => new RangeNode(token.Start, nothing, false, endpoint, false, form),
            FeelRangeForm.AtMost => new RangeNode(token.Start, nothing, false, endpoint, true, form),
            FeelRangeForm.GreaterThan => new RangeNode(token.Start, endpoint, false, nothing, false, form),
            FeelRangeForm.AtLeast => new RangeNode(token.Start, endpoint, true, nothing, false, form),
            FeelRangeForm.Equal or FeelRangeForm.NotEqual or FeelRangeForm.Interval => new RangeNode(token.Start, endpoint, true, endpoint, true, form),
        };
    }

    /// <summary>A list, or a range that begins with <c>[</c> or <c>]</c>.</summary>
    private Node ParseBracket(Token token)
    {
        _at++;
        if (token.Is("[") && Accept("]"))
        {
            return new ListNode(token.Start, []);
        }

        var inRangeEnd = _inRangeEnd;
        _inRangeEnd = false;
        var first = ParseExpression(Loosest);
        if (Accept(".."))
        {
            _inRangeEnd = inRangeEnd;
            return ParseRangeEnd(token, first, startIncluded: token.Is("["));
        }

        if (token.Is("]"))
        {
            throw Unexpected("\"..\"");
        }

        var elements = new List<Node> { first };
        while (Accept(","))
        {
            elements.Add(ParseExpression(Loosest));
        }

        _inRangeEnd = inRangeEnd;
        Expect("]");
        return new ListNode(token.Start, [.. elements]);
    }

    private Node ParseRangeEnd(Token token, Node start, bool startIncluded)
    {
        var inRangeEnd = _inRangeEnd;
        _inRangeEnd = true;
        var end = ParseExpression(Loosest);
        _inRangeEnd = inRangeEnd;
        var included = Current.Is("]");
        if (!included && !Current.Is(")") && !Current.Is("["))
        {
            throw Unexpected("\"]\"");
        }

        _at++;
        return new RangeNode(token.Start, start, startIncluded, end, included, FeelRangeForm.Interval).Folded();
    }

    /// <summary>Whether <c>[</c> after the end of a range closes it, as in <c>[1..5[</c>, rather than beginning a filter.</summary>
    private bool ClosesRange()
    {
        if (!_inRangeEnd)
        {
            return false;
        }

        var next = Peek();
        if (next.Kind is TokenKind.End || (next.Kind == TokenKind.Symbol && next.Text is not ("(" or "[" or "{" or "-" or "]"))
            || (next.Kind == TokenKind.Name && Keywords.Contains(next.Text) && next.Text is not ("if" or "for" or "some" or "every")))
        {
            return true;
        }

        var level = 0;
        for (var i = _at + 1; i < _tokens.Length; i++)
        {
            switch (_tokens[i].Kind == TokenKind.Symbol ? _tokens[i].Text : "")
            {
                case "(" or "[" or "{":
                    level++;
                    break;
                case "]" when level == 0:
                    return false;
                case ")" or "]" or "}":
                    if (--level < 0)
                    {
                        return true;
                    }

                    break;
                case "," when level == 0:
                    return true;
            }
        }

        return true;
    }
}
