using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>At least one fact of each type, with every optional part once present and once absent.</summary>
internal static class FactSamples
{
    private static readonly DateTimeOffset Due = new(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);

    private static readonly FeelContext Variables = TestInstance.Context(
        ("ärende", FeelValue.Of("2026-00017")), ("antal", FeelValue.Of(3)), ("klar", FeelValue.Of(true)), ("saknas", FeelValue.Null),
        ("datum", FeelValue.Of(new DateOnly(2026, 4, 11))), ("sidor", FeelValue.Of((IReadOnlyList<FeelValue>)[FeelValue.Of("vgr"), FeelValue.Of("vastkom")])));

    internal static IReadOnlyList<Fact> All { get; } =
    [
        new InstanceStarted("lansarende", "0f1e", "inlämnat"),
        new InstanceEnded("completed", "avslutat"),
        new InstanceEnded("cancelled:dubblett", null),
        new ElementEntered(7, "sortera", 0),
        new ElementCompleted(7, "sortera"),
        new ElementCancelled(7, "sortera"),
        new SequenceFlowTaken("sortera-utfall", 3),
        new TokenJoined(9, "samla", "a-samla"),
        new ProcessCalled(4, "hosSro", "sro"),
        new MultiInstanceOpened(5, "bedöm", 2, FeelValue.Of((IReadOnlyList<FeelValue>)[FeelValue.Of("vgr"), FeelValue.Of("vastkom")])),
        new MultiInstanceOpened(5, "bedöm", 3, FeelValue.Null),
        new MultiInstanceOutput(5, "bedöm", 2, FeelValue.Of("vvg")),
        new VariablesSet(0, Variables),
        new UserTaskOpened(7, "sortera", new TaskAssignment([new TaskCandidate("beredningsansvarig", "vgr", null), new TaskCandidate("processledare", null, "fyrbodal")], "sortering", "DecideSorting")),
        new UserTaskOpened(8, "läs", new TaskAssignment([], null, null)),
        new UserTaskDone(7, "sortera", "sha256:00ff"),
        new UserTaskDone(8, "läs", null),
        new UserTaskWithdrawn(8, "läs"),
        new TimerScheduled(10, "påminn", Due, 7),
        new TimerScheduled(10, "påminn", Due, 7, 2, "P1D"),
        new TimerFired(10, "påminn"),
        new TimerCancelled(10, "påminn"),
        new MessageAwaited(11, "beslut", "arende.moteslutsats", "0a", 6),
        new MessageReceived(11, "beslut", "arende.moteslutsats"),
        new MessageNoLongerAwaited(11, "beslut"),
        new MessageThrown("anmäl", "mote.anmald", "0a", Variables),
        new SignalAwaited(12, "alla", "ny-regel", 6),
        new SignalReceived(12, "alla", "ny-regel"),
        new SignalNoLongerAwaited(12, "alla"),
        new SignalThrown("säg", "ny-regel", FeelContext.Empty),
        new ConditionAwaited(13, "när", 6, Holds: true),
        new ConditionMet(13, "när"),
        new ConditionNoLongerAwaited(13, "när"),
        new ErrorThrown("fel", "AVBRUTET"),
        new EscalationThrown("sent", "SENT"),
        new JobOpened(14, "meddela", "aterkoppling.meddela", true, TestInstance.Context(("skede", FeelValue.Of("sortering"))), 6),
        new JobDone(14, "meddela"),
        new JobWithdrawn(14, "meddela"),
        new DecisionEvaluated("avgör", "sortering", TestInstance.Context(("antal", FeelValue.Of(3))), [1, 4], FeelValue.Of("vvg")),
        new IncidentRaised(15, 6, "meddela", "job.failed", "brev: mail.down", LifecycleStage.Run),
        new IncidentResolved(15, "meddela"),
        new CompensationRegistered(16, "boka", 0, 6),
        new CompensationStarted(17, "avboka", 16),
        new CompensationDone(18, "del"),
        new AdHocActivityChosen(19, "valfritt", 2),
    ];
}
