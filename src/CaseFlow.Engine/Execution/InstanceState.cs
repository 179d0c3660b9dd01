using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// Where one process instance stands. Changed only by <see cref="Apply"/>: the facts of an instance, applied in order
/// to a new state, give the same state again. Not safe for several threads at once.
/// </summary>
public sealed partial class InstanceState
{
    private readonly KeyTable<ElementInstance> _instances = new();
    private KeyTable<OpenTask>? _tasks;
    private KeyTable<Wait>? _waits;
    private KeyTable<Incident>? _incidents;
    private KeyTable<Compensable>? _compensables;
    private int _conditions;
    private Dictionary<(long Scope, string ElementId), ElementInstance>? _joins;

    /// <summary>Null until started.</summary>
    public string? ProcessId { get; private set; }

    /// <summary>The bundle that the instance is pinned to; null until started.</summary>
    public string? BundleHash { get; private set; }

    public bool IsStarted => ProcessId is not null;

    public bool IsEnded => Outcome is not null;

    /// <summary>
    /// Null until ended; then <c>completed</c>, <c>terminated</c>, <c>error:CODE</c> or <c>cancelled:REASON</c>.
    /// </summary>
    public string? Outcome { get; private set; }

    /// <summary>The end event that was reached last, where the instance ended at one.</summary>
    public string? EndElementId { get; private set; }

    /// <summary>How many facts have been applied.</summary>
    public long FactCount { get; private set; }

    /// <summary>The variables of the process itself. They remain when it has ended.</summary>
    public FeelContext Variables => Root?.Locals ?? FeelContext.Empty;

    /// <summary>Everything below in the order of the keys, which is the order in which it came about.</summary>
    public IReadOnlyList<ActiveElement> ActiveElements =>
        [.. _instances.Items().Select(i => new ActiveElement(i.Key, i.ElementId, i.Scope?.Key ?? 0))];

    public IReadOnlyList<OpenTask> OpenTasks => _tasks is null ? [] : [.. _tasks.Items()];

    public IReadOnlyList<OpenTimer> Timers => WaitsOf<OpenTimer>();

    public IReadOnlyList<MessageWait> MessageWaits => WaitsOf<MessageWait>();

    public IReadOnlyList<SignalWait> SignalWaits => WaitsOf<SignalWait>();

    public IReadOnlyList<ConditionWait> ConditionWaits => WaitsOf<ConditionWait>();

    public IReadOnlyList<OpenJob> Jobs => WaitsOf<OpenJob>();

    public IReadOnlyList<Incident> Incidents => _incidents is null ? [] : [.. _incidents.Items()];

    /// <summary>What has completed and can be compensated.</summary>
    public IReadOnlyList<Compensable> Compensables => _compensables is null ? [] : [.. _compensables.Items()];

    internal bool HasConditions => _conditions > 0;

    internal ElementInstance? Root { get; private set; }

    /// <summary>The start event, or the process's id where it begins without one.</summary>
    internal string? StartElementId { get; private set; }

    internal long LastKey { get; private set; }

    /// <summary>Run time: the models that the cached elements belong to.</summary>
    internal object? Models { get; set; }

    internal bool HasJoins => _joins is { Count: > 0 };

    /// <summary>The joins where tokens wait, in no order.</summary>
    internal IEnumerable<ElementInstance> Joins => _joins is null ? [] : _joins.Values;

    internal ElementInstance LastEntered => _instances.Last;

    internal IEnumerable<ElementInstance> Instances => _instances.Items();

    /// <summary>The open task with this key, or null.</summary>
    public OpenTask? FindTask(long taskKey) => _tasks?.Find(taskKey);

    /// <summary>
    /// The variables that an element instance sees: its own and those of its scopes, inner before outer. The key may be
    /// that of an element, a task, a timer, a message wait, a job or an incident. 0 is the process itself.
    /// </summary>
    /// <exception cref="KeyNotFoundException">Nothing open has this key.</exception>
    public FeelContext VariablesAt(long key)
    {
        var instance = FindInstance(key)
            ?? FindInstance(FindWait(key)?.ElementKey ?? FindIncident(key)?.ElementKey ?? -1)
            ?? throw new KeyNotFoundException($"Nothing open has the key {key}.");
        return VariableScopes.Visible(instance);
    }

    internal ElementInstance? FindInstance(long key) => key == 0 ? Root : _instances.Find(key);

    internal Wait? FindWait(long key) => _waits?.Find(key);

    internal MessageWait? FindMessageWait(string name, string correlationKey) =>
        AllWaits.OfType<MessageWait>().FirstOrDefault(w => w.MessageName == name && w.CorrelationKey == correlationKey);

    internal Incident? FindIncident(long key) => _incidents?.Find(key);

    internal ElementInstance? FindJoin(ElementInstance scope, string elementId) =>
        _joins is not null && _joins.TryGetValue((scope.Key, elementId), out var join) ? join : null;

    internal IEnumerable<Wait> AllWaits => _waits?.Items() ?? [];

    private T[] WaitsOf<T>()
        where T : Wait => _waits is null ? [] : [.. _waits.Items().OfType<T>()];
}
