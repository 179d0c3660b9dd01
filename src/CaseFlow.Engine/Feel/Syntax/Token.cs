namespace CaseFlow.Engine.Feel.Syntax;

internal enum TokenKind : byte
{
    End,
    Name,
    Number,
    Text,
    Temporal,
    Symbol,

    /// <summary>A character that begins nothing in FEEL. Only wrong when the parser comes to it: it may be part of a known name.</summary>
    Stray,
}

/// <summary>A token of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after it.</param>
/// <param name="Text">Its text; for strings what they mean, escapes resolved.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;
}
