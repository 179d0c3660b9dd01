using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Decisions;

/// <summary>A compiled DMN model: immutable, safe to evaluate from several threads at once.</summary>
public sealed class DecisionModel
{
    internal DecisionModel(string id, string name, string ns)
    {
        Id = id;
        Name = name;
        Namespace = ns;
    }

    /// <summary>The id of the model's <c>definitions</c>.</summary>
    public string Id { get; }

    public string Name { get; }

    public string Namespace { get; }

    /// <summary>The ids of all decisions in the model, in document order.</summary>
    public IReadOnlyList<string> DecisionIds { get; } = [];

    /// <summary>The decision's table as text, or null when the decision is unknown or is not a table.</summary>
    public DecisionTableView? FindTable(string decisionId) => null;

    /// <summary>Evaluates a decision and everything that it requires.</summary>
    /// <param name="decisionId">The decision's id or name.</param>
    /// <param name="inputs">Input values by the name of the input; what is missing is null.</param>
    /// <param name="env">The time and the step budget, which covers the whole evaluation.</param>
    /// <returns>Never throws: an unknown id or a failure is told by <see cref="DecisionResult.Failure"/>.</returns>
    public DecisionResult Evaluate(string decisionId, FeelContext inputs, FeelEnvironment env) =>
        new(FeelValue.Null, [], FeelContext.Empty, new FeelError("Beslutet saknas.", "The decision is missing.", 0));
}
