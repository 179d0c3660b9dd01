using CaseFlow.Engine.Decisions.Reading;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Decisions;

/// <summary>The outcome of reading a DMN file.</summary>
/// <param name="Model">Null when any finding is an error.</param>
/// <param name="Findings">Errors and warnings, with element id and line.</param>
public sealed record DmnReadResult(DecisionModel? Model, IReadOnlyList<Finding> Findings);

/// <summary>Reads DMN 1.1 to 1.5 XML. Nothing unknown is skipped in silence: it is a finding.</summary>
public static class DmnReader
{
    /// <summary>Reads one file without imports of other DMN files. Never throws on malformed XML.</summary>
    /// <param name="fileName">How findings name the file.</param>
    /// <param name="xml">The text; a DTD is refused, size and depth are bounded.</param>
    public static DmnReadResult Read(string fileName, string xml) => ReadAll([new(fileName, xml)])[0];

    /// <summary>Reads files that may import each other by namespace; the results come in the order of <paramref name="files"/>.</summary>
    /// <param name="files">File name and XML text.</param>
    /// <param name="tolerant">
    /// Whether expressions that are not valid FEEL, unknown types and references that lead nowhere are warnings: what
    /// depends on them is then null when it is evaluated, as DMN 1.5 wants it. Otherwise they refuse the file.
    /// </param>
    public static IReadOnlyList<DmnReadResult> ReadAll(IReadOnlyList<KeyValuePair<string, string>> files, bool tolerant = false)
    {
        ArgumentNullException.ThrowIfNull(files);
        var sources = new List<(DmnFindings Findings, DmnDocument? Document)>();
        foreach (var (name, xml) in files)
        {
            var findings = new DmnFindings(name, tolerant);
            sources.Add((findings, DmnXml.Load(xml ?? "", findings) is { } root ? new DmnDocument(root, findings) : null));
        }

        var documents = sources.Select(s => s.Document).OfType<DmnDocument>().ToList();
        foreach (var document in documents)
        {
            Link(document, documents);
        }

        var readings = documents.ConvertAll(d => new ModelReading(d));
        readings.ForEach(r => r.ReadTypesAndRequirements());
        readings.ForEach(r => r.RefuseCycles());
        readings.ForEach(r => r.ReadLogic());
        return [.. sources.Select(s => new DmnReadResult(
            s.Document is null || s.Findings.HasErrors || s.Document.Imports.Values.Any(i => i.Findings.HasErrors) ? null : Model(s.Document),
            s.Findings.All))];
    }

    private static void Link(DmnDocument document, List<DmnDocument> documents)
    {
        foreach (var import in document.Root.Named("import"))
        {
            var ns = import.Value("namespace");
            var name = import.NameOf();
            if (documents.Find(d => d.Namespace == ns && d != document) is not { } imported)
            {
                document.Findings.Broken("DMN-IMPORT", import, $"Modellen {ns} finns inte bland filerna.", $"The model {ns} is not among the files.");
            }
            else if (!document.Imports.TryAdd(name, imported))
            {
                document.Findings.Error("DMN-DUPLICATE", import, $"Importnamnet \"{name}\" finns två gånger.", $"The import name \"{name}\" is there twice.");
            }
        }
    }

    private static DecisionModel Model(DmnDocument document) => new(
        document.Root.Value("id") ?? document.Namespace,
        document.Root.NameOf(),
        document.Namespace,
        [.. document.Elements.Select(e => e.Element)]);
}
