using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Tests.Workflows;

/// <summary>The folder <c>workflows/</c> of the working copy, with paths as the deployment sees them.</summary>
internal static class WorkflowFolder
{
    public static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace BpmnDi = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    public static readonly XNamespace Di = "http://www.omg.org/spec/DD/20100524/DI";
    public static readonly XNamespace Caseflow = "https://caseflow.dev/schema/bpmn/v1";

    private static readonly string[] Endings = [".bpmn", ".dmn", ".form", ".yaml"];

    public static string Path { get; } = Find();

    /// <summary>Models, decision tables, forms and YAML, sorted by path.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Where(file => Endings.Contains(System.IO.Path.GetExtension(file), StringComparer.Ordinal))
            .Select(file => new SourceFile(System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    public static IEnumerable<SourceFile> Ending(string ending) => Files.Where(file => file.Path.EndsWith(ending, StringComparison.Ordinal));

    public static SourceFile Get(string path) => Files.Single(file => file.Path == path);

    /// <summary>Paths of the models, for tests that run once for each.</summary>
    public static IEnumerable<string> Models() => Ending(".bpmn").Select(file => file.Path);

    public static XDocument Model(string path) => XDocument.Parse(Get(path).Text, LoadOptions.SetLineInfo);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "CaseFlow.sln")))
                return System.IO.Path.Combine(folder.FullName, "workflows");
        }

        throw new DirectoryNotFoundException($"No CaseFlow.sln above {AppContext.BaseDirectory}");
    }
}
