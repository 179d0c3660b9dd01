namespace CaseFlow.Contracts.Meetings;

/// <summary>A meeting stands in the calendar.</summary>
/// <param name="Body">Key of the body that meets.</param>
/// <param name="PapersDueOn">Last day for papers.</param>
public sealed record MeetingPlanned(
    Guid MeetingId, string Number, long Version, string Body, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, DateOnly? PapersDueOn) : IMeetingEvent;

/// <summary>The meeting has another time; everything that waits for it moves along.</summary>
public sealed record MeetingMoved(
    Guid MeetingId, string Number, long Version, string Body, DateTimeOffset PreviousStartsAt, DateTimeOffset StartsAt, DateOnly? PapersDueOn) : IMeetingEvent;

/// <summary>The meeting will not be held; what waited for it waits for the body's next one.</summary>
public sealed record MeetingCancelled(Guid MeetingId, string Number, long Version, string Body, DateTimeOffset StartsAt) : IMeetingEvent;

/// <summary>The agenda is frozen and sent; later papers are supplements.</summary>
/// <param name="CaseIds">The cases on the agenda, in its order.</param>
public sealed record MeetingSummoned(
    Guid MeetingId, string Number, long Version, string Body, DateTimeOffset StartsAt, IReadOnlyList<Guid> CaseIds) : IMeetingEvent;
