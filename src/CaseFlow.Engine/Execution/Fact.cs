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

public sealed record VariablesSet(long ScopeKey, FeelContext Variables) : Fact;

/// <summary>A user task waits. Candidates, form and command are those of the model with expressions evaluated.</summary>
public sealed record UserTaskOpened(long Key, string ElementId, TaskAssignment Assignment) : Fact;

public sealed record UserTaskDone(long Key, string ElementId, string? AnswerDigest) : Fact;

public sealed record UserTaskWithdrawn(long Key, string ElementId) : Fact;

public sealed record TimerScheduled(long Key, string ElementId, DateTimeOffset DueAt) : Fact;

public sealed record TimerFired(long Key, string ElementId) : Fact;

public sealed record TimerCancelled(long Key, string ElementId) : Fact;

public sealed record MessageAwaited(long Key, string ElementId, string MessageName, string CorrelationKey) : Fact;

public sealed record MessageReceived(long Key, string ElementId, string MessageName) : Fact;

public sealed record MessageNoLongerAwaited(long Key, string ElementId) : Fact;

/// <summary>A send task or throw event sends a message; the store delivers it to whoever waits for name and key.</summary>
public sealed record MessageThrown(string ElementId, string MessageName, string CorrelationKey, FeelContext Payload) : Fact;

public sealed record SignalThrown(string ElementId, string SignalName, FeelContext Payload) : Fact;

/// <summary>A service task waits for its handler. Inline jobs are run by the store inside the same commit.</summary>
public sealed record JobOpened(long Key, string ElementId, string Topic, bool Inline, FeelContext Input) : Fact;

public sealed record JobDone(long Key, string ElementId) : Fact;

public sealed record JobWithdrawn(long Key, string ElementId) : Fact;

/// <summary>A decision was evaluated: its inputs, the numbers of the rules that matched (from 1) and the result, so that it can be explained later.</summary>
public sealed record DecisionEvaluated(string ElementId, string DecisionId, FeelContext Inputs, IReadOnlyList<int> MatchedRules, FeelValue Result) : Fact;

/// <summary>An element stands still until a person mends it. <paramref name="Code"/> is stable; <paramref name="Detail"/> names the expression or topic, never a person's text.</summary>
public sealed record IncidentRaised(long Key, long ElementKey, string ElementId, string Code, string Detail) : Fact;

public sealed record IncidentResolved(long Key, string ElementId) : Fact;

/// <summary>Who may do a user task, and how: the model's <c>caseflow:</c> extensions with expressions evaluated.</summary>
/// <param name="Candidates">One entry per <c>caseflow:candidates</c>: any of them may do it.</param>
/// <param name="FormKey">Form in the bundle, or null for a bare confirmation.</param>
/// <param name="CommandName">The command whose rules hold on every road, or null.</param>
public sealed record TaskAssignment(IReadOnlyList<TaskCandidate> Candidates, string? FormKey, string? CommandName);

/// <summary>A role of the organisation, optionally narrowed to a side (huvudman) or an area.</summary>
public sealed record TaskCandidate(string Role, string? Side, string? Area);
