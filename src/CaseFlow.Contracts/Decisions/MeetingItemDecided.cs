namespace CaseFlow.Contracts.Decisions;

/// <summary>A body finished one item of its agenda.</summary>
/// <param name="ItemId">The agenda item.</param>
/// <param name="CaseId">The item's case; null for an item without one.</param>
/// <param name="CaseNumber">That case's number.</param>
/// <param name="Clauses">Codes of the recorded clauses, in order.</param>
/// <param name="Effect">Code of the effect; null while it is not stated.</param>
public sealed record MeetingItemDecided(
    Guid MeetingId, string Number, long Version, string Body, Guid ItemId, Guid? CaseId, string? CaseNumber,
    IReadOnlyList<string> Clauses, string? Effect, DateOnly DecidedOn) : IMeetingEvent;
