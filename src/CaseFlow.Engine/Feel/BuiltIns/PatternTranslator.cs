using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>
/// Turns a regular expression of XPath (XQuery 1.0 and XPath 2.0 Functions and Operators, section 7.6.1) into one of
/// .NET, and refuses what XPath refuses.
/// </summary>
internal sealed class PatternTranslator(string pattern, bool dotAll, bool multiline)
{
    // One character of Unicode beyond 16 bits.
    private const string Pair = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";
    private const string Space = " \\t\\n\\r";
    private const string Word = "\\p{L}\\p{M}\\p{N}\\p{S}";
    private const string NotWord = "\\p{P}\\p{Z}\\p{C}";
    private const string NameStart = "\\p{L}_:";
    private const string NameChar = "\\p{L}\\p{Nd}\\p{M}\\-._:\u00B7";

    private readonly StringBuilder _out = new();
    private readonly Stack<Group> _open = new();
    private readonly HashSet<int> _closed = [];
    private int _at;
    private int _groups;

    /// <summary>How many capturing groups the pattern has.</summary>
    public int GroupCount => _groups;

    /// <summary>Whether the pattern refers back to a group, which only a backtracking matcher can do.</summary>
    public bool HasBackReference { get; private set; }

    /// <summary>Whether something repeated holds something repeated, so that backtracking may take exponential time.</summary>
    public bool HasNestedRepetition { get; private set; }

    /// <summary>How many parts may be repeated without bound.</summary>
    public int Repetitions { get; private set; }

    /// <summary>The pattern's length with counted repetitions written out, or nearly so.</summary>
    public int Size { get; private set; } = pattern.Length;

    private sealed class Group(int number)
    {
        public int Number { get; } = number;

        public bool HasRepetition { get; set; }
    }

    /// <summary>The pattern for .NET, or null when it is not one of XPath.</summary>
    public string? Translate()
    {
        var quantifiable = false;
        var lastGroupRepeats = false;
        while (_at < pattern.Length)
        {
            var c = pattern[_at];
            if (c is '*' or '+' or '?' or '{')
            {
                if (!quantifiable || !Quantifier(lastGroupRepeats))
                {
                    return null;
                }

                quantifiable = false;
                continue;
            }

            lastGroupRepeats = false;
            quantifiable = c is not ('(' or '|' or '^' or '$');
            if (!(c switch
            {
                '(' => OpenGroup(),
                ')' => CloseGroup(out lastGroupRepeats),
                '[' => Class(0),
                '\\' => Escape(),
                ']' or '}' => false,
                '.' => Write($"(?:{Pair}|{(dotAll ? "[\\s\\S]" : "[^\\n\\r]")})", 1),
                '$' => Write(multiline ? "$" : "\\z", 1),
                '^' => Write("^", 1),
                '|' => Write("|", 1),
                _ => Literal(c),
            }))
            {
                return null;
            }
        }

        return _open.Count == 0 ? _out.ToString() : null;
    }

    private bool Write(string text, int consumed)
    {
        _out.Append(text);
        _at += consumed;
        return true;
    }

    private bool Literal(char c) => char.IsHighSurrogate(c) && _at + 1 < pattern.Length && char.IsLowSurrogate(pattern[_at + 1])
        ? Write($"(?:{pattern.AsSpan(_at, 2)})", 2)
        : Write(c is '#' or ' ' or '\n' or '\t' or '\r' ? $"\\u{(int)c:x4}" : c.ToString(), 1);

    private bool OpenGroup()
    {
        if (_at + 1 < pattern.Length && pattern[_at + 1] == '?')
        {
            if (_at + 2 >= pattern.Length || pattern[_at + 2] != ':')
            {
                return false;
            }

            _open.Push(new Group(0));
            return Write("(?:", 3);
        }

        _open.Push(new Group(++_groups));
        return Write("(", 1);
    }

    private bool CloseGroup(out bool repeats)
    {
        repeats = false;
        if (!_open.TryPop(out var group))
        {
            return false;
        }

        repeats = group.HasRepetition;
        _ = group.Number > 0 && _closed.Add(group.Number);
        if (repeats && _open.TryPeek(out var outer))
        {
            outer.HasRepetition = true;
        }

        return Write(")", 1);
    }

