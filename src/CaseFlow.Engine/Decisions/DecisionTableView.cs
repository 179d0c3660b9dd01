namespace CaseFlow.Engine.Decisions;

/// <summary>A decision table as a person reads it: the texts of its columns and rules, for explanation and display.</summary>
/// <param name="HitPolicy">The policy's name in DMN, for instance <c>UNIQUE</c> or <c>COLLECT</c>.</param>
/// <param name="Inputs">The label, or else the expression, of each input column.</param>
/// <param name="Outputs">The label, or else the name, of each output column.</param>
/// <param name="Annotations">The name of each annotation column.</param>
/// <param name="Rules">The rules in table order.</param>
public sealed record DecisionTableView(
    string HitPolicy,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<string> Annotations,
    IReadOnlyList<DecisionRuleView> Rules);

/// <summary>One rule as it is written.</summary>
/// <param name="Number">Counted from 1, as in <see cref="DecisionResult.MatchedRules"/>.</param>
/// <param name="Id">The rule's id in the model, if it has one.</param>
/// <param name="Inputs">The text of each input cell.</param>
/// <param name="Outputs">The text of each output cell.</param>
/// <param name="Annotations">The text of each annotation cell.</param>
/// <param name="Description">The rule's description, if it has one.</param>
public sealed record DecisionRuleView(
    int Number,
    string? Id,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<string> Annotations,
    string? Description);
