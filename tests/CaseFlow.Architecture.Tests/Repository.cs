namespace CaseFlow.Architecture.Tests;

/// <summary>The working copy that the tests were built from, without what is built or fetched.</summary>
internal static class Repository
{
    private static readonly string[] SkippedFolders =
        ["bin", "obj", "node_modules", "artifacts", "data", "TestResults", "StrykerOutput", "vendor", ".git", ".vs", ".idea"];

    private static readonly string[] TextEndings =
        [".cs", ".razor", ".csproj", ".props", ".targets", ".sln", ".json", ".yaml", ".yml", ".md", ".txt", ".xml", ".resx", ".css", ".js", ".sh",
            ".bpmn", ".dmn", ".form", ".conf", ".service", ".config", ".editorconfig", ".gitignore", ".dockerignore", ".npmrc", "Dockerfile", "run"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every text file, by path from the root with forward slashes, sorted.</summary>
    public static IReadOnlyList<TextFile> TextFiles { get; } = ReadAll();

    public static IEnumerable<TextFile> Under(string folder, params string[] endings) =>
        TextFiles.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal)
            && (endings.Length == 0 || endings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal))));

    /// <summary>The lines of an allow-list that say something: comments and blank lines are left out.</summary>
    public static IReadOnlyList<string> AllowList(string name) =>
        File.ReadAllLines(Path.Combine(Root, "tests/CaseFlow.Architecture.Tests", name))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .ToList();

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No CaseFlow.sln above {AppContext.BaseDirectory}");
    }

    private static List<TextFile> ReadAll()
    {
        List<TextFile> files = [];
        Collect(new DirectoryInfo(Root), files);
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static void Collect(DirectoryInfo folder, List<TextFile> files)
    {
        foreach (FileInfo file in folder.EnumerateFiles())
        {
            if (TextEndings.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal)))
                files.Add(new TextFile(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)));
        }

        foreach (DirectoryInfo child in folder.EnumerateDirectories())
        {
            if (!SkippedFolders.Contains(child.Name, StringComparer.Ordinal)) Collect(child, files);
        }
    }
}

/// <summary>A file's path from the root and its text; a guard takes these, so that a test can plant one.</summary>
internal sealed record TextFile(string Path, string Text)
{
    public string[] Lines => Text.Split('\n');

    /// <summary>The number of lines as an editor counts them.</summary>
    public int LineCount => Text.Length == 0 ? 0 : Text.Count(c => c == '\n') + (Text.EndsWith('\n') ? 0 : 1);

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
