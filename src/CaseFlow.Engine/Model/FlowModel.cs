namespace CaseFlow.Engine.Model;

/// <summary>A compiled sequence flow (BPMN 2.0.2, section 8.4.13).</summary>
public sealed class FlowModel
{
    internal FlowModel(int index, string id, string? name, int line, ElementModel source, ElementModel target, ModelExpression? condition, bool hasCondition)
    {
        Index = index;
        Id = id;
        Name = name;
        Line = line;
        Source = source;
        Target = target;
        Condition = condition;
        HasCondition = hasCondition;
    }

    /// <summary>The place in <see cref="ProcessModel.Flows"/>.</summary>
    public int Index { get; }

    public string Id { get; }

    public string? Name { get; }

    /// <summary>1-based line in the file.</summary>
    public int Line { get; }

    public ElementModel Source { get; }

    public ElementModel Target { get; }

    /// <summary>Null for a flow without condition.</summary>
    public ModelExpression? Condition { get; }

    /// <summary>True also where the condition could not be understood.</summary>
    internal bool HasCondition { get; }

    public bool IsDefault => ReferenceEquals(Source.DefaultFlow, this);
}
