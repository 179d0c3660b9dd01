namespace CaseFlow.Contracts.Documents;

/// <summary>A document, or a new version of one, lies on the case or the meeting.</summary>
/// <param name="DocumentVersion">Counted from 1.</param>
/// <param name="Sha256">Of the bytes, lower-case hexadecimal.</param>
/// <param name="Maturity">Code of the document's maturity: working paper or established.</param>
public sealed record DocumentAdded(
    Guid? CaseId, Guid? MeetingId, string Number, long Version, Guid DocumentId, int DocumentVersion, string Sha256, string Maturity) : ISubjectEvent;
