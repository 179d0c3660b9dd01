using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Evaluation;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Types;

namespace CaseFlow.Engine.Decisions;

/// <summary>
/// A type that a model defines (<c>itemDefinition</c>). Its allowed values are no part of what it is an instance of:
/// they are asked for apart, of what comes into the model.
/// </summary>
internal sealed class ItemType(string name) : FeelType
{
    private FeelType _inner = AnyType.Instance;

    public override string Name => name;

    /// <summary>What the type is made of; set once, when all types of the model have names.</summary>
    public FeelType Inner
    {
        get => _inner;
        set => _inner = value;
    }

    /// <summary>Tests that every element of a collection, or the value itself, must pass; null allows all.</summary>
    public TestNode? AllowedValues { get; set; }

    /// <summary>Tests that the whole value must pass; null allows all.</summary>
    public TestNode? Constraint { get; set; }

    public override FeelType? ElementType => _inner.ElementType;

    protected override bool Accepts(EvaluationRun run, in FeelValue value)
    {
        // A type may hold itself, so only the value's own depth ends this.
        run.Enter(1);
        var accepted = _inner.Conforms(run, value);
        run.Leave(1);
        return accepted;
    }

    /// <summary>Whether a type, if it is one of a model, allows the value; null is always allowed.</summary>
    public static bool Allows(EvaluationRun run, FeelType? type, in FeelValue value)
    {
        if (value.IsNull)
        {
            return true;
        }

        run.Enter(1);
        var allows = AllowsParts(run, type, value);
        run.Leave(1);
        return allows;
    }

    private static bool AllowsParts(EvaluationRun run, FeelType? type, in FeelValue value)
    {
        switch (type)
        {
            case ItemType item:
                return Passes(run, item.Constraint, value)
                    && (value.AsList() is { } list ? list.All(e => Passes(run, item.AllowedValues, e)) : Passes(run, item.AllowedValues, value))
                    && Allows(run, item.Inner, value);
            case ListType { ElementType: { } element }:
                return value.AsList() is not { } elements || elements.All(e => Allows(run, element, e));
            case ContextType context:
                return value.AsContext() is not { } entries || context.Entries.All(e => Allows(run, e.Value, entries[e.Key]));
            default:
                return true;
        }
    }

    private static bool Passes(EvaluationRun run, TestNode? test, in FeelValue value)
    {
        run.Step();
        return test is null || value.IsNull || test.Test(run, new Local(null, value), value).IsTrue;
    }
}
