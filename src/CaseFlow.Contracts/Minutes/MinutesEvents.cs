namespace CaseFlow.Contracts.Minutes;

/// <summary>Signed minutes have been approved for publication: they can be read without signing in, and the channels fetch them.</summary>
/// <param name="Body">Key of the body that met.</param>
/// <param name="PublicationId">The publication; another one when they are published again.</param>
/// <param name="Hash">SHA-256 of the text, the same in every channel.</param>
public sealed record MinutesReleased(Guid MeetingId, string Number, long Version, string Body, Guid PublicationId, string Hash, DateTimeOffset ReleasedAt) : IMeetingEvent;

/// <summary>Every channel has confirmed that the minutes stand on its site.</summary>
public sealed record MinutesPublished(Guid MeetingId, string Number, long Version, string Body, Guid PublicationId, string Hash, DateTimeOffset PublishedAt) : IMeetingEvent;

/// <summary>The minutes have been taken away again; the channels take them away too.</summary>
public sealed record MinutesWithdrawn(Guid MeetingId, string Number, long Version, string Body, Guid PublicationId, string Hash, DateTimeOffset WithdrawnAt) : IMeetingEvent;
