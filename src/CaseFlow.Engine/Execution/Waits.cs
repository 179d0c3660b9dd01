using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>An element instance where a token stands, or that contains such.</summary>
/// <param name="ScopeKey">The element instance that contains it, 0 for the process itself.</param>
public sealed record ActiveElement(long Key, string ElementId, long ScopeKey);

/// <summary>A user task that somebody can do now.</summary>
/// <param name="Key">The key of the element instance.</param>
public sealed record OpenTask(long Key, string ElementId, TaskAssignment Assignment);

/// <summary>Something that an element instance waits for from outside.</summary>
/// <param name="Key">The wait's own key.</param>
/// <param name="ElementId">The element that will catch it: the event, or the task.</param>
/// <param name="ElementKey">The element instance that ends the wait when it ends: the task, the host of a boundary event, the scope of an event sub-process.</param>
public abstract record Wait(long Key, string ElementId, long ElementKey)
{
    /// <summary>The compiled <see cref="ElementId"/>, looked up at first use.</summary>
    internal ElementModel? Catcher { get; set; }

    // A cache is no part of what the record says.
    public virtual bool Equals(Wait? other) =>
        other is not null && EqualityContract == other.EqualityContract && Key == other.Key && ElementId == other.ElementId && ElementKey == other.ElementKey;

    public override int GetHashCode() => Key.GetHashCode();
}

/// <param name="RepeatsLeft">How many times it is set again after this one; −1 is without end.</param>
/// <param name="Every">The ISO 8601 duration between the times.</param>
public sealed record OpenTimer(long Key, string ElementId, long ElementKey, DateTimeOffset DueAt, int RepeatsLeft, string? Every) : Wait(Key, ElementId, ElementKey);

/// <param name="CorrelationKey">Empty when the wait is by name alone.</param>
public sealed record MessageWait(long Key, string ElementId, long ElementKey, string MessageName, string CorrelationKey) : Wait(Key, ElementId, ElementKey);

public sealed record SignalWait(long Key, string ElementId, long ElementKey, string SignalName) : Wait(Key, ElementId, ElementKey);

/// <param name="Holds">True when the condition was true when last looked at, so that it must become false before it can trigger again.</param>
public sealed record ConditionWait(long Key, string ElementId, long ElementKey, bool Holds) : Wait(Key, ElementId, ElementKey);

public sealed record OpenJob(long Key, string ElementId, long ElementKey, string Topic, bool Inline, FeelContext Input) : Wait(Key, ElementId, ElementKey);

/// <summary>An activity that has completed and can be compensated.</summary>
/// <param name="ScopeKey">The element instance that contained it.</param>
/// <param name="InstanceKey">What was its element instance; scope of what completed inside it.</param>
public sealed record Compensable(long Key, string ElementId, long ScopeKey, long InstanceKey);

/// <summary>An element that stands still until a person mends it.</summary>
public sealed record Incident(long Key, string ElementId, long ElementKey, string Code, string Detail, LifecycleStage Stage);
