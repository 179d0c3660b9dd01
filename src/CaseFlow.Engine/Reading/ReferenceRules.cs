using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>What refers to something must find it, and of the right kind. Names with a prefix may lie in an imported file and are let be when they are not found.</summary>
internal static class ReferenceRules
{
    private static readonly Dictionary<string, string[]> Attributes = new()
    {
        ["itemRef"] = ["itemDefinition"],
        ["itemSubjectRef"] = ["itemDefinition"],
        ["messageRef"] = ["message"],
        ["processRef"] = ["process"],
        ["definitionalCollaborationRef"] = ["collaboration"],
        ["dataObjectRef"] = ["dataObject"],
        ["dataStoreRef"] = ["dataStore"],
        ["signalRef"] = ["signal"],
        ["errorRef"] = ["error"],
        ["escalationRef"] = ["escalation"],
    };

    private static readonly Dictionary<string, string[]> Elements = new()
    {
        ["inMessageRef"] = ["message"],
        ["outMessageRef"] = ["message"],
        ["errorRef"] = ["error"],
        ["interfaceRef"] = ["interface"],
        ["supportedInterfaceRef"] = ["interface"],
        ["resourceRef"] = ["resource"],
        ["participantRef"] = ["participant"],
        ["correlationPropertyRef"] = ["correlationProperty"],
        ["dataInputRefs"] = ["dataInput"],
        ["dataOutputRefs"] = ["dataOutput"],
        ["loopDataInputRef"] = ["dataInput", "dataObject", "dataObjectReference", "property"],
        ["loopDataOutputRef"] = ["dataOutput", "dataObject", "dataObjectReference", "property"],
    };

    /// <summary>What holds data, and so can be an end of a data association (BPMN 2.0.2, section 10.4.1).</summary>
    private static readonly string[] DataHolders =
        ["dataObject", "dataObjectReference", "dataStore", "dataStoreReference", "dataInput", "dataOutput", "property", "inputDataItem", "outputDataItem"];

    private static readonly HashSet<string> NoRoots = ["property", "task", "startEvent", "endEvent", "sequenceFlow", "dataObject", "ioSpecification", "lane", "laneSet"];

    internal static void Check(XElement root, FindingLog findings)
    {
        var byId = root.Descendants().Where(e => e.IsBpmn() && e.Id() is not null).DistinctBy(e => e.Id()).ToDictionary(e => e.Id() ?? "");
        foreach (var stray in root.Elements().Where(e => e.IsBpmn() && NoRoots.Contains(e.Name.LocalName)))
            findings.Error(FindingCodes.UnknownElement, stray, stray.Name.LocalName);
        foreach (var element in root.Descendants().Where(e => e.IsBpmn()))
        {
            // Who does it is either named or computed (section 10.3.1).
            if (element.One("resourceRef") is not null && element.One("resourceAssignmentExpression") is { } computed)
                findings.Error(FindingCodes.Forbidden, computed, element.NearestId(), "resourceAssignmentExpression");
            foreach (var attribute in element.Attributes())
            {
                if (attribute.Name.Namespace == XNamespace.None && Attributes.TryGetValue(attribute.Name.LocalName, out var kinds))
                    CheckOne(element, attribute.Name.LocalName, attribute.Value.Trim(), kinds, byId, findings);
            }

            if (!element.HasElements && Elements.TryGetValue(element.Name.LocalName, out var allowed))
                CheckOne(element, element.Name.LocalName, element.Value.Trim(), allowed, byId, findings);
            // Interfaces often lie elsewhere: an operation that is not here is let be.
            if (Xml.Ref(element.Text("operationRef")) is { } operation && byId.ContainsKey(operation))
                CheckOne(element, "operationRef", operation, ["operation"], byId, findings);
            if (element.Name.LocalName is "sourceRef" or "targetRef" && element.Parent?.Name.LocalName is "dataInputAssociation" or "dataOutputAssociation")
                CheckOne(element, element.Name.LocalName, element.Value.Trim(), DataHolders, byId, findings);
        }
    }

    private static void CheckOne(
        XElement at, string name, string reference, string[] kinds, Dictionary<string, XElement> byId, FindingLog findings)
    {
        if (reference.Length == 0)
            return;
        var isFound = byId.TryGetValue(Xml.Ref(reference) ?? "", out var found);
        if (isFound ? !kinds.Contains(found?.Name.LocalName) : !reference.Contains(':', StringComparison.Ordinal))
            findings.Error(FindingCodes.RefUnknown, at, at.NearestId(), $"{name} {reference}");
    }
}
