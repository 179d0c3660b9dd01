using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What a BPMN file holds.</summary>
/// <param name="File">The file as it was named by the caller.</param>
/// <param name="Processes">Every process, those that are not executable included.</param>
public sealed record BpmnDefinitions(string File, IReadOnlyList<ProcessModel> Processes);

/// <summary>The outcome of reading a BPMN file.</summary>
/// <param name="Definitions">Null when the file is no readable BPMN; otherwise what could be read, even when findings say that parts are wrong.</param>
/// <param name="Findings">Errors and warnings in line order, with element id and line.</param>
public sealed record BpmnReadResult(BpmnDefinitions? Definitions, IReadOnlyList<Finding> Findings);

/// <summary>
/// Reads BPMN 2.0 XML (OMG formal/2013-12-09). Nothing that would run is skipped in silence: it is a finding.
/// Collaborations, lanes, annotations, data, diagrams and the extensions of other tools are kept in the file without
/// meaning for the engine; a lane's name is given to its elements.
/// </summary>
public static class BpmnReader
{
    /// <summary>
    /// Reads one file. A process is run only when it says <c>isExecutable="true"</c>; any other is documentation, for
    /// which everything that concerns running is a warning.
    /// </summary>
    /// <remarks> Never throws on malformed XML.</remarks>
    /// <param name="fileName">How findings name the file.</param>
    /// <param name="xml">The text; a DTD is refused, size and depth are bounded.</param>
    public static BpmnReadResult Read(string fileName, string xml)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(xml);
        var findings = new FindingLog(fileName);
        var processes = Xml.Load(xml, findings)?.Root is { } root ? ReadRoot(root, findings) : null;
        return new BpmnReadResult(processes is null ? null : new BpmnDefinitions(fileName, processes), findings.All);
    }

    private static List<ProcessModel>? ReadRoot(XElement root, FindingLog findings)
    {
        if (root.Name != Xml.Bpmn + "definitions")
        {
            findings.Error(FindingCodes.NotBpmn, root, root.Name);
            return null;
        }

        IdRules.Check(root, findings);
        FlowRules.CheckLists(root, findings);
        CollaborationRules.Check(root, findings);
        DataRules.Check(root, findings);
        DataFitRules.Check(root, findings);
        OperationRules.Check(root, findings);
        ReferenceRules.Check(root, findings);
        var roots = RootElements.Read(root, findings);
        var processes = new List<ProcessModel>();
        foreach (var source in root.All("process"))
        {
            findings.IsExecutable = source.Flag("isExecutable", false);
            var process = ProcessReader.Read(source, roots, findings);
            FlowRules.Check(process, findings);
            ProcessRules.Check(process, findings);
            processes.Add(process);
        }

        findings.IsExecutable = true;
        foreach (var source in root.Elements())
        {
            if (ElementKinds.IsGlobalTask(source, out var kind))
                processes.Add(ProcessReader.ReadGlobalTask(source, kind, roots, findings));
        }

        if (!processes.Exists(p => p.IsExecutable))
            findings.Warning(FindingCodes.NoProcess, root);
        return processes;
    }
}
