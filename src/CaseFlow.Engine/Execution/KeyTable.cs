namespace CaseFlow.Engine.Execution;

/// <summary>
/// Items under keys that nearly always grow. Two arrays in key order: found by binary search, added at the end (in the
/// middle only after a retry), removed by leaving a hole that is closed when the arrays are full. Small, flat in time,
/// and always in the same order.
/// </summary>
internal sealed class KeyTable<T>
    where T : class
{
    private long[] _keys = new long[2];
    private T?[] _items = new T?[2];
    private int _used;

    internal int Count { get; private set; }

    internal T Last => _items[_used - 1] ?? throw new InvalidOperationException("The table is empty.");

    internal void Add(long key, T item)
    {
        if (_used == _keys.Length)
            MakeRoom();
        var at = _used;
        if (_used > 0 && _keys[_used - 1] >= key)
        {
            at = Array.BinarySearch(_keys, 0, _used, key);
            if (at >= 0)
            {
                Refill(at, item);
                return;
            }

            at = ~at;
            Array.Copy(_keys, at, _keys, at + 1, _used - at);
            Array.Copy(_items, at, _items, at + 1, _used - at);
        }

        _keys[at] = key;
        _items[at] = item;
        _used++;
        Count++;
    }

    internal T? Find(long key)
    {
        var at = Array.BinarySearch(_keys, 0, _used, key);
        return at < 0 ? null : _items[at];
    }

    internal bool Remove(long key)
    {
        var at = Array.BinarySearch(_keys, 0, _used, key);
        if (at < 0 || _items[at] is null)
            return false;
        _items[at] = null;
        Count--;
        while (_used > 0 && _items[_used - 1] is null)
            _used--;
        return true;
    }

    /// <summary>The items in key order. Items may be removed meanwhile, but none added.</summary>
    internal IEnumerable<T> Items()
    {
        for (var i = 0; i < _used; i++)
        {
            if (_items[i] is { } item)
                yield return item;
        }
    }

    private void Refill(int at, T item)
    {
        if (_items[at] is not null)
            throw new InvalidOperationException($"The key {_keys[at]} is already in use.");
        _items[at] = item;
        Count++;
    }

    private void MakeRoom()
    {
        var size = Count > _used / 2 ? _used * 2 : _used;
        var keys = new long[size];
        var items = new T?[size];
        var to = 0;
        for (var from = 0; from < _used; from++)
        {
            if (_items[from] is not { } item)
                continue;
            keys[to] = _keys[from];
            items[to++] = item;
        }

        (_keys, _items, _used) = (keys, items, to);
    }
}
