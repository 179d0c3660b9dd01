using System.Globalization;
using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>What a built-in function does with its arguments; null after a complaint.</summary>
internal delegate FeelValue BuiltInBody(in Arguments arguments);

/// <summary>One way of calling a built-in function.</summary>
/// <param name="Names">The names of the parameters, in the order of the positions.</param>
/// <param name="Required">How many of them must be given.</param>
internal sealed record Signature(string[] Names, int Required);

/// <summary>A built-in function of FEEL (DMN 1.5, section 10.3.4).</summary>
internal sealed class BuiltIn : FeelFunction
{
    private readonly Signature[] _signatures;
    private readonly BuiltInBody _body;
    private readonly int _least;
    private readonly int _most;

    private BuiltIn(string name, BuiltInBody body, Signature[] signatures, bool anyCount)
    {
        Name = name;
        _body = body;
        _signatures = signatures;
        _least = anyCount ? 1 : signatures.Min(s => s.Required);
        _most = anyCount ? int.MaxValue : signatures.Max(s => s.Names.Length);
    }

    public string Name { get; }

    public override IReadOnlyList<string> ParameterNames => _signatures[0].Names;

    /// <summary>A function with one way of calling it.</summary>
    public static BuiltIn Of(string name, BuiltInBody body, string[] names, int? required = null) =>
        new(name, body, [new Signature(names, required ?? names.Length)], anyCount: false);

    /// <summary>A function with several ways of calling it, told apart by their names or by their count.</summary>
    public static BuiltIn Overloaded(string name, BuiltInBody body, params Signature[] signatures) => new(name, body, signatures, anyCount: false);

    /// <summary>A function over a list, which may also be given as so many arguments.</summary>
    public static BuiltIn OverList(string name, BuiltInBody body, params string[] names) =>
        new(name, body, [new Signature(names.Length == 0 ? ["list"] : names, names.Length == 0 ? 1 : names.Length)], anyCount: true);

    internal override FeelValue Invoke(EvaluationRun run, FeelValue[] arguments, int position)
    {
        if (arguments.Length < _least || arguments.Length > _most || !Array.Exists(_signatures, s => _most == int.MaxValue || Fits(s, arguments.Length)))
        {
            return run.Fail(position, Complaint.ArgumentCount, Name, arguments.Length.ToString(CultureInfo.InvariantCulture));
        }

        run.Step();
        return _body(new Arguments(run, this, arguments, position));
    }

    private static bool Fits(Signature signature, int count) => count >= signature.Required && count <= signature.Names.Length;

    internal override FeelValue InvokeNamed(EvaluationRun run, IReadOnlyList<string> names, FeelValue[] arguments, int position)
    {
        // The same names may stand for two orders, (point, range) and (range, point): the written order decides.
        var signature = Array.Find(_signatures, s => names.Count >= s.Required && s.Names.Take(names.Count).SequenceEqual(names, StringComparer.Ordinal))
            ?? Array.Find(_signatures, s => names.All(s.Names.Contains) && s.Names.Take(s.Required).All(names.Contains));
        if (signature is null || !TryArrange(signature.Names, names, arguments, out var arranged))
        {
            return run.Fail(position, Complaint.ArgumentNames, string.Join(", ", ParameterNames));
        }

        var last = arranged.Length;
        while (last > signature.Required && !names.Contains(signature.Names[last - 1], StringComparer.Ordinal))
        {
            last--;
        }

        run.Step();
        return _body(new Arguments(run, this, arranged[..last], position, signature));
    }
}
