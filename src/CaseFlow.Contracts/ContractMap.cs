using System.Collections.Frozen;
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

namespace CaseFlow.Contracts;

/// <summary>
/// Every message that CaseFlow sends or receives, with its CloudEvents type. A type that is not here cannot be sent,
/// and a message that claims one is moved aside. A changed shape is a new record with a new version beside the old.
/// </summary>
public static class ContractMap
{
    private static readonly FrozenDictionary<Type, string> Names = new Dictionary<Type, string>
    {
        [typeof(SubmitCase)] = "se.caseflow.case.submit.v1",
        [typeof(CompleteTask)] = "se.caseflow.task.complete.v1",

        [typeof(CaseSubmitted)] = "se.caseflow.case.submitted.v1",
        [typeof(CaseReceived)] = "se.caseflow.case.received.v1",
        [typeof(CaseWithdrawn)] = "se.caseflow.case.withdrawn.v1",
        [typeof(CaseSorted)] = "se.caseflow.case.sorted.v1",
        [typeof(CaseStatusChanged)] = "se.caseflow.case.status-changed.v1",
        [typeof(CaseClosed)] = "se.caseflow.case.closed.v1",

        [typeof(TaskOpened)] = "se.caseflow.task.opened.v1",
        [typeof(TaskCompleted)] = "se.caseflow.task.completed.v1",
        [typeof(TaskWithdrawn)] = "se.caseflow.task.withdrawn.v1",

        [typeof(MeetingPlanned)] = "se.caseflow.meeting.planned.v1",
        [typeof(MeetingMoved)] = "se.caseflow.meeting.moved.v1",
        [typeof(MeetingCancelled)] = "se.caseflow.meeting.cancelled.v1",
        [typeof(MeetingSummoned)] = "se.caseflow.meeting.summoned.v1",
        [typeof(MeetingItemDecided)] = "se.caseflow.meeting.item-decided.v1",

        [typeof(MinutesReleased)] = "se.caseflow.minutes.released.v1",
        [typeof(MinutesPublished)] = "se.caseflow.minutes.published.v1",
        [typeof(MinutesWithdrawn)] = "se.caseflow.minutes.withdrawn.v1",

        [typeof(EscalationReceived)] = "se.caseflow.escalation.received.v1",
        [typeof(EscalationAnswered)] = "se.caseflow.escalation.answered.v1",

        [typeof(FeedbackSent)] = "se.caseflow.feedback.sent.v1",
        [typeof(SpreadConfirmed)] = "se.caseflow.feedback.spread-confirmed.v1",
        [typeof(DocumentAdded)] = "se.caseflow.document.added.v1",
        [typeof(MailRequested)] = "se.caseflow.notification.mail-requested.v1",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Type> Types = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>All messages and their CloudEvents types.</summary>
    public static IReadOnlyDictionary<Type, string> All => Names;

    /// <summary>The CloudEvents type of a message, or null when it is none of ours.</summary>
    public static string? NameOf(Type message) => Names.GetValueOrDefault(message);

    /// <summary>The message of a CloudEvents type, or null when it is none of ours.</summary>
    public static Type? TypeOf(string name) => Types.GetValueOrDefault(name);

    /// <summary>What the message is about, for CloudEvents' <c>subject</c>: <c>case/{id}</c>, <c>meeting/{id}</c>, or null for a command.</summary>
    public static string? SubjectOf(object message) => message switch
    {
        ICaseEvent e => $"case/{e.CaseId}",
        IMeetingEvent e => $"meeting/{e.MeetingId}",
        ISubjectEvent { CaseId: { } id } => $"case/{id}",
        ISubjectEvent { MeetingId: { } id } => $"meeting/{id}",
        CompleteTask command => $"instance/{command.InstanceId}",
        _ => null,
    };
}
