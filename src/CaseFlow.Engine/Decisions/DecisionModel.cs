using CaseFlow.Engine.Decisions.Logic;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Decisions;

/// <summary>A compiled DMN model: immutable, safe to evaluate from several threads at once.</summary>
public sealed class DecisionModel
{
    private readonly IReadOnlyList<DrgElement> _elements;
    private readonly bool _declaresInputs;

    internal DecisionModel(string id, string name, string ns, IReadOnlyList<DrgElement> elements)
    {
        Id = id;
        Name = name;
        Namespace = ns;
        _elements = elements;
        _declaresInputs = elements.Any(e => e is InputElement);
        DecisionIds = [.. elements.OfType<DecisionElement>().Select(d => d.Id)];
        FunctionIds = [.. elements.OfType<FunctionElement>().Select(f => f.Id)];
    }

    /// <summary>The id of the model's <c>definitions</c>.</summary>
    public string Id { get; }

    public string Name { get; }

    public string Namespace { get; }

    /// <summary>The ids of all decisions in the model, in document order.</summary>
    public IReadOnlyList<string> DecisionIds { get; }

    /// <summary>The ids of all business knowledge and decision services in the model, in document order.</summary>
    public IReadOnlyList<string> FunctionIds { get; }

    /// <summary>The decision's table as text, or null when the decision is unknown or is not a table.</summary>
    public DecisionTableView? FindTable(string decisionId) => Find<DecisionElement>(decisionId)?.View;

    private T? Find<T>(string idOrName)
        where T : DrgElement =>
        _elements.OfType<T>().FirstOrDefault(e => e.Id == idOrName)
        ?? _elements.OfType<T>().FirstOrDefault(e => e.Name == idOrName || e.ElementName == idOrName);

    /// <summary>Evaluates a decision and everything that it requires.</summary>
    /// <param name="decisionId">The decision's id or name.</param>
    /// <param name="inputs">
    /// Input values by the name of the input; what is missing is null. An input of an imported model may be given as
    /// <c>namespace#name</c>, which goes before its plain name. A decision without logic takes its value from here too.
    /// In a model that declares no inputs at all, as is usual with tables called from processes, expressions see all.
    /// </param>
    /// <param name="env">The time and the step budget, which covers the whole evaluation.</param>
    /// <returns>Never throws: an unknown id or a failure is told by <see cref="DecisionResult.Failure"/>.</returns>
    public DecisionResult Evaluate(string decisionId, FeelContext inputs, FeelEnvironment env)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(env);
        if (Find<DecisionElement>(decisionId) is not { } decision)
        {
            return Unknown(decisionId);
        }

        var trace = new TableTrace();
        var required = FeelContext.Empty;
        var (value, failure) = Stopped(new EvaluationRun(FeelContext.Empty, env), run =>
        {
            var evaluation = new DecisionEvaluation(run, element => Given(inputs, element), decisionsGiven: false, _declaresInputs ? FeelContext.Empty : inputs);
            var made = evaluation.ValueOf(decision, trace);
            required = decision.Table is null
                ? DecisionEvaluation.VariablesOf([.. decision.Requirements.Where(r => r.Element is not FunctionElement)], evaluation.ValueOf)
                : trace.Inputs;
            return made;
        });
        return new DecisionResult(value, trace.Matched, required, failure);
    }

    /// <summary>Calls business knowledge or a decision service with arguments by name.</summary>
    /// <param name="functionId">Its id or name.</param>
    /// <param name="arguments">The arguments; what is missing is null, what the function does not know is left out.</param>
    /// <param name="env">The time and the step budget, which covers the whole evaluation.</param>
    /// <returns>A service with several output decisions gives a context of them.</returns>
    public DecisionResult Call(string functionId, FeelContext arguments, FeelEnvironment env)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(env);
        if (Find<FunctionElement>(functionId)?.Function is not { } function)
        {
            return Unknown(functionId);
        }

        var values = function.ParameterNames.Select(n => arguments[n]).ToArray();
        var (value, failure) = Stopped(new EvaluationRun(FeelContext.Empty, env), run => function.Invoke(run, values, 0));
        return new DecisionResult(value, [], arguments, failure);
    }

    private static FeelValue? Given(FeelContext inputs, DrgElement element) =>
        inputs.TryGet($"{element.Namespace}#{element.Name}", out var qualified) ? qualified
        : inputs.TryGet(element.Name, out var plain) ? plain
        : inputs.TryGet(element.ElementName, out var named) ? named
        : null;

    private static FeelResult Stopped(EvaluationRun run, Func<EvaluationRun, FeelValue> evaluate)
    {
        try
        {
            return run.Finish(evaluate(run));
        }
        catch (EvaluationStoppedException e)
        {
            return new FeelResult(FeelValue.Null, e.Error);
        }
    }

    private static DecisionResult Unknown(string id) =>
        new(FeelValue.Null, [], FeelContext.Empty, Complaint.UnknownDecision.Filled(0, id, null, null));
}
