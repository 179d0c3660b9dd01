using System.Globalization;
using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>Pools and the messages between them (BPMN 2.0.2, chapter 9). They are not run, but a diagram that lies about them misleads its readers.</summary>
internal static class CollaborationRules
{
    internal static void Check(XElement root, FindingLog findings)
    {
        var byId = root.Descendants().Where(e => e.IsBpmn() && e.Id() is not null).DistinctBy(e => e.Id()).ToDictionary(e => e.Id() ?? "");
        foreach (var multiplicity in root.Descendants(Xml.Bpmn + "participantMultiplicity"))
            CheckMultiplicity(multiplicity, findings);
        foreach (var flow in root.Descendants(Xml.Bpmn + "messageFlow"))
            CheckFlow(flow, byId, findings);
    }

    private static void CheckMultiplicity(XElement multiplicity, FindingLog findings)
    {
        var minimum = Number(multiplicity, "minimum", 0);
        var maximum = Number(multiplicity, "maximum", 1);
        if (minimum < 0 || maximum < 1 || minimum > maximum)
            findings.Error(FindingCodes.Forbidden, multiplicity, multiplicity.NearestId(), $"{minimum}..{maximum}");
    }

    private static int Number(XElement element, string attribute, int otherwise) =>
        int.TryParse(element.Text(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static void CheckFlow(XElement flow, Dictionary<string, XElement> byId, FindingLog findings)
    {
        var source = End(flow, "sourceRef", byId, findings);
        var target = End(flow, "targetRef", byId, findings);
        if (flow.Text("messageRef") is { } message && (!byId.TryGetValue(Xml.Ref(message) ?? "", out var found) || found.Name.LocalName != "message"))
            findings.Error(FindingCodes.RefUnknown, flow, flow.Id(), "messageRef " + message);
        if (source is not null && Catches(source))
            findings.Error(FindingCodes.Forbidden, flow, flow.Id(), source.Id());
        if (target is not null && Throws(target))
            findings.Error(FindingCodes.Forbidden, flow, flow.Id(), target.Id());
        // Drawn by many to say who begins; nothing runs by it.
        else if (target is { Name.LocalName: "startEvent" } && !IsOfMessage(target))
            findings.Warning(FindingCodes.Forbidden, flow, flow.Id(), target.Id());
    }

    private static XElement? End(XElement flow, string attribute, Dictionary<string, XElement> byId, FindingLog findings)
    {
        var id = Xml.Ref(flow.Text(attribute));
        if (id is not null && byId.TryGetValue(id, out var found) && IsFlowEnd(found))
            return found;
        findings.Error(FindingCodes.RefUnknown, flow, flow.Id(), $"{attribute} {id}");
        return null;
    }

    private static bool IsFlowEnd(XElement element) =>
        element.Name.LocalName == "participant"
        || (element.Name.LocalName.StartsWith("choreography", StringComparison.Ordinal) && !IsClosed(element))
        || (ElementKinds.IsFlowNode(element, out var kind) && (kind.IsActivity() || kind.IsEvent()));

    // In a closed choreography no other messages are sent than those it shows (section 11.4).
    private static bool IsClosed(XElement element) => element.Ancestors(Xml.Bpmn + "choreography").FirstOrDefault()?.Flag("isClosed", false) == true;

    private static bool Catches(XElement element) => element.Name.LocalName is "startEvent" or "intermediateCatchEvent" or "receiveTask" or "boundaryEvent";

    private static bool Throws(XElement element) => element.Name.LocalName is "endEvent" or "intermediateThrowEvent" or "sendTask";

    private static bool IsOfMessage(XElement element) =>
        element.Elements().Any(e => e.IsBpmn() && (e.Name.LocalName == "messageEventDefinition" || e.Name.LocalName == "eventDefinitionRef"));
}
