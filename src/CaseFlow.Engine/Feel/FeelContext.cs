using System.Collections;

namespace CaseFlow.Engine.Feel;

/// <summary>An immutable FEEL context: names to values, in the order they were first added (DMN 1.5, section 10.3.2.6).</summary>
public sealed class FeelContext : IReadOnlyCollection<KeyValuePair<string, FeelValue>>, IEquatable<FeelContext>
{
    private readonly List<KeyValuePair<string, FeelValue>> _entries;

    private FeelContext(List<KeyValuePair<string, FeelValue>> entries) => _entries = entries;

    public static FeelContext Empty { get; } = new([]);

    public int Count => _entries.Count;

    /// <summary>Builds a context; a later entry with the same name replaces the earlier.</summary>
    public static FeelContext Of(params IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        var list = new List<KeyValuePair<string, FeelValue>>();
        foreach (var entry in entries)
        {
            var at = list.FindIndex(e => e.Key == entry.Key);
            if (at < 0)
            {
                list.Add(entry);
            }
            else
            {
                list[at] = entry;
            }
        }

        return new FeelContext(list);
    }

    public bool TryGet(string name, out FeelValue value)
    {
        foreach (var entry in _entries)
        {
            if (entry.Key == name)
            {
                value = entry.Value;
                return true;
            }
        }

        value = FeelValue.Null;
        return false;
    }

    /// <summary>The value of <paramref name="name"/>, or null where there is none.</summary>
    public FeelValue this[string name] => TryGet(name, out var value) ? value : FeelValue.Null;

    public FeelContext With(string name, FeelValue value) => Of([.. _entries, new(name, value)]);

    public FeelContext With(FeelContext other) => Of([.. _entries, .. other._entries]);

    public IEnumerator<KeyValuePair<string, FeelValue>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(FeelContext? other) =>
        other is not null && Count == other.Count && _entries.TrueForAll(e => other.TryGet(e.Key, out var value) && value == e.Value);

    public override bool Equals(object? obj) => Equals(obj as FeelContext);

    public override int GetHashCode() => _entries.Count;
}
