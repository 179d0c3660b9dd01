using System.Collections.Frozen;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Model;

/// <summary>The outcome of compiling a set of files.</summary>
/// <param name="Bundle">Null when any finding is an error: a deployment is refused whole.</param>
/// <param name="Findings">Errors and warnings, in file and line order.</param>
public sealed record BundleResult(ModelBundle? Bundle, IReadOnlyList<Finding> Findings);

/// <summary>All models that were deployed together, compiled. Immutable; an instance is pinned to one bundle by its hash.</summary>
public sealed class ModelBundle
{
    private readonly FrozenDictionary<string, ProcessModel> _processes;
    private readonly FrozenDictionary<string, DecisionModel> _decisions;

    internal ModelBundle(
        string hash,
        IReadOnlyDictionary<string, SourceFile> files,
        IReadOnlyList<ProcessModel> processes,
        IEnumerable<DecisionModel> decisions)
    {
        Hash = hash;
        Files = files;
        Processes = processes;
        _processes = processes.ToFrozenDictionary(p => p.Id);
        _decisions = decisions.SelectMany(m => m.DecisionIds, KeyValuePair.Create).ToFrozenDictionary(p => p.Value, p => p.Key);
    }

    /// <summary>SHA-256 over the paths and contents of all files, in path order; lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The executable processes, in file order.</summary>
    public IReadOnlyCollection<ProcessModel> Processes { get; }

    /// <summary>Every file of the bundle by path, forms and organisation included.</summary>
    public IReadOnlyDictionary<string, SourceFile> Files { get; }

    /// <summary>Compiles all <c>.bpmn</c> and <c>.dmn</c> files; the other files only take part in the hash.</summary>
    public static BundleResult Compile(IReadOnlyCollection<SourceFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return BundleCompiler.Compile(files);
    }

    /// <summary>The executable process with this id, or null.</summary>
    public ProcessModel? FindProcess(string id) => _processes.GetValueOrDefault(id);

    /// <summary>The model that holds the decision with this id, or null.</summary>
    public DecisionModel? FindDecision(string id) => _decisions.GetValueOrDefault(id);
}
