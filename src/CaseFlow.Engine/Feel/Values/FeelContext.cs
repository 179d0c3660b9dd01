using System.Collections;

namespace CaseFlow.Engine.Feel;

/// <summary>An immutable FEEL context: names to values, in the order they were first added (DMN 1.5, section 10.3.2.6).</summary>
public sealed class FeelContext : IReadOnlyCollection<KeyValuePair<string, FeelValue>>, IEquatable<FeelContext>
{
    // Below this size a scan beats hashing.
    private const int IndexedFrom = 12;

    private readonly KeyValuePair<string, FeelValue>[] _entries;
    private readonly Dictionary<string, int>? _index;

    private FeelContext(KeyValuePair<string, FeelValue>[] entries, Dictionary<string, int>? index)
    {
        _entries = entries;
        _index = index;
    }

    public static FeelContext Empty { get; } = new([], null);

    public int Count => _entries.Length;

    /// <summary>The names in their order.</summary>
    public IEnumerable<string> Names => _entries.Select(e => e.Key);

    /// <summary>Builds a context; a later entry with the same name replaces the earlier.</summary>
    public static FeelContext Of(params IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var list = new List<KeyValuePair<string, FeelValue>>();
        Dictionary<string, int>? index = null;
        foreach (var entry in entries)
        {
            var at = index is null ? Scan(list, entry.Key) : index.GetValueOrDefault(entry.Key, -1);
            if (at >= 0)
            {
                list[at] = entry;
                continue;
            }

            list.Add(entry);
            index?.Add(entry.Key, list.Count - 1);
            if (list.Count == IndexedFrom)
            {
                index = new Dictionary<string, int>(StringComparer.Ordinal);
                for (var i = 0; i < list.Count; i++)
                {
                    index.Add(list[i].Key, i);
                }
            }
        }

        return list.Count == 0 ? Empty : new FeelContext([.. list], index);
    }

    /// <summary>A context of names that the caller knows to be different; the array is not copied.</summary>
    internal static FeelContext OfDistinct(KeyValuePair<string, FeelValue>[] entries) =>
        entries.Length >= IndexedFrom ? Of(entries) : new FeelContext(entries, null);

    private static int Scan(List<KeyValuePair<string, FeelValue>> list, string name)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Key == name)
            {
                return i;
            }
        }

        return -1;
    }

    public bool TryGet(string name, out FeelValue value)
    {
        var at = 0;
        return TryGet(name, ref at, out value);
    }

    /// <summary>Looks first where the name was found the last time, so that repeated reads of alike contexts need no search.</summary>
    internal bool TryGet(string name, ref int hint, out FeelValue value)
    {
        var entries = _entries;
        var at = hint;
        if ((uint)at < (uint)entries.Length && (ReferenceEquals(entries[at].Key, name) || entries[at].Key == name))
        {
            value = entries[at].Value;
            return true;
        }

        at = IndexOf(name);
        if (at < 0)
        {
            value = FeelValue.Null;
            return false;
        }

        hint = at;
        value = entries[at].Value;
        return true;
    }

    private int IndexOf(string name)
    {
        if (_index is not null)
        {
            return _index.GetValueOrDefault(name, -1);
        }

        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Key == name)
            {
                return i;
            }
        }

        return -1;
    }

    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>The value of <paramref name="name"/>, or null where there is none.</summary>
    public FeelValue this[string name] => TryGet(name, out var value) ? value : FeelValue.Null;

    /// <summary>This context with one entry added or replaced.</summary>
    public FeelContext With(string name, FeelValue value)
    {
        var at = IndexOf(name);
        if (at < 0)
        {
            return _entries.Length + 1 >= IndexedFrom
                ? Of([.. _entries, new(name, value)])
                : new FeelContext([.. _entries, new(name, value)], null);
        }

        var entries = (KeyValuePair<string, FeelValue>[])_entries.Clone();
        entries[at] = new(name, value);
        return new FeelContext(entries, _index);
    }

    /// <summary>This context with the entries of <paramref name="other"/> added or replaced.</summary>
    public FeelContext With(FeelContext other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Count == 0 ? this : Count == 0 ? other : Of([.. _entries, .. other._entries]);
    }

    /// <summary>This context without the entry, or itself when there is none.</summary>
    public FeelContext Without(string name) => Contains(name) ? Of(_entries.Where(e => e.Key != name)) : this;

    public IEnumerator<KeyValuePair<string, FeelValue>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, FeelValue>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(FeelContext? other) =>
        other is not null && Count == other.Count && Array.TrueForAll(_entries, e => other.TryGet(e.Key, out var value) && value == e.Value);

    public override bool Equals(object? obj) => Equals(obj as FeelContext);

    public override int GetHashCode() => _entries.Length;
}
