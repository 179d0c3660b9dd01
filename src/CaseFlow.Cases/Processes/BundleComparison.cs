using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Processes;

/// <summary>How a file differs between two bundles.</summary>
public enum FileChange
{
    Added,
    Changed,
    Removed,
}

/// <summary>One file that is not the same in both.</summary>
public sealed record ChangedFile(string Path, FileChange Change);

/// <summary>Which files deploying one bundle over another would add, change and remove. Pure.</summary>
public static class BundleComparison
{
    /// <param name="before">Null when nothing is deployed: then every file is added.</param>
    /// <returns>In path order; empty when they are the same.</returns>
    public static IReadOnlyList<ChangedFile> Of(ModelBundle? before, ModelBundle after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var old = before?.Files ?? new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        return
        [
            .. after.Files.Values.Where(f => !old.ContainsKey(f.Path)).Select(f => new ChangedFile(f.Path, FileChange.Added))
                .Concat(after.Files.Values.Where(f => old.TryGetValue(f.Path, out var was) && was.Text != f.Text).Select(f => new ChangedFile(f.Path, FileChange.Changed)))
                .Concat(old.Keys.Where(path => !after.Files.ContainsKey(path)).Select(path => new ChangedFile(path, FileChange.Removed)))
                .OrderBy(c => c.Path, StringComparer.Ordinal),
        ];
    }
}
