namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Names that a compilation may use beside those that the expression itself declares.</summary>
/// <param name="Names">Variables.</param>
/// <param name="Members">Names of context entries that paths and filters may use.</param>
/// <param name="Types">Finds a named type of the model, or null.</param>
/// <param name="TypeNames">The names that <paramref name="Types"/> knows.</param>
internal sealed record NameSource(
    IReadOnlyCollection<string> Names,
    IReadOnlyCollection<string> Members,
    Func<string, Types.FeelType?> Types,
    IReadOnlyCollection<string> TypeNames)
{
    /// <summary>Is told of names that are neither declared nor built in.</summary>
    public Action<string>? Unknown { get; init; }

    public static NameSource Nothing { get; } = new([], [], static _ => null, []);
}

/// <summary>One local name while compiling. The chain mirrors the chain of locals at run time.</summary>
internal sealed class NameScope(NameScope? outer, string name, bool isElement = false)
{
    public NameScope? Outer { get; } = outer;

    public string Name { get; } = name;

    /// <summary>The element under test in a filter, whose entries are names too.</summary>
    public bool IsElement { get; } = isElement;
}
