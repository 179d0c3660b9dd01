using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Processes;

/// <summary>The files of a workflows folder that belong to a bundle: models, decision tables, forms and the organisation. Scenarios and texts for readers do not.</summary>
public static class WorkflowsFolder
{
    /// <summary>A bundle is read whole into memory; what is larger than this is no model.</summary>
    public const int MaxFileSize = 4 * 1024 * 1024;

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".bpmn", ".dmn", ".form", ".yaml", ".yml" };

    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    /// <exception cref="InvalidDataException">A file is larger than <see cref="MaxFileSize"/>.</exception>
    public static async Task<IReadOnlyCollection<SourceFile>> Read(string folder, CancellationToken ct)
    {
        var files = new List<SourceFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (!IsPart(relative))
            {
                continue;
            }

            if (new FileInfo(path).Length > MaxFileSize)
            {
                throw new InvalidDataException($"{relative} is larger than {MaxFileSize / 1024 / 1024} MB.");
            }

            files.Add(new(relative, await File.ReadAllTextAsync(path, ct)));
        }

        return files;
    }

    /// <summary>True for a file that belongs to the bundle.</summary>
    internal static bool IsPart(string relative) => Extensions.Contains(Path.GetExtension(relative)) && !IsScenario(relative);

    /// <summary>True for a file that a workflows folder may hold, whether it belongs to the bundle or is there for readers.</summary>
    internal static bool IsKnown(string relative) => Extensions.Contains(Path.GetExtension(relative)) || Path.GetExtension(relative).Equals(".md", StringComparison.OrdinalIgnoreCase);

    private static bool IsScenario(string relative) => relative.Split('/').SkipLast(1).Contains("scenarios", StringComparer.Ordinal);
}
