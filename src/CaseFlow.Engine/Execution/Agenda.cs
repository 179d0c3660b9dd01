using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>One thing that remains to be done before the instance stands still.</summary>
/// <param name="Target">The element that gets a token; null when the next instance of the multi-instance body <paramref name="Scope"/> is to be entered.</param>
/// <param name="Flow">The flow that the token came by, if any.</param>
/// <param name="Signal">A signal that is to be delivered; then there is no target.</param>
/// <param name="Generation">The scope's generation when it was noted; a later one means that the scope was cleared meanwhile.</param>
internal readonly record struct AgendaItem(ElementModel? Target, FlowModel? Flow, ElementInstance Scope, int Generation, SignalThrown? Signal);

/// <summary>First in, first out, so that parallel branches advance side by side and always in the same order.</summary>
internal sealed class Agenda
{
    private AgendaItem[] _items = new AgendaItem[4];
    private int _first;
    private int _count;

    internal void Add(ElementModel? target, FlowModel? flow, ElementInstance scope, SignalThrown? signal = null)
    {
        if (_count == _items.Length)
            Grow();
        _items[(_first + _count++) % _items.Length] = new AgendaItem(target, flow, scope, scope.Generation, signal);
        scope.Pending++;
    }

    /// <summary>Takes the next thing to do; what was meant for a scope that is gone or was cleared is passed over.</summary>
    internal bool TryTake(out AgendaItem item)
    {
        while (_count > 0)
        {
            item = _items[_first];
            _items[_first] = default;
            _first = (_first + 1) % _items.Length;
            _count--;
            var isStale = item.Scope.IsGone || item.Generation != item.Scope.Generation;
            if (!isStale)
                item.Scope.Pending--;
            // A signal has been thrown, whatever became of the scope meanwhile.
            if (!isStale || item.Signal is not null)
                return true;
        }

        item = default;
        return false;
    }

    private void Grow()
    {
        var items = new AgendaItem[_items.Length * 2];
        for (var i = 0; i < _count; i++)
            items[i] = _items[(_first + i) % _items.Length];
        (_items, _first) = (items, 0);
    }
}
