using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Types;

/// <summary>A type of FEEL values, for <c>instance of</c> and for what parameters, inputs and results must be.</summary>
internal abstract class FeelType
{
    /// <summary>The name as FEEL writes it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a value that is not null belongs to the type.</summary>
    protected abstract bool Accepts(EvaluationRun run, in FeelValue value);

    /// <summary><c>instance of</c>: null is an instance of nothing.</summary>
    public virtual bool Includes(EvaluationRun run, in FeelValue value) => !value.IsNull && Accepts(run, value);

    /// <summary>Whether the value may stand where the type is expected; null may always.</summary>
    public bool Conforms(EvaluationRun run, in FeelValue value) => value.IsNull || Accepts(run, value);

    /// <summary>
    /// The value converted implicitly (DMN 1.5, section 10.3.2.9.4): a list of one becomes its element, a value becomes a list of
    /// one, a date becomes its midnight in UTC. Null when it still does not conform; the FEEL null conforms.
    /// </summary>
    public FeelValue? Coerce(EvaluationRun run, in FeelValue value)
    {
        if (Conforms(run, value))
        {
            return value;
        }

        if (value.AsList() is [var only] && Conforms(run, only))
        {
            return only;
        }

        if (value.Kind != FeelKind.List && ElementType is not null)
        {
            FeelValue[] wrapped = [value];
            if (Conforms(run, FeelValue.Of(wrapped)))
            {
                return FeelValue.Of(wrapped);
            }
        }

        if (value.Kind == FeelKind.Date)
        {
            var midnight = FeelValue.Of(FeelDateTime.Of(value.AsDate(), new FeelTime(0, FeelZone.Utc)));
            return Accepts(run, midnight) ? midnight : null;
        }

        return null;
    }

    /// <summary>The element type of a list type, otherwise null.</summary>
    public virtual FeelType? ElementType => null;

    public override string ToString() => Name;
}

/// <summary>Every value.</summary>
internal sealed class AnyType : FeelType
{
    public static AnyType Instance { get; } = new();

    public override string Name => "Any";

    protected override bool Accepts(EvaluationRun run, in FeelValue value) => true;
}

/// <summary>The type that only null belongs to.</summary>
internal sealed class NullType : FeelType
{
    public override string Name => "Null";

    protected override bool Accepts(EvaluationRun run, in FeelValue value) => false;

    public override bool Includes(EvaluationRun run, in FeelValue value) => value.IsNull;
}

/// <summary>One of the types that have a name and no parts.</summary>
internal sealed class KindType(string name, params FeelKind[] kinds) : FeelType
{
    private static readonly Dictionary<string, FeelType> Known = new(StringComparer.Ordinal)
    {
        ["Any"] = AnyType.Instance,
        ["Null"] = new NullType(),
        ["number"] = new KindType("number", FeelKind.Number),
        ["string"] = new KindType("string", FeelKind.String),
        ["boolean"] = new KindType("boolean", FeelKind.Boolean),
        ["date"] = new KindType("date", FeelKind.Date),
        ["time"] = new KindType("time", FeelKind.Time),
        ["date and time"] = new KindType("date and time", FeelKind.DateTime),
        ["dateTime"] = new KindType("date and time", FeelKind.DateTime),
        ["days and time duration"] = new KindType("days and time duration", FeelKind.DaysTimeDuration),
        ["dayTimeDuration"] = new KindType("days and time duration", FeelKind.DaysTimeDuration),
        ["years and months duration"] = new KindType("years and months duration", FeelKind.YearsMonthsDuration),
        ["yearMonthDuration"] = new KindType("years and months duration", FeelKind.YearsMonthsDuration),
        ["duration"] = new KindType("duration", FeelKind.DaysTimeDuration, FeelKind.YearsMonthsDuration),
        ["list"] = new ListType(AnyType.Instance),
        ["context"] = new ContextType([]),
        ["range"] = new RangeType(AnyType.Instance),
        ["function"] = new KindType("function", FeelKind.Function),
    };

    public override string Name => name;

    /// <summary>The built-in type of that name, or null.</summary>
    public static FeelType? Find(string name) => Known.GetValueOrDefault(name);

    protected override bool Accepts(EvaluationRun run, in FeelValue value)
    {
        foreach (var kind in kinds)
        {
            if (kind == value.Kind)
            {
                return true;
            }
        }

        return false;
    }
}
