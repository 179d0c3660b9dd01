using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Cuts a text into tokens. Names of several words are put together by the parser, which knows what is in scope.</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] LongSymbols = ["..", "**", "!=", "<=", ">=", "->"];

    private readonly List<Token> _tokens = [];
    private int _at;

    public FeelError? Error { get; private set; }

    public Token[] Tokens()
    {
        while (SkipSpace())
        {
            var c = text[_at];
            if (char.IsAsciiDigit(c) || (c == '.' && Next() is >= '0' and <= '9' && MayBeginNumber()))
            {
                ReadNumber();
            }
            else if (c == '"')
            {
                ReadText(TokenKind.Text, _at);
            }
            else if (c == '@' && Next() == '"')
            {
                ReadText(TokenKind.Temporal, _at++);
            }
            else if (IsNameStart(c))
            {
                ReadName();
            }
            else
            {
                ReadSymbol();
            }
        }

        _tokens.Add(new Token(TokenKind.End, text.Length, text.Length, ""));
        return [.. _tokens];
    }

    private char Next() => _at + 1 < text.Length ? text[_at + 1] : '\0';

    // ".5" begins a number, but not in "a.5" or "f(x).5".
    private bool MayBeginNumber() =>
        _tokens.Count == 0 || _tokens[^1].End < _at || (_tokens[^1].Kind is TokenKind.Symbol && _tokens[^1].Text is not (")" or "]" or "}"));

    private void Add(TokenKind kind, int start, string value) => _tokens.Add(new Token(kind, start, _at, value));

    /// <summary>Skips white space and comments; false at the end.</summary>
    private bool SkipSpace()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]) || text[_at] is '\uFEFF' or '\u180E' or '\u200B')
            {
                _at++;
            }
            else if (text[_at] == '/' && Next() == '/')
            {
                var end = text.AsSpan(_at).IndexOfAny('\n', '\r');
                _at = end < 0 ? text.Length : _at + end;
            }
            else if (text[_at] == '/' && Next() == '*')
            {
                var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    Error ??= new FeelError("Kommentaren tar inte slut.", "The comment does not end.", _at);
                }

                _at = end < 0 ? text.Length : end + 2;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void ReadNumber()
    {
        var start = _at;
        SkipDigits();
        if (_at < text.Length && text[_at] == '.' && Next() is >= '0' and <= '9')
        {
            _at++;
            SkipDigits();
        }

        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            var digits = Next() is '+' or '-' ? _at + 2 : _at + 1;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                _at = digits;
                SkipDigits();
            }
        }

        Add(TokenKind.Number, start, text[start.._at]);
    }

    private void SkipDigits()
    {
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }
    }

    private void ReadText(TokenKind kind, int start)
    {
        // _at stands on the opening quote, also for @"...".
        _at = start + (kind == TokenKind.Temporal ? 2 : 1);
        var value = new StringBuilder();
        while (_at < text.Length && text[_at] != '"')
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                ReadEscape(value);
            }
            else
            {
                value.Append(text[_at++]);
            }
        }

        if (_at >= text.Length)
        {
            Error ??= new FeelError("Strängen tar inte slut.", "The string does not end.", start);
            return;
        }

        _at++;
        Add(kind, start, value.ToString());
    }

    private void ReadEscape(StringBuilder value)
    {
        var c = text[_at + 1];
        _at += 2;
        switch (c)
        {
            case 'n':
                value.Append('\n');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 't':
                value.Append('\t');
                break;
            case '"' or '\'' or '\\':
                value.Append(c);
                break;
            case 'u' when TryHex(4, out var unit):
                value.Append((char)unit);
                break;
            case 'U' when TryHex(6, out var point):
                value.Append(char.ConvertFromUtf32(point));
                break;
            default:
                // No escape of FEEL: kept as it stands, so that patterns such as "\s" can be written plainly.
                value.Append('\\').Append(c);
                break;
        }
    }

    private bool TryHex(int digits, out int value)
    {
        value = 0;
        if (_at + digits > text.Length
            || !int.TryParse(text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            || (digits == 6 && !Rune.IsValid(value)))
        {
            return false;
        }

        _at += digits;
        return true;
    }

    private void ReadName()
    {
        var start = _at++;
        while (_at < text.Length && IsNamePart(text[_at]))
        {
            _at++;
        }

        Add(TokenKind.Name, start, text[start.._at]);
    }

    private void ReadSymbol()
    {
        var start = _at;
        foreach (var symbol in LongSymbols)
        {
            if (string.CompareOrdinal(text, _at, symbol, 0, symbol.Length) == 0)
            {
                _at += symbol.Length;
                Add(TokenKind.Symbol, start, symbol);
                return;
            }
        }

        var c = text[_at++];
        var known = "()[]{}+-*/=<>,.:".Contains(c, StringComparison.Ordinal);
        Add(known ? TokenKind.Symbol : TokenKind.Stray, start, c.ToString());
    }

    public static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or '?' || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    public static bool IsNamePart(char c) =>
        IsNameStart(c) || char.IsDigit(c) || c == '\u00B7' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
