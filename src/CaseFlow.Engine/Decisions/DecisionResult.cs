using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Decisions;

/// <summary>What a decision gave, and what it was based on, so that the outcome can be explained and contested.</summary>
/// <param name="Value">The decision's value; null when it could not be decided.</param>
/// <param name="MatchedRules">The numbers (from 1) of the rules that matched in the decision's own table, in table order; empty when it is no table.</param>
/// <param name="Inputs">The table's input expressions with the values that they had; for other logic the values of the requirements.</param>
/// <param name="Failure">Why there is no meaningful value, or null.</param>
public sealed record DecisionResult(FeelValue Value, IReadOnlyList<int> MatchedRules, FeelContext Inputs, FeelError? Failure)
{
    /// <summary>The failure in Swedish, or null when the decision was made.</summary>
    public string? Error => Failure?.Sv;
}
