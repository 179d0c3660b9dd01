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
        ["dataInputRefs"] = ["dataInput"],
        ["dataOutputRefs"] = ["dataOutput"],
        ["loopDataInputRef"] = ["dataInput", "dataObject", "dataObjectReference", "property"],
        ["loopDataOutputRef"] = ["dataOutput", "dataObject", "dataObjectReference", "property"],
    };

    private static readonly HashSet<string> NoRoots = ["property", "task", "startEvent", "endEvent", "sequenceFlow", "dataObject", "ioSpecification", "lane", "laneSet"];

    internal static void Check(XElement root, FindingLog findings)
    {
        var byId = root.Descendants().Where(e => e.IsBpmn() && e.Id() is not null).DistinctBy(e => e.Id()).ToDictionary(e => e.Id() ?? "");
        foreach (var stray in root.Elements().Where(e => e.IsBpmn() && NoRoots.Contains(e.Name.LocalName)))
            findings.Error(FindingCodes.UnknownElement, stray, stray.Name.LocalName);
        foreach (var element in root.Descendants().Where(e => e.IsBpmn()))
        {
            foreach (var attribute in element.Attributes())
            {
                if (attribute.Name.Namespace == XNamespace.None && Attributes.TryGetValue(attribute.Name.LocalName, out var kinds))
                    CheckOne(element, attribute.Name.LocalName, attribute.Value.Trim(), kinds, byId, findings);
            }

            if (!element.HasElements && Elements.TryGetValue(element.Name.LocalName, out var allowed))
                CheckOne(element, element.Name.LocalName, element.Value.Trim(), allowed, byId, findings);
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
