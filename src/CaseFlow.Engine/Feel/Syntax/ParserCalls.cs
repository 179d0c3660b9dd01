using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>The arguments of calls.</summary>
internal sealed partial class Parser
{
    /// <summary>The arguments of a call, by position or all by name.</summary>
    private (Node[] Arguments, string[]? Names) ParseArguments()
    {
        Expect("(");
        var inRangeEnd = _inRangeEnd;
        _inRangeEnd = false;
        var arguments = new List<Node>();
        List<string>? names = null;
        while (!Current.Is(")"))
        {
            if (ArgumentName() is { } name)
            {
                (names ??= []).Add(name);
            }

            arguments.Add(ParseExpression(Loosest));
            if (!Accept(",") && !Current.Is(")"))
            {
                throw Unexpected("\",\"");
            }
        }

        _at++;
        _inRangeEnd = inRangeEnd;
        if (names is not null && names.Count != arguments.Count)
        {
            throw new FeelSyntaxException(
                "Argument ges antingen alla med namn eller alla efter plats.", "Arguments are given either all by name or all by position.", Current.Start);
        }

        return ([.. arguments], names?.ToArray());
    }

    private string? ArgumentName()
    {
        var ahead = 0;
        while (Peek(ahead).Kind == TokenKind.Name || (ahead > 0 && (Peek(ahead).Is("-") || Peek(ahead).Is("'"))))
        {
            ahead++;
        }

        if (ahead == 0 || !Peek(ahead).Is(":"))
        {
            return null;
        }

        var name = Spaced(_text[Current.Start..Peek(ahead - 1).End]);
        _at += ahead + 1;
        return name;
    }
}
