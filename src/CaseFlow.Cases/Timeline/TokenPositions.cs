using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Timeline;

/// <summary>Finds the compiled elements behind the keys of one instance, also inside called processes, whose ids are their own.</summary>
public sealed class TokenPositions
{
    private readonly ModelBundle _bundle;
    private readonly string _processId;
    private readonly Dictionary<long, ActiveElement> _active;
    private readonly Dictionary<long, ElementModel?> _found = [];

    public TokenPositions(InstanceState state, ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(bundle);
        _bundle = bundle;
        _processId = state.ProcessId ?? "";
        Active = state.ActiveElements;
        _active = Active.ToDictionary(a => a.Key);
    }

    /// <summary>The active elements in the order in which they were entered.</summary>
    public IReadOnlyList<ActiveElement> Active { get; }

    /// <summary>The element of an active key; null when the key is not active.</summary>
    public ElementModel? Find(long key)
    {
        if (_found.TryGetValue(key, out var known))
        {
            return known;
        }

        return _found[key] = _active.TryGetValue(key, out var active) ? Find(active) : null;
    }

    /// <summary>The key itself and the keys of what contains it, innermost first.</summary>
    public IEnumerable<long> WithScopes(long key)
    {
        while (_active.TryGetValue(key, out var active))
        {
            yield return key;
            key = active.ScopeKey;
        }
    }

    private ElementModel? Find(ActiveElement active)
    {
        if (active.ScopeKey == 0)
        {
            return ElementPath.Inside(_bundle, _processId, null, active.ElementId);
        }

        return Find(active.ScopeKey) is { } scope ? ElementPath.Inside(_bundle, _processId, scope, active.ElementId) : null;
    }
}
