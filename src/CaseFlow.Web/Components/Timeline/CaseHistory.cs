using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Components.Escalation;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Timeline;

/// <summary>An entry of a case's history in words.</summary>
internal sealed record HistoryLine(DateTimeOffset At, string What, string Tone);

/// <summary>What has happened to a case, in words: what its process did, and what the bodies said.</summary>
internal static class CaseHistory
{
    private static readonly Texts T = Texts.For("Cases");

    /// <summary>The latest first.</summary>
    public static IReadOnlyList<HistoryLine> Of(
        IReadOnlyList<TimelineEntry> entries, IReadOnlyList<BodyPosition> positions, IReadOnlyList<EscalationAnswer> answers, OrganisationNames names) =>
    [
        .. positions.Where(p => p.Item.ClosedAt is not null).Select(p => Position(p, names))
            .Concat(answers.Select(a => new HistoryLine(a.At, T["history.answered", names.ShortBody(a.Body), a.Clauses.Count > 0 ? EscalationWords.Clauses(a.Clauses) : EscalationWords.Answer(a.Answer)], "done")))
            // What the process did next comes after what was said, in the same moment.
            .Concat(entries.Where(IsTold).Select(e => new HistoryLine(e.At, What(e), Tone(e))))
            .OrderBy(line => line.At).Reverse(),
    ];

    private static HistoryLine Position(BodyPosition position, OrganisationNames names) => new(
        position.Item.ClosedAt ?? default, // filtered on closed
        T[
            position.Item.Conclusion == DecisionRules.Settled ? "history.position" : "history.handled",
            names.ShortBody(position.Meeting.Body),
            string.Join(", ", position.Item.ClauseCodes.Select(c => T.Find("clause." + c) ?? c))],
        "done");

    private static bool IsTold(TimelineEntry entry) => entry.Kind is not (TimelineKind.TaskWithdrawn or TimelineKind.TimerFired or TimelineKind.MessageReceived);

    private static string What(TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.Started => T["history.started"],
        TimelineKind.StatusChanged => entry.Status?.Current ?? entry.StatusKey ?? "",
        TimelineKind.TaskOpened => T["history.opened", entry.ElementName ?? ""],
        TimelineKind.TaskDone => T["history.done", entry.ElementName ?? ""],
        TimelineKind.TaskWithdrawn => T["history.withdrawn", entry.ElementName ?? ""],
        TimelineKind.MessageReceived => entry.ElementName ?? "",
        TimelineKind.TimerFired => entry.ElementName ?? "",
        TimelineKind.Decision => T["history.decision", entry.ElementName ?? ""],
        TimelineKind.IncidentRaised => T["history.incident", entry.ElementName ?? ""],
        TimelineKind.IncidentResolved => T["history.mended", entry.ElementName ?? ""],
        TimelineKind.Ended => T["history.ended"],
    };

    private static string Tone(TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.StatusChanged => "active",
        TimelineKind.TaskDone or TimelineKind.Ended => "done",
        TimelineKind.IncidentRaised => "stop",
        _ => "neutral",
    };
}
