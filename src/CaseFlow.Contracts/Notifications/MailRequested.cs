namespace CaseFlow.Contracts.Notifications;

/// <summary>Accounts are to be told of something about a case or a meeting, by the channels they have chosen.</summary>
/// <remarks>Carries no text and no address: the receiver writes the mail from the template and looks the addresses up when it is sent.</remarks>
/// <param name="Template">Key of the notice: <c>case.received</c>, <c>case.sorted</c>, <c>meeting.moved</c> and so on.</param>
/// <param name="AccountIds">Whom to tell.</param>
/// <param name="Codes">Codes, numbers and dates that the text needs, by name.</param>
public sealed record MailRequested(
    Guid? CaseId, Guid? MeetingId, string Number, long Version, string Template,
    IReadOnlyList<string> AccountIds, IReadOnlyDictionary<string, string> Codes) : ISubjectEvent;
