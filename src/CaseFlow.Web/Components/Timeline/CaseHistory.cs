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
        IReadOnlyList<TimelineEntry> entries, IReadOnlyList<BodyPosition> positions, IReadOnlyList<EscalationAnswer> answers, OrganisationNames names, string originLevel) =>
    [
        .. positions.Where(p => p.Item.ClosedAt is not null).Select(p => Position(p, names))
            .Concat(answers.Select(a => new HistoryLine(a.At, T["history.answered", names.ShortBody(a.Body), a.Clauses.Count > 0 ? EscalationWords.Clauses(a.Clauses) : EscalationWords.Answer(a.Answer)], "done")))
            // What the process did next comes after what was said, in the same moment.
            .Concat(entries.Where((e, i) => IsTold(e) && !IsOrigin(entries, i, originLevel)).Select(e => new HistoryLine(e.At, What(e, names), Tone(e))))
            .OrderBy(line => line.At).Reverse(),
    ];

    private static HistoryLine Position(BodyPosition position, OrganisationNames names) => new(
        position.Item.ClosedAt ?? default, // filtered on closed
        T[
            position.Item.Conclusion == DecisionRules.Settled ? "history.position" : "history.handled",
            names.ShortBody(position.Meeting.Body),
            string.Join(", ", position.Item.ClauseCodes.Select(c => T.Find("clause." + c) ?? c))],
        "done");

    /// <summary>What people call a level.</summary>
    public static string Level(string key) => T.Find("level." + key) ?? key;

    // That a case begins where it arose is no move.
    private static bool IsOrigin(IReadOnlyList<TimelineEntry> entries, int at, string originLevel) =>
        entries[at].Kind == TimelineKind.LevelChanged && entries[at].Detail == originLevel && !entries.Take(at).Any(e => e.Kind == TimelineKind.LevelChanged);

    private static bool IsTold(TimelineEntry entry) => entry.Kind is not (TimelineKind.TaskWithdrawn or TimelineKind.TimerFired or TimelineKind.MessageReceived);

    private static string What(TimelineEntry entry, OrganisationNames names) => entry.Kind switch
    {
        TimelineKind.Started => T["history.started"],
        TimelineKind.StatusChanged => entry.Status?.Current ?? entry.StatusKey ?? "",
        TimelineKind.TaskOpened => T["history.opened", Step(entry, names)],
        TimelineKind.TaskDone => T["history.done", Step(entry, names)],
        TimelineKind.TaskWithdrawn => T["history.withdrawn", Step(entry, names)],
        TimelineKind.MessageReceived => Step(entry, names),
        TimelineKind.TimerFired => Step(entry, names),
        TimelineKind.Decision => T["history.decision", Step(entry, names)],
        TimelineKind.IncidentRaised => T["history.incident", Step(entry, names)],
        TimelineKind.IncidentResolved => T["history.mended", Step(entry, names)],
        TimelineKind.Ended => T["history.ended"],
        TimelineKind.LevelChanged => T["history.level", Level(entry.Detail ?? "")],
    };

    // A step that every area or side does for itself says whose turn this was.
    private static string Step(TimelineEntry entry, OrganisationNames names)
    {
        var step = entry.ElementName?.Current ?? "";
        return entry.For is { } of ? T["history.of", step, names.Find(of) ?? of] : step;
    }

    private static string Tone(TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.StatusChanged => "active",
        TimelineKind.TaskDone or TimelineKind.Ended => "done",
        TimelineKind.IncidentRaised => "stop",
        _ => "neutral",
    };
}
