using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>The arguments of one call, read as the kinds that the function needs. A list of one stands for its element.</summary>
internal readonly struct Arguments(EvaluationRun run, BuiltIn function, FeelValue[] values, int position, Signature? named = null)
{
    public EvaluationRun Run => run;

    public int Position => position;

    public int Count => values.Length;

    /// <summary>Whether the argument was given by this name; a call by position may mean any of the names.</summary>
    public bool MayBe(int index, string name) => named is null || named.Names[index] == name;

    /// <summary>The argument as it was given; null where there is none.</summary>
    public FeelValue this[int index] => index < values.Length ? values[index] : FeelValue.Null;

    /// <summary>Complains about an argument and answers null.</summary>
    public FeelValue Fail(int index) => run.Fail(position, Complaint.Argument, function.Name, this[index]);

    /// <summary>Complains that there is no result and answers null.</summary>
    public FeelValue NoResult() => run.Fail(position, Complaint.NumberRange, function.Name);

    public FeelValue OfNumber(FeelNumber? number) => number is { } value ? FeelValue.Of(value) : NoResult();

    public FeelValue OfText(string text) => run.Text(text, position);

    private FeelValue Single(int index, FeelKind kind)
    {
        var value = this[index];
        return value.Kind == FeelKind.List && kind != FeelKind.List && value.AsList() is [var only] ? only : value;
    }

    public bool Text(int index, out string text)
    {
        var value = Single(index, FeelKind.String);
        text = value.AsString() ?? "";
        run.Step(text.Length >> 6);
        return value.Kind == FeelKind.String;
    }

    public bool Number(int index, out FeelNumber number) => Single(index, FeelKind.Number).TryGetNumber(out number);

    /// <summary>A number without its fraction.</summary>
    public bool Integer(int index, out long number)
    {
        number = 0;
        return Number(index, out var value) && (value.Round(0, FeelRounding.Down)?.TryGetInteger(out number) ?? false);
    }

    /// <summary>A value of the kind asked for, or the only element of a list when that is of the kind.</summary>
    public bool Of(int index, FeelKind kind, out FeelValue value)
    {
        value = Single(index, kind);
        return value.Kind == kind;
    }

    public bool Context(int index, out FeelContext context)
    {
        context = Single(index, FeelKind.Context).AsContext() ?? FeelContext.Empty;
        return Single(index, FeelKind.Context).Kind == FeelKind.Context;
    }

    public bool Function(int index, out FeelFunction? target)
    {
        target = Single(index, FeelKind.Function).AsFunction();
        return target is not null;
    }

    /// <summary>A list; another value than null counts as a list of one.</summary>
    public bool List(int index, out IReadOnlyList<FeelValue> list)
    {
        var value = this[index];
        list = value.AsList() ?? (value.IsNull ? [] : [value]);
        run.Step(list.Count);
        return !value.IsNull;
    }

    /// <summary>The elements of a function over a list: the only argument's, or the arguments themselves.</summary>
    public bool Elements(out IReadOnlyList<FeelValue> elements)
    {
        if (values.Length == 1)
        {
            return List(0, out elements);
        }

        run.Step(values.Length);
        elements = values;
        return true;
    }
}
