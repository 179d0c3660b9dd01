namespace CaseFlow.Cases.Storage;

/// <summary>
/// The locks of one unit of work. Everybody waits for locks in one order (instances by id, then names), so nobody waits in
/// a circle: a lock that comes out of order is only tried, and when it is taken the work starts again with all the locks
/// it was seen to need, taken in order before anything else.
/// </summary>
internal sealed class LockSet(CaseFlowDb db, SortedSet<LockKey> wanted)
{
    private readonly SortedSet<LockKey> _held = new(LockKey.Order);
    private readonly Dictionary<Guid, InstanceRow?> _rows = [];

    /// <summary>Takes what an earlier attempt was seen to need.</summary>
    public async Task TakeWanted(CancellationToken ct)
    {
        foreach (var key in wanted.ToList())
        {
            await Take(key, mayWait: true, ct);
        }
    }

    /// <summary>The locked instance, or null when there is none with this id.</summary>
    public async Task<InstanceRow?> Instance(Guid id, CancellationToken ct)
    {
        await Take(LockKey.OfInstance(id), ct);
        return _rows.GetValueOrDefault(id);
    }

    /// <summary>Locks a message's name and key, so that sending it and beginning to wait for it come one after the other.</summary>
    public Task Message(string name, string key, CancellationToken ct) => Take(LockKey.OfMessage(name, key), ct);

    private async Task Take(LockKey key, CancellationToken ct)
    {
        if (_held.Contains(key))
        {
            return;
        }

        wanted.Add(key);
        await Take(key, mayWait: _held.Count == 0 || LockKey.Order.Compare(key, _held.Max) > 0, ct);
    }

    private async Task Take(LockKey key, bool mayWait, CancellationToken ct)
    {
        if (key.IsName)
        {
            await db.LockName(key.Name, mayWait, ct);
        }
        else
        {
            _rows[key.Instance] = await db.LockInstance(key.Instance, mayWait, ct);
        }

        _held.Add(key);
    }
}
