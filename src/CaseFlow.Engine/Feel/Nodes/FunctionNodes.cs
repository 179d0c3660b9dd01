using CaseFlow.Engine.Feel.BuiltIns;
using CaseFlow.Engine.Feel.Evaluation;
using CaseFlow.Engine.Feel.Types;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>A parameter of a function, with its declared type.</summary>
internal sealed record FunctionParameter(string Name, FeelType Type);

/// <summary><c>function(a: number) a + 1</c>: a closure over the names around it.</summary>
internal sealed class FunctionNode(int position, FunctionParameter[] parameters, Node body) : Node(position, body)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals) =>
        FeelValue.Of(new Closure(parameters, AnyType.Instance, body, locals, run.Variables));
}

/// <summary>A function with its surroundings. Its parameters are the innermost locals of the body, in their order.</summary>
internal sealed class Closure(FunctionParameter[] parameters, FeelType result, Node body, Local? locals, FeelContext variables) : FeelFunction
{
    private readonly string[] _names = [.. parameters.Select(p => p.Name)];

    public override IReadOnlyList<string> ParameterNames => _names;

    public IReadOnlyList<FunctionParameter> Parameters => parameters;

    public FeelType Result => result;

    internal override FeelValue Invoke(EvaluationRun run, FeelValue[] arguments, int position)
    {
        if (arguments.Length != parameters.Length)
        {
            return run.Fail(position, Complaint.ArgumentCount, "function", arguments.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var inner = locals;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (parameters[i].Type.Coerce(run, arguments[i]) is not { } argument)
            {
                return run.Fail(position, Complaint.WrongType, EvaluationRun.Shown(arguments[i]), parameters[i].Type.Name);
            }

            inner = new Local(inner, argument);
        }

        run.Step();
        run.Enter(body.Depth);
        var outside = run.Variables;
        run.Variables = variables;
        var value = body.Evaluate(run, inner);
        run.Variables = outside;
        run.Leave(body.Depth);
        return result.Coerce(run, value) ?? run.Fail(position, Complaint.WrongType, EvaluationRun.Shown(value), result.Name);
    }
}

/// <summary>A call whose function is a value.</summary>
internal sealed class CallNode(int position, Node function, Node[] arguments, string[]? names, string shown)
    : Node(position, [function, .. arguments])
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var callee = function.Evaluate(run, locals);
        if (callee.AsFunction() is not { } target)
        {
            return run.Fail(Position, Complaint.NotAFunction, shown);
        }

        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(run, locals);
        }

        return names is null ? target.Invoke(run, values, Position) : target.InvokeNamed(run, names, values, Position);
    }
}

/// <summary>A call of a built-in function, known at compile time.</summary>
internal sealed class BuiltInCallNode(int position, BuiltIn function, Node[] arguments, string[]? names) : Node(position, arguments)
{
    /// <summary>A call that only spells out a date, time or duration.</summary>
    public bool IsLiteral =>
        function.Name is "date" or "time" or "date and time" or "duration" && Array.TrueForAll(arguments, a => a is ConstantNode);

    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(run, locals);
        }

        return names is null ? function.Invoke(run, values, Position) : function.InvokeNamed(run, names, values, Position);
    }
}

/// <summary><c>x instance of type</c>.</summary>
internal sealed class InstanceOfNode(int position, Node value, FeelType type) : Node(position, value)
{
    public override FeelValue Evaluate(EvaluationRun run, Local? locals) => FeelValue.Of(type.Includes(run, value.Evaluate(run, locals)));
}
