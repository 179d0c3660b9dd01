namespace CaseFlow.Contracts.Tasks;

/// <summary>A user task waits for somebody.</summary>
/// <param name="TaskKey">Counted inside the instance; with the instance's id it addresses the task.</param>
/// <param name="ElementId">The task in the model.</param>
/// <param name="Candidates">Any of these may do it.</param>
public sealed record TaskOpened(
    Guid? CaseId, Guid? MeetingId, string Number, long Version, long TaskKey, string ElementId,
    IReadOnlyList<TaskCandidate> Candidates, DateTimeOffset? DueAt) : ISubjectEvent;

/// <summary>Somebody did the task.</summary>
/// <param name="CompletedBy">Account id.</param>
public sealed record TaskCompleted(
    Guid? CaseId, Guid? MeetingId, string Number, long Version, long TaskKey, string ElementId, string CompletedBy) : ISubjectEvent;

/// <summary>The task is no longer needed: the process went another way.</summary>
public sealed record TaskWithdrawn(
    Guid? CaseId, Guid? MeetingId, string Number, long Version, long TaskKey, string ElementId) : ISubjectEvent;

/// <summary>A role, narrowed to a side or an area where the role has one.</summary>
public sealed record TaskCandidate(string Role, string? Side, string? Area);
