using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// Something that happened in an instance. Facts are kept for ten years: each has a stable name and a version
/// (<c>FactJson</c>), and only <c>InstanceState.Apply</c> changes state from them.
/// Keys are counted inside the instance, from 1.
/// </summary>
public abstract record Fact;

public sealed record InstanceStarted(string ProcessId, string BundleHash, string StartElementId) : Fact;

public sealed record InstanceEnded(string Outcome, string? EndElementId) : Fact;

/// <summary>A token entered an element. <paramref name="ScopeKey"/> is the element instance that contains it, 0 for the process itself.</summary>
public sealed record ElementEntered(long Key, string ElementId, long ScopeKey) : Fact;

public sealed record ElementCompleted(long Key, string ElementId) : Fact;

/// <summary>The element was left without completing: interrupted, terminated or cancelled.</summary>
public sealed record ElementCancelled(long Key, string ElementId) : Fact;

public sealed record SequenceFlowTaken(string FlowId, long ScopeKey) : Fact;

/// <summary>A token arrived at a join that stands under <paramref name="Key"/> and waits for others.</summary>
public sealed record TokenJoined(long Key, string ElementId, string FlowId) : Fact;

/// <summary>A call activity called a process: the element instance is now the root of that process's scopes.</summary>
public sealed record ProcessCalled(long Key, string ElementId, string ProcessId) : Fact;

/// <summary>A multi-instance or looping activity knows its items. Its instances are entered one by one with <paramref name="Key"/> as scope.</summary>
/// <param name="Count">−1 for a loop that goes on while its condition is true.</param>
/// <param name="Items">The collection, or null where there is none.</param>
public sealed record MultiInstanceOpened(long Key, string ElementId, int Count, FeelValue Items) : Fact;

/// <summary>One instance of a multi-instance activity left its result.</summary>
/// <param name="Index">Counted from 1.</param>
public sealed record MultiInstanceOutput(long Key, string ElementId, int Index, FeelValue Value) : Fact;

public sealed record VariablesSet(long ScopeKey, FeelContext Variables) : Fact;

/// <summary>A user task waits. Candidates, form and command are those of the model with expressions evaluated.</summary>
public sealed record UserTaskOpened(long Key, string ElementId, TaskAssignment Assignment) : Fact;

public sealed record UserTaskDone(long Key, string ElementId, string? AnswerDigest) : Fact;

public sealed record UserTaskWithdrawn(long Key, string ElementId) : Fact;

/// <summary>A timer runs. <paramref name="ElementKey"/> is the element instance that it ends with.</summary>
/// <param name="RepeatsLeft">How many times it is set again after this one; −1 is without end.</param>
/// <param name="Every">The ISO 8601 duration from one time to the next, for a timer that is set again.</param>
public sealed record TimerScheduled(long Key, string ElementId, DateTimeOffset DueAt, long ElementKey, int RepeatsLeft = 0, string? Every = null) : Fact;

public sealed record TimerFired(long Key, string ElementId) : Fact;

public sealed record TimerCancelled(long Key, string ElementId) : Fact;

public sealed record MessageAwaited(long Key, string ElementId, string MessageName, string CorrelationKey, long ElementKey) : Fact;

public sealed record MessageReceived(long Key, string ElementId, string MessageName) : Fact;

public sealed record MessageNoLongerAwaited(long Key, string ElementId) : Fact;

public sealed record SignalAwaited(long Key, string ElementId, string SignalName, long ElementKey) : Fact;

public sealed record SignalReceived(long Key, string ElementId, string SignalName) : Fact;

public sealed record SignalNoLongerAwaited(long Key, string ElementId) : Fact;

/// <summary>A conditional event listens to the variables. See <see cref="ConditionWait.Holds"/>.</summary>
public sealed record ConditionAwaited(long Key, string ElementId, long ElementKey, bool Holds) : Fact;

public sealed record ConditionMet(long Key, string ElementId) : Fact;

public sealed record ConditionNoLongerAwaited(long Key, string ElementId) : Fact;

/// <summary>A send task or throw event sends a message; the store delivers it to whoever waits for name and key.</summary>
public sealed record MessageThrown(string ElementId, string MessageName, string CorrelationKey, FeelContext Payload) : Fact;

/// <summary>A signal was thrown: what waits for it in the same instance has got it, the store carries it to all others.</summary>
public sealed record SignalThrown(string ElementId, string SignalName, FeelContext Payload) : Fact;

/// <summary>An activity completed that can be compensated. <paramref name="InstanceKey"/> was its element instance.</summary>
public sealed record CompensationRegistered(long Key, string ElementId, long ScopeKey, long InstanceKey) : Fact;

/// <summary>The handler in the element instance <paramref name="Key"/> undoes what was registered under <paramref name="RegistrationKey"/>.</summary>
public sealed record CompensationStarted(long Key, string ElementId, long RegistrationKey) : Fact;

/// <summary>Nothing is left to undo of what was registered under <paramref name="Key"/>.</summary>
public sealed record CompensationDone(long Key, string ElementId) : Fact;

/// <summary>The next activity of an ad-hoc sub-process is started.</summary>
/// <param name="Index">Its place among the activities that begin by themselves, counted from 1.</param>
public sealed record AdHocActivityChosen(long Key, string ElementId, int Index) : Fact;

/// <summary>A BPMN error left an element on its way to the nearest scope that catches it.</summary>
public sealed record ErrorThrown(string ElementId, string ErrorCode) : Fact;

/// <summary>An escalation left an element; where nobody catches it the process goes on.</summary>
public sealed record EscalationThrown(string ElementId, string EscalationCode) : Fact;

/// <summary>A service task waits for its handler. Inline jobs are run by the store inside the same commit.</summary>
public sealed record JobOpened(long Key, string ElementId, string Topic, bool Inline, FeelContext Input, long ElementKey) : Fact;

public sealed record JobDone(long Key, string ElementId) : Fact;

public sealed record JobWithdrawn(long Key, string ElementId) : Fact;

/// <summary>A decision was evaluated: its inputs, the numbers of the rules that matched (from 1) and the result, so that it can be explained later.</summary>
public sealed record DecisionEvaluated(string ElementId, string DecisionId, FeelContext Inputs, IReadOnlyList<int> MatchedRules, FeelValue Result) : Fact;

/// <summary>An element stands still until a person mends it. <paramref name="Code"/> is stable; <paramref name="Detail"/> names the expression or topic, never a person's text.</summary>
/// <param name="Stage">Where a retry begins.</param>
public sealed record IncidentRaised(long Key, long ElementKey, string ElementId, string Code, string Detail, LifecycleStage Stage) : Fact;

public sealed record IncidentResolved(long Key, string ElementId) : Fact;

/// <summary>Who may do a user task, and how: the model's <c>caseflow:</c> extensions with expressions evaluated.</summary>
/// <param name="Candidates">One entry per <c>caseflow:candidates</c>: any of them may do it.</param>
/// <param name="FormKey">Form in the bundle, or null for a bare confirmation.</param>
/// <param name="CommandName">The command whose rules hold on every road, or null.</param>
public sealed record TaskAssignment(IReadOnlyList<TaskCandidate> Candidates, string? FormKey, string? CommandName);

/// <summary>A role of the organisation, optionally narrowed to a side (huvudman) or an area.</summary>
public sealed record TaskCandidate(string Role, string? Side, string? Area);
