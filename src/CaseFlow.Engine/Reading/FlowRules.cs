using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>How sequence flows may join flow nodes (BPMN 2.0.2, tables 7.3 and 10.84 to 10.116). These hold for every process, to be run or not.</summary>
internal static class FlowRules
{
    internal static void Check(ProcessModel process, FindingLog findings)
    {
        foreach (var flow in process.Flows)
            CheckEnds(flow, findings);
        foreach (var element in process.Elements)
        {
            CheckEvent(element, findings);
            CheckEventGateway(element, findings);
            CheckConnected(element, element.Parent?.Content ?? process.Content, findings);
        }
    }

    /// <summary>What a flow node lists as incoming and outgoing must be so; leaving the lists out is no fault.</summary>
    internal static void CheckLists(XElement root, FindingLog findings)
    {
        var flows = root.Descendants(Xml.Bpmn + "sequenceFlow").Where(f => f.Id() is not null).DistinctBy(f => f.Id()).ToDictionary(f => f.Id() ?? "");
        foreach (var listed in root.Descendants().Where(e => e.IsBpmn() && e.Name.LocalName is "incoming" or "outgoing"))
        {
            var attribute = listed.Name.LocalName == "incoming" ? "targetRef" : "sourceRef";
            var id = Xml.Ref(listed.Value.Trim()) ?? "";
            if (!flows.TryGetValue(id, out var flow) || Xml.Ref(flow.Text(attribute)) != listed.Parent?.Id())
                findings.Error(FindingCodes.FlowList, listed, listed.NearestId(), id);
        }
    }

    /// <summary>A gateway that says in which direction it works must be drawn so.</summary>
    internal static void CheckDirection(ElementModel element, XElement source, FindingLog findings)
    {
        var direction = source.Text("gatewayDirection");
        var (incoming, outgoing) = (element.IncomingFlows.Length, element.OutgoingFlows.Length);
        var isWrong = direction switch
        {
            "Converging" => outgoing > 1,
            "Diverging" => incoming > 1,
            "Mixed" => incoming < 2 || outgoing < 2,
            _ => false,
        };
        if (isWrong)
            findings.Error(FindingCodes.Forbidden, source, element.Id, $"gatewayDirection {direction}");
    }

    private static void CheckEnds(FlowModel flow, FindingLog findings)
    {
        var isWrong = flow.Target.Kind is ElementKind.StartEvent or ElementKind.BoundaryEvent or ElementKind.EventSubProcess
            || flow.Source.Kind is ElementKind.EndEvent or ElementKind.EventSubProcess
            || flow.Source.IsForCompensation
            || flow.Target.IsForCompensation
            || flow.Source.AwaitsCompensation
            || flow.Target.Instantiates;
        if (isWrong)
            findings.Error(FindingCodes.Forbidden, flow.Id, flow.Line, flow.Id, $"{flow.Source.Id} → {flow.Target.Id}");
    }

    private static void CheckEvent(ElementModel element, FindingLog findings)
    {
        if (element.OutgoingFlows.Length > 0)
            return;
        var goesOn = element.Kind switch
        {
            ElementKind.BoundaryEvent => !element.AwaitsCompensation,
            ElementKind.IntermediateCatchEvent => true,
            ElementKind.IntermediateThrowEvent => !element.IsLink,
            _ => false,
        };
        if (goesOn)
            findings.Error(FindingCodes.NoOutgoing, element.Id, element.Line, element.Id);
    }

    private static void CheckEventGateway(ElementModel element, FindingLog findings)
    {
        if (element.Kind != ElementKind.EventBasedGateway)
            return;
        var targets = Array.ConvertAll(element.OutgoingFlows, f => f.Target);
        if (targets.Length < 2)
            findings.Error(FindingCodes.NoOutgoing, element.Id, element.Line, element.Id);
        var byMessage = Array.Exists(targets, t => t.Kind == ElementKind.IntermediateCatchEvent && t.Triggers.Contains(EventTrigger.Message));
        foreach (var target in targets)
        {
            var isWrong = target.IsLink || target.Boundary.Length > 0 || target.IncomingFlows.Length > 1
                || (target.Kind == ElementKind.ReceiveTask && byMessage);
            if (isWrong)
                findings.Error(FindingCodes.Forbidden, target.Id, target.Line, element.Id, target.Id);
        }
    }

    // Where a scope shows its start and its end, everything in it must lie between them.
    private static void CheckConnected(ElementModel element, ScopeContent scope, FindingLog findings)
    {
        if (element.Kind is ElementKind.BoundaryEvent or ElementKind.EventSubProcess || element.IsForCompensation || element.IsLink
            || element.Instantiates || element.Parent?.Kind == ElementKind.AdHocSubProcess)
            return;
        if (element.IncomingFlows.Length == 0 && element.Kind != ElementKind.StartEvent && scope.Has(ElementKind.StartEvent))
            findings.Error(FindingCodes.NoIncoming, element.Id, element.Line, element.Id);
        if (element.OutgoingFlows.Length == 0 && element.Kind != ElementKind.EndEvent && scope.Has(ElementKind.EndEvent))
            findings.Error(FindingCodes.NoOutgoing, element.Id, element.Line, element.Id);
    }
}
