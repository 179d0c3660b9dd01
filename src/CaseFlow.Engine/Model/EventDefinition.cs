namespace CaseFlow.Engine.Model;

/// <summary>One event definition of an event, or the message of a send or receive task.</summary>
public sealed class EventDefinition
{
    public required EventTrigger Trigger { get; init; }

    /// <summary>
    /// Message or signal name, error or escalation code, link name, id of the activity to compensate. Null for an error or escalation that catches every
    /// code, for compensation of everything in the scope, and for triggers without a name.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>For a timer: when it is due.</summary>
    public TimerDefinition? Timer { get; init; }

    /// <summary>For a conditional event.</summary>
    public ModelExpression? Condition { get; init; }

    /// <summary>For a message: the key by which it finds its receiver; null means the empty key.</summary>
    public ModelExpression? CorrelationKey { get; init; }

    /// <summary>What a thrown message or signal carries.</summary>
    public IReadOnlyList<VariableMapping> Payload { get; init; } = [];
}

/// <summary>How a timer's body is to be read.</summary>
public enum TimerKind
{
    /// <summary>A date or a date and time.</summary>
    Date,

    /// <summary>An ISO 8601 duration from when the timer is set.</summary>
    Duration,

    /// <summary>An ISO 8601 repeating interval (<c>R3/PT10H</c>).</summary>
    Cycle,

    /// <summary>Swedish working days: due at the end of the last of them, Europe/Stockholm.</summary>
    WorkingDays,
}

/// <param name="Kind">How the value is read.</param>
/// <param name="Value">The body of the timer.</param>
public sealed record TimerDefinition(TimerKind Kind, ModelExpression Value);
