namespace CaseFlow.Engine.Tests;

/// <summary>A small linear congruential generator: the same on every machine and in every version, so that a seed is a test case.</summary>
internal sealed class Mutation(int seed)
{
    private ulong _state = (ulong)seed;

    public int Next(int below)
    {
        _state = (_state * 6364136223846793005) + 1442695040888963407;
        return (int)((_state >> 33) % (ulong)below);
    }

    /// <summary>The text with a few parts cut out, doubled, moved or replaced by one of the given.</summary>
    public string Of(string text, IReadOnlyList<string> replacements)
    {
        for (var i = 1 + Next(4); i > 0 && text.Length > 2; i--)
        {
            var from = Next(text.Length);
            var length = Math.Min(1 + Next(20), text.Length - from);
            text = Next(4) switch
            {
                0 => text.Remove(from, length),
                1 => text.Insert(Next(text.Length), text.Substring(from, length)),
                2 => text.Remove(from, length).Insert(from, replacements[Next(replacements.Count)]),
                _ => text.Insert(from, replacements[Next(replacements.Count)]),
            };
        }

        return text;
    }
}
