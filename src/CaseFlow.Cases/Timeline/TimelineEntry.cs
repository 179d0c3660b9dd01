using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Timeline;

/// <summary>What an entry of the timeline tells.</summary>
public enum TimelineKind
{
    Started,

    /// <summary>The public status changed to <see cref="TimelineEntry.Status"/>.</summary>
    StatusChanged,

    TaskOpened,
    TaskDone,
    TaskWithdrawn,
    MessageReceived,
    TimerFired,

    /// <summary>A decision table was evaluated; <see cref="TimelineEntry.Detail"/> names the decision and the rules that matched.</summary>
    Decision,

    IncidentRaised,
    IncidentResolved,
    Ended,

    /// <summary>The case went to another level (R2); <see cref="TimelineEntry.Detail"/> is the level's key.</summary>
    LevelChanged,
}

/// <summary>Something that happened to a case or a meeting, read from its facts. Holds no text that a person wrote.</summary>
/// <param name="Sequence">The fact's number, so that entries are ordered and can be referred to.</param>
/// <param name="Actor">Account id or <c>system</c>.</param>
/// <param name="Key">Of the task or incident; 0 where there is none.</param>
/// <param name="ElementName">As the model names it.</param>
/// <param name="Status">The status in force after a <see cref="TimelineKind.StatusChanged"/>.</param>
/// <param name="StatusKey">Its key.</param>
/// <param name="Clauses">The clauses of the mandate that the element enforces.</param>
/// <param name="For">Of a task that only one area or one side may do: its key. Tells the tasks of one step apart.</param>
/// <param name="Detail">A code: message name, incident code, outcome.</param>
public sealed record TimelineEntry(
    long Sequence, DateTimeOffset At, string Actor, TimelineKind Kind, string? ProcessId, string? ElementId, BilingualText? ElementName, long Key,
    string? StatusKey, BilingualText? Status, IReadOnlyList<string> Clauses, string? Detail, string? For = null);

/// <summary>For how long the public status was the same; <paramref name="To"/> is null while it lasts.</summary>
public sealed record StatusPeriod(string StatusKey, BilingualText Status, DateTimeOffset From, DateTimeOffset? To);
