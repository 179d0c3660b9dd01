using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>What the engine can be asked to do with one instance. Time, ids and actor come beside it in <see cref="Moment"/>.</summary>
public abstract record Command;

/// <summary>
/// Starts a new instance at the none start event, at the message start event that <paramref name="MessageName"/> names,
/// or at the start event with the id <paramref name="StartElementId"/> (a timer's or a signal's).
/// </summary>
public sealed record StartProcess(string ProcessId, FeelContext Variables, string? MessageName = null, string? StartElementId = null) : Command;

/// <summary>Completes an open user task. <paramref name="AnswerDigest"/> is the salted digest of what the person wrote; the text itself never enters a fact.</summary>
public sealed record CompleteUserTask(long TaskKey, FeelContext Variables, string? AnswerDigest = null) : Command;

/// <summary>
/// Ends an open user task with a BPMN error instead of an answer, to be caught by a boundary event or an event sub-process;
/// rejected (<c>error.not-caught</c>) when the model catches it nowhere, since a person at a form must then be told.
/// </summary>
public sealed record ThrowTaskError(long TaskKey, string ErrorCode, FeelContext Variables) : Command;

/// <summary>Delivers a message to the one wait with this name and key; rejected (<c>message.not-awaited</c>) when nothing here waits for it.</summary>
public sealed record CorrelateMessage(string Name, string Key, FeelContext Payload) : Command;

/// <summary>Delivers a signal to everything in the instance that waits for it; no wait is not an error.</summary>
public sealed record BroadcastSignal(string Name, FeelContext Payload) : Command;

/// <summary>A timer's date has come.</summary>
public sealed record FireTimer(long TimerKey) : Command;

/// <summary>A service task's work is done.</summary>
public sealed record CompleteJob(long JobKey, FeelContext Variables) : Command;

/// <summary>A service task's work failed for good: leaves an incident on the element.</summary>
public sealed record FailJob(long JobKey, string Reason) : Command;

/// <summary>A service task answers with a BPMN error, to be caught by a boundary event or an event sub-process.</summary>
public sealed record ThrowJobError(long JobKey, string ErrorCode, FeelContext Variables) : Command;

/// <summary>Tries the element of an incident again, with corrected variables merged into its scope first.</summary>
public sealed record RetryIncident(long IncidentKey, FeelContext Corrections) : Command;

/// <summary>Sets variables in the instance's root scope.</summary>
public sealed record SetVariables(FeelContext Variables) : Command;

/// <summary>Ends the instance and cancels everything open in it.</summary>
public sealed record CancelInstance(string ReasonCode) : Command;

/// <summary>When a command is carried out and by whom. The engine has no clock and makes no ids of its own.</summary>
/// <param name="Now">The caller's time, UTC.</param>
/// <param name="Actor">An account id or <c>system</c>; never a personal name.</param>
public sealed record Moment(DateTimeOffset Now, string Actor);