    private bool Quantifier(bool overRepetition)
    {
        var start = _at;
        if (pattern[_at] == '{')
        {
            var end = pattern.IndexOf('}', _at);
            if (end < 0 || !Bounds(pattern.AsSpan(_at + 1, end - _at - 1)))
            {
                return false;
            }

            _at = end + 1;
        }
        else
        {
            _at++;
        }

        if (_at < pattern.Length && pattern[_at] == '?')
        {
            _at++;
        }

        Repetitions++;
        HasNestedRepetition |= overRepetition;
        if (_open.TryPeek(out var group))
        {
            group.HasRepetition = true;
        }

        _out.Append(pattern, start, _at - start);
        return true;
    }

    private bool Bounds(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        var low = comma < 0 ? text : text[..comma];
        var high = comma < 0 ? low : text[(comma + 1)..];
        if (!int.TryParse(low, NumberStyles.None, CultureInfo.InvariantCulture, out var least) || least > 1000)
        {
            return false;
        }

        var most = least;
        if (!high.IsEmpty && (!int.TryParse(high, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most < least || most > 1000))
        {
            return false;
        }

        Size += most * pattern.Length / 4;
        return true;
    }

    private bool Escape()
    {
        if (_at + 1 >= pattern.Length)
        {
            return false;
        }

        var c = pattern[_at + 1];
        if (char.IsAsciiDigit(c))
        {
            return BackReference();
        }

        if (c is 'S' or 'I' or 'C')
        {
            return Write(c switch { 'S' => $"[^{Space}]", 'I' => $"[^{NameStart}]", _ => $"[^{NameChar}]" }, 2);
        }

        return c is 's' or 'w' or 'W' or 'i' or 'c' ? Write($"[{Set(c)}]", 2) : PlainEscape(c);
    }

    private static string Set(char c) => c switch
    {
        's' => Space,
        'w' => Word,
        'W' => NotWord,
        'i' => NameStart,
        'c' => NameChar,
        _ => "",
    };

    /// <summary>An escape that means the same inside a class and outside.</summary>
    private bool PlainEscape(char c)
    {
        if (c is 'p' or 'P')
        {
            var end = pattern.IndexOf('}', _at);
            return _at + 2 < pattern.Length && pattern[_at + 2] == '{' && end > 0
                && pattern.AsSpan(_at + 3, end - _at - 3).IndexOf(' ') < 0
                && Write(pattern[_at..(end + 1)], end + 1 - _at);
        }

        return "nrt\\|.?*+(){}-[]^$dD".Contains(c, StringComparison.Ordinal) && Write($"\\{c}", 2);
    }

    private bool BackReference()
    {
        var number = pattern[_at + 1] - '0';
        var length = 2;
        while (_at + length < pattern.Length && char.IsAsciiDigit(pattern[_at + length]) && _closed.Contains((number * 10) + pattern[_at + length] - '0'))
        {
            number = (number * 10) + pattern[_at + length] - '0';
            length++;
        }

        HasBackReference = true;
        return _closed.Contains(number) && Write(string.Create(CultureInfo.InvariantCulture, $"(?:\\{number})"), length);
    }

    private bool Class(int depth)
    {
        if (depth > 20)
        {
            return false;
        }

        _ = Write("[", 1);
        var negated = _at < pattern.Length && pattern[_at] == '^';
        _ = !negated || Write("^", 1);
        var first = true;
        while (_at < pattern.Length)
        {
            var c = pattern[_at];
            if (c == ']')
            {
                return !first && Write("]", 1);
            }

            if (c == '-' && _at + 1 < pattern.Length && pattern[_at + 1] == '[')
            {
                // A subtraction ends the class.
                return !first && Write("-", 1) && Class(depth + 1) && _at < pattern.Length && pattern[_at] == ']' && Write("]", 1);
            }

            if (c == '[' || !(c == '\\' ? ClassEscape() : Write(c == '^' ? "\\^" : c.ToString(), 1)))
            {
                return false;
            }

            first = false;
        }

        return false;
    }

    private bool ClassEscape()
    {
        if (_at + 1 >= pattern.Length)
        {
            return false;
        }

        var c = pattern[_at + 1];
        return c is 's' or 'w' or 'W' or 'i' or 'c' ? Write(Set(c), 2) : c == 'S' ? Write("\\S", 2) : PlainEscape(c);
    }
}
