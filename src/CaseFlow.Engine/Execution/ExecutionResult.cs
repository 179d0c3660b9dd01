namespace CaseFlow.Engine.Execution;

/// <summary>What a command led to: facts, or a rejection and no facts.</summary>
/// <param name="Facts">In the order in which they happened; already applied to the caller's state.</param>
/// <param name="Rejection">Why nothing happened, or null.</param>
public sealed record ExecutionResult(IReadOnlyList<Fact> Facts, Rejection? Rejection);

/// <summary>Why a command could not be carried out. The state is as before.</summary>
/// <param name="Code">Stable, for instance <c>task.not-open</c>.</param>
public sealed record Rejection(string Code, string Sv, string En);
