using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>
/// A compiled pattern. It runs on .NET's linear matcher; only a pattern with back references needs the backtracking one,
/// and is then refused where it could take exponential time and charged for the polynomial.
/// </summary>
internal sealed class Pattern
{
    private const int LongestPattern = 1_000;
    private const int CacheSize = 256;

    // Compiled patterns are pure, so sharing them between evaluations changes no result.
    private static readonly ConcurrentDictionary<(string, string), Pattern?> Cache = new();

    // Compiling a pattern takes as long as so many steps. Charged even when it is compiled already, so that the steps
    // of an evaluation do not depend on what was evaluated before.
    private const int CompilationCost = 100;

    private readonly int _repetitions;
    private readonly int _size;

    private Pattern(Regex regex, int groupCount, int repetitions, int size)
    {
        _size = size;
        Regex = regex;
        GroupCount = groupCount;
        _repetitions = repetitions;
    }

    public Regex Regex { get; }

    public int GroupCount { get; }

    /// <summary>The pattern, or null when it or its flags are not valid.</summary>
    public static Pattern? Create(string pattern, string flags)
    {
        if (Cache.TryGetValue((pattern, flags), out var known))
        {
            return known;
        }

        if (Cache.Count >= CacheSize)
        {
            Cache.Clear();
        }

        var created = Compile(pattern, flags);
        Cache[(pattern, flags)] = created;
        return created;
    }

    /// <summary>The steps that matching against a text of this length may take.</summary>
    public int Cost(int length)
    {
        var cost = CompilationCost + _size + ((1.0 + length) * (8 + _size) / 64);
        for (var i = 0; i < _repetitions; i++)
        {
            cost *= 1 + length;
        }

        return cost > int.MaxValue / 2 ? int.MaxValue / 2 : (int)cost;
    }

    private static Pattern? Compile(string pattern, string flags)
    {
        if (pattern.Length > LongestPattern || flags.Any(f => f is not ('s' or 'm' or 'i' or 'x')))
        {
            return null;
        }

        var multiline = flags.Contains('m', StringComparison.Ordinal);
        var text = flags.Contains('x', StringComparison.Ordinal) ? WithoutSpace(pattern) : pattern;
        var translator = new PatternTranslator(text, flags.Contains('s', StringComparison.Ordinal), multiline);
        if (translator.Translate() is not { } translated || (translator.HasBackReference && translator.HasNestedRepetition))
        {
            return null;
        }

        var options = RegexOptions.CultureInvariant
            | (multiline ? RegexOptions.Multiline : RegexOptions.None)
            | (flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None)
            | (translator.HasBackReference ? RegexOptions.None : RegexOptions.NonBacktracking);
        try
        {
            var regex = new Regex(translated, options, Regex.InfiniteMatchTimeout);
            return new Pattern(regex, translator.GroupCount, translator.HasBackReference ? translator.Repetitions : 0, translator.Size);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // A Unicode block that does not exist, or a pattern too large for the linear matcher.
            return null;
        }
    }

    /// <summary>Flag <c>x</c>: white space outside character classes does not count.</summary>
    private static string WithoutSpace(string pattern)
    {
        var kept = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth > 0 || c is not (' ' or '\t' or '\n' or '\r'))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }
}
