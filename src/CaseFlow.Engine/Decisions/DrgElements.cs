using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Evaluation;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Types;

namespace CaseFlow.Engine.Decisions;

/// <summary>Something in a requirements graph that has a name and a value: an input, a decision, a function.</summary>
internal abstract class DrgElement(string id, string elementName, string name, string ns)
{
    public string Id => id;

    /// <summary>The name of the element itself.</summary>
    public string ElementName => elementName;

    /// <summary>The name of its variable, as expressions know it.</summary>
    public string Name => name;

    public string Namespace => ns;

    public FeelType Type { get; set; } = AnyType.Instance;

    /// <summary>What it requires; set when all elements of the model are known.</summary>
    public IReadOnlyList<Requirement> Requirements { get; set; } = [];
}

/// <summary>One thing that an element requires, and how its expressions name it.</summary>
/// <param name="Import">The name of the import that it comes through; null in the same model.</param>
/// <param name="Element">What is required.</param>
internal sealed record Requirement(string? Import, DrgElement Element);

/// <summary>A value that is handed in.</summary>
internal sealed class InputElement(string id, string elementName, string name, string ns) : DrgElement(id, elementName, name, ns);

/// <summary>A decision.</summary>
internal sealed class DecisionElement(string id, string elementName, string name, string ns) : DrgElement(id, elementName, name, ns)
{
    /// <summary>Null for a decision without logic, whose value is handed in.</summary>
    public Node? Logic { get; set; }

    /// <summary>The logic as a table, when it is one.</summary>
    public Logic.DecisionTable? Table { get; set; }

    public DecisionTableView? View { get; set; }
}

/// <summary>A function of the model: business knowledge or a decision service.</summary>
internal sealed class FunctionElement(string id, string elementName, string name, string ns) : DrgElement(id, elementName, name, ns)
{
    public FeelFunction? Function { get; set; }
}

/// <summary>Business knowledge as a function. It sees its parameters, itself and the knowledge that it requires.</summary>
internal sealed class KnowledgeFunction(FunctionElement element, FunctionParameter[] parameters, FeelType result, Node body) : FeelFunction
{
    private readonly Lazy<Closure> _closure = new(() => new Closure(parameters, result, body, null, Surroundings(element)));

    public override IReadOnlyList<string> ParameterNames { get; } = [.. parameters.Select(p => p.Name)];

    // Knowledge requires only knowledge, whose value does not depend on any inputs.
    private static FeelContext Surroundings(FunctionElement element) =>
        DecisionEvaluation.VariablesOf(
            [.. element.Requirements, new Requirement(null, element)],
            static required => required is FunctionElement { Function: { } function } ? FeelValue.Of(function) : FeelValue.Null);

    internal override FeelValue Invoke(EvaluationRun run, FeelValue[] arguments, int position) => _closure.Value.Invoke(run, arguments, position);
}

/// <summary>A decision service as a function: its inputs and input decisions are given, its output decisions are evaluated.</summary>
internal sealed class ServiceFunction(IReadOnlyList<DrgElement> given, IReadOnlyList<DecisionElement> outputs, FeelType result, string name) : FeelFunction
{
    public override IReadOnlyList<string> ParameterNames { get; } = [.. given.Select(g => g.Name)];

    internal override FeelValue Invoke(EvaluationRun run, FeelValue[] arguments, int position)
    {
        if (arguments.Length != given.Count)
        {
            return run.Fail(position, Complaint.ArgumentCount, name, arguments.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var values = new Dictionary<DrgElement, FeelValue>();
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i].Type.Coerce(run, arguments[i]) is not { } value)
            {
                return run.Fail(position, Complaint.WrongType, EvaluationRun.Shown(arguments[i]), given[i].Type.Name);
            }

            values[given[i]] = value;
        }

        run.Step();
        var evaluation = new DecisionEvaluation(run, element => values.TryGetValue(element, out var value) ? value : null, decisionsGiven: true, FeelContext.Empty);
        var answer = outputs is [var only]
            ? evaluation.ValueOf(only)
            : FeelValue.Of(FeelContext.Of(outputs.Select(o => new KeyValuePair<string, FeelValue>(o.Name, evaluation.ValueOf(o)))));
        return result.Coerce(run, answer) ?? run.Fail(position, Complaint.WrongType, EvaluationRun.Shown(answer), result.Name);
    }
}
