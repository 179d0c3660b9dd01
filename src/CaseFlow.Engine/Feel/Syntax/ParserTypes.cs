using CaseFlow.Engine.Feel.Types;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Types, after <c>instance of</c> and for parameters.</summary>
internal sealed partial class Parser
{
    private static readonly string[] CompoundTypes = ["date and time", "days and time duration", "years and months duration"];

    private FeelType ParseType()
    {
        if (++_nesting > DeepestNesting)
        {
            throw new FeelSyntaxException("Typen är för djupt nästlad.", "The type is nested too deeply.", Current.Start);
        }

        var token = Current;
        if (token.Kind != TokenKind.Name)
        {
            throw Unexpected();
        }

        var type = Peek().Is("<") && token.Text is "list" or "range" or "context" or "function" && Peek().Is("<")
            ? ParseGeneric(token)
            : ParseNamedType(token);
        _nesting--;
        return type;
    }

    private FeelType ParseGeneric(Token token)
    {
        _at += 2;
        switch (token.Text)
        {
            case "list":
                var list = new ListType(ParseType());
                Expect(">");
                return list;
            case "range":
                var range = new RangeType(ParseType());
                Expect(">");
                return range;
            case "context":
                return ParseContextType();
            default:
                return ParseFunctionType();
        }
    }

    private ContextType ParseContextType()
    {
        var entries = new List<KeyValuePair<string, FeelType>>();
        while (!Current.Is(">"))
        {
            var name = NameUntil(static t => t.Is(":"));
            Expect(":");
            entries.Add(new(name, ParseType()));
            if (!Accept(",") && !Current.Is(">"))
            {
                throw Unexpected("\">\"");
            }
        }

        _at++;
        return new ContextType(entries);
    }

    private FunctionType ParseFunctionType()
    {
        var parameters = new List<FeelType>();
        while (!Current.Is(">"))
        {
            parameters.Add(ParseType());
            if (!Accept(",") && !Current.Is(">"))
            {
                throw Unexpected("\">\"");
            }
        }

        _at++;
        Expect("->");
        return new FunctionType(parameters, ParseType());
    }

    private FeelType ParseNamedType(Token token)
    {
        var best = "";
        var end = 0;
        foreach (var name in CompoundTypes)
        {
            Consider(name, ref best, ref end);
        }

        foreach (var name in _source.TypeNames)
        {
            Consider(name, ref best, ref end);
        }

        if (!Take(best, end, out var found))
        {
            found = _tokens[_at++].Text;
            while (Current.Is(".") && Peek().Kind == TokenKind.Name)
            {
                found += "." + Peek().Text;
                _at += 2;
            }
        }

        return _source.Types(found) ?? KindType.Find(found)
            ?? throw new FeelSyntaxException($"Typen \"{Shortened(found)}\" finns inte.", $"The type \"{Shortened(found)}\" is not known.", token.Start);
    }
}
