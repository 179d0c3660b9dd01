namespace CaseFlow.Contracts.Intake;

/// <summary>A case was handed in by an area, or by one of the two sides.</summary>
/// <param name="Area">Key of the submitting area; null when a side submits.</param>
/// <param name="Side">Key of the submitting side; null when an area submits.</param>
/// <param name="WishedMeetingId">The meeting the submitter hopes for.</param>
public sealed record CaseSubmitted(
    Guid CaseId, string Number, long Version, string? Area, string? Side, Guid? WishedMeetingId, DateTimeOffset SubmittedAt) : ICaseEvent;

/// <summary>The case has its number and a receipt is due.</summary>
public sealed record CaseReceived(Guid CaseId, string Number, long Version, DateTimeOffset ReceivedAt) : ICaseEvent;

/// <summary>The submitter took the case back.</summary>
public sealed record CaseWithdrawn(Guid CaseId, string Number, long Version, DateTimeOffset WithdrawnAt) : ICaseEvent;
