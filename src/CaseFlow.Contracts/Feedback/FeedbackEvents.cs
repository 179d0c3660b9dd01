namespace CaseFlow.Contracts.Feedback;

/// <summary>The submitter and everybody on the case were told.</summary>
/// <param name="Occasion">What they were told of: code of the step in the process.</param>
/// <param name="Recipients">How many were told.</param>
public sealed record FeedbackSent(
    Guid CaseId, string Number, long Version, string Occasion, int Recipients, DateTimeOffset SentAt) : ICaseEvent;

/// <summary>An area confirmed that it has spread what was to be spread.</summary>
public sealed record SpreadConfirmed(
    Guid? CaseId, Guid? MeetingId, string Number, long Version, string Area, DateOnly ConfirmedOn) : ISubjectEvent;
