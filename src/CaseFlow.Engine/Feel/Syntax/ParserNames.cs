using CaseFlow.Engine.Feel.BuiltIns;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>
/// Names. A name may hold spaces and the characters <c>. / - ' + *</c>, so the longest name in scope wins; where none
/// fits, words that stand side by side are one name, since two operands never do.
/// </summary>
internal sealed partial class Parser
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "and", "or", "between", "in", "instance", "then", "else", "return", "satisfies", "if", "for", "some", "every",
    };

    private static readonly string[] PropertyNames = ["time offset", "start included", "end included"];

    private List<string>? _localMembers;

    private void RememberMember(string name)
    {
        if (IsCompound(name))
        {
            (_localMembers ??= []).Add(name);
        }
    }

    private static bool IsCompound(string name) => name.Length > 0 && !name.All(Lexer.IsNamePart);

    /// <summary>Takes the longest name in scope of more than one token that stands here.</summary>
    private bool TryCompoundName(out string name)
    {
        var best = "";
        var end = 0;
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            Consider(scope.Name, ref best, ref end);
        }

        foreach (var known in _source.Names)
        {
            Consider(known, ref best, ref end);
        }

        foreach (var known in BuiltInLibrary.CompoundNames)
        {
            Consider(known, ref best, ref end);
        }

        if (InsideFilter())
        {
            ConsiderMembers(ref best, ref end);
        }

        return Take(best, end, out name);
    }

    private bool InsideFilter()
    {
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            if (scope.IsElement)
            {
                return true;
            }
        }

        return false;
    }

    private void ConsiderMembers(ref string best, ref int end)
    {
        foreach (var known in _source.Members)
        {
            Consider(known, ref best, ref end);
        }

        foreach (var known in _localMembers ?? [])
        {
            Consider(known, ref best, ref end);
        }
    }

    private bool Take(string best, int end, out string name)
    {
        name = best;
        if (best.Length == 0)
        {
            return false;
        }

        while (_tokens[_at].Kind != TokenKind.End && _tokens[_at].Start < end)
        {
            _at++;
        }

        return true;
    }

    private void Consider(string name, ref string best, ref int end)
    {
        if (name.Length > best.Length && IsCompound(name) && MatchEnd(name) is { } matched && matched > end)
        {
            best = name;
            end = matched;
        }
    }

    /// <summary>Where the name ends when it stands here, any white space for a space; null when it does not, or ends within a token.</summary>
    private int? MatchEnd(string name)
    {
        var at = Current.Start;
        foreach (var c in name)
        {
            if (c == ' ')
            {
                var start = at;
                while (at < _text.Length && char.IsWhiteSpace(_text[at]))
                {
                    at++;
                }

                if (at == start)
                {
                    return null;
                }
            }
            else if (at >= _text.Length || _text[at++] != c)
            {
                return null;
            }
        }

        for (var i = _at; i < _tokens.Length && _tokens[i].Start < at; i++)
        {
            if (_tokens[i].End > at)
            {
                return null;
            }
        }

        return at;
    }

    /// <summary>A declared name of one word, or all words that stand side by side.</summary>
    private string SimpleName()
    {
        var first = _tokens[_at++].Text;
        return IsDeclared(first) || (BuiltInLibrary.Find(first) is not null && Current.Is("(")) ? first : WithFollowingWords(first);
    }

    private string WithFollowingWords(string first)
    {
        var name = first;
        while (Current.Kind == TokenKind.Name && !Keywords.Contains(Current.Text))
        {
            name += " " + _tokens[_at++].Text;
        }

        return name;
    }

    /// <summary>The name after a point.</summary>
    private string MemberName()
    {
        if (Current.Kind == TokenKind.Text)
        {
            return _tokens[_at++].Text;
        }

        var best = "";
        var end = 0;
        ConsiderMembers(ref best, ref end);
        foreach (var known in PropertyNames)
        {
            Consider(known, ref best, ref end);
        }

        if (Take(best, end, out var name))
        {
            return name;
        }

        if (Current.Kind != TokenKind.Name)
        {
            throw Unexpected();
        }

        return WithFollowingWords(_tokens[_at++].Text);
    }

    /// <summary>The text up to a token, white space put in order: a name that is being declared.</summary>
    private string NameUntil(Func<Token, bool> ends)
    {
        var start = Current;
        if (start.Kind != TokenKind.Name)
        {
            throw Unexpected();
        }

        var last = start;
        while (!ends(Current))
        {
            if (Current.Kind is TokenKind.End or TokenKind.Text or TokenKind.Temporal)
            {
                throw Unexpected();
            }

            last = _tokens[_at++];
        }

        return Spaced(_text[start.Start..last.End]);
    }

    /// <summary>Every run of white space as one space.</summary>
    internal static string Spaced(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private bool IsDeclared(string name)
    {
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            if (scope.Name == name)
            {
                return true;
            }
        }

        return _source.Names.Contains(name);
    }

    private Node ParseNamed(string name, Token token)
    {
        if (Current.Is("(") && !IsDeclared(name) && BuiltInLibrary.Find(name) is { } function)
        {
            var (arguments, names) = ParseArguments();
            return new BuiltInCallNode(token.Start, function, arguments, names);
        }

        return Resolve(name, token.Start);
    }

    private Node Resolve(string name, int position)
    {
        _usesInput |= name == "?";
        List<int>? elements = null;
        Node? found = null;
        var hops = 0;
        for (var scope = _scope; scope is not null && found is null; scope = scope.Outer, hops++)
        {
            if (scope.IsElement)
            {
                (elements ??= []).Add(hops);
            }

            found = scope.Name == name ? new LocalNode(position, hops) : null;
        }

        if (found is null)
        {
            var builtIn = BuiltInLibrary.Find(name);
            found = new VariableNode(position, name, builtIn);
            if (builtIn is null && elements is null && !_source.Names.Contains(name))
            {
                _source.Unknown?.Invoke(name);
            }
        }

        return elements is null ? found : new ElementNameNode(position, name, [.. elements], found);
    }
}
