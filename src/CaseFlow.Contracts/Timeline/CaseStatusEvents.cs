namespace CaseFlow.Contracts.Timeline;

/// <summary>The status people see changed, because the tokens moved.</summary>
/// <param name="Status">Status key declared in the model.</param>
/// <param name="PreviousStatus">Null at the first status.</param>
/// <param name="DueOn">The day when the present step is due, if it has one.</param>
public sealed record CaseStatusChanged(
    Guid CaseId, string Number, long Version, string Status, string? PreviousStatus, DateOnly? DueOn) : ICaseEvent;

/// <summary>The case's process ended.</summary>
/// <param name="Outcome">The end's code.</param>
public sealed record CaseClosed(Guid CaseId, string Number, long Version, string Outcome, DateTimeOffset ClosedAt) : ICaseEvent;
