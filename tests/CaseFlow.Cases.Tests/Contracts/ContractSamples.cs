using System.Text.Json;
using CaseFlow.Contracts.Decisions;
using CaseFlow.Contracts.Documents;
using CaseFlow.Contracts.Escalation;
using CaseFlow.Contracts.Feedback;
using CaseFlow.Contracts.Intake;
using CaseFlow.Contracts.Meetings;
using CaseFlow.Contracts.Minutes;
using CaseFlow.Contracts.Notifications;
using CaseFlow.Contracts.Sorting;
using CaseFlow.Contracts.Tasks;
using CaseFlow.Contracts.Timeline;

namespace CaseFlow.Cases.Tests.Contracts;

/// <summary>One message of each kind, with every member filled in.</summary>
internal static class ContractSamples
{
    public static readonly Guid Case = Guid.Parse("019a8b00-0000-7000-8000-000000000017");
    public static readonly Guid Meeting = Guid.Parse("019a8b00-0000-7000-8000-0000000000aa");
    private static readonly Guid Item = Guid.Parse("019a8b00-0000-7000-8000-0000000000bb");
    private static readonly Guid Document = Guid.Parse("019a8b00-0000-7000-8000-0000000000cc");
    private static readonly Guid Publication = Guid.Parse("019a8b00-0000-7000-8000-0000000000dd");
    private static readonly DateTimeOffset Noon = new(2027, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2027, 3, 12);
    private const string Number = "2027-00017";
    private const string MeetingNumber = "organ-2027-03-12";

    public static IReadOnlyList<object> All { get; } =
    [
        new SubmitCase("req-1", "konto-7", "area-1", "side-1", Answers()),
        new CompleteTask("req-2", "konto-7", Case, 12, 3, Answers()),
        new CaseSubmitted(Case, Number, 1, "area-1", "side-1", Meeting, Noon),
        new CaseReceived(Case, Number, 1, Noon),
        new CaseWithdrawn(Case, Number, 4, Noon),
        new CaseSorted(Case, Number, 5, "organ", "dialog", Noon),
        new CaseStatusChanged(Case, Number, 5, "beredning", "under-sortering", Day),
        new CaseClosed(Case, Number, 31, "avslutat", Noon),
        new TaskOpened(Case, Meeting, Number, 5, 12, "Task_Bered", [new TaskCandidate("beredningsansvarig", "side-1", "area-1")], Noon),
        new TaskCompleted(Case, Meeting, Number, 6, 12, "Task_Bered", "konto-7"),
        new TaskWithdrawn(Case, Meeting, Number, 6, 12, "Task_Bered"),
        new MeetingPlanned(Meeting, MeetingNumber, 1, "organ", Noon, Noon.AddHours(3), Day),
        new MeetingMoved(Meeting, MeetingNumber, 2, "organ", Noon, Noon.AddDays(7), Day),
        new MeetingCancelled(Meeting, MeetingNumber, 3, "organ", Noon),
        new MeetingSummoned(Meeting, MeetingNumber, 3, "organ", Noon, [Case]),
        new MeetingItemDecided(Meeting, MeetingNumber, 9, "organ", Item, Case, Number, ["staller-sig-bakom"], "rekommenderande", Day),
        new MinutesReleased(Meeting, MeetingNumber, 21, "organ", Publication, "ab12", Noon),
        new MinutesPublished(Meeting, MeetingNumber, 21, "organ", Publication, "ab12", Noon),
        new MinutesWithdrawn(Meeting, MeetingNumber, 21, "organ", Publication, "ab12", Noon),
        new EscalationReceived(Case, Number, 12, "organ-ovan", Day),
        new EscalationAnswered(Case, Number, 14, "organ-ovan", ["rekommenderar"], Day),
        new FeedbackSent(Case, Number, 15, "sortering", 6, Noon),
        new SpreadConfirmed(Case, Meeting, Number, 16, "area-1", Day),
        new DocumentAdded(Case, Meeting, Number, 7, Document, 2, "ab12", "arbetsmaterial"),
        new MailRequested(Case, Meeting, Number, 5, "case.sorted", ["konto-7"], new Dictionary<string, string>(StringComparer.Ordinal) { ["outcome"] = "organ" }),
    ];

    /// <summary>A sorted event with the given version.</summary>
    public static CaseSorted Sorted(long version, Guid? caseId = null) => new(caseId ?? Case, Number, version, "organ", null, Noon);

    private static Dictionary<string, JsonElement> Answers() => new(StringComparer.Ordinal)
    {
        ["rubrik"] = JsonSerializer.SerializeToElement("Övergång mellan vårdgivare"),
        ["lansfraga"] = JsonSerializer.SerializeToElement(true),
    };
}
