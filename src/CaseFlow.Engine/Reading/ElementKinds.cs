using System.Collections.Frozen;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What the elements of a process are: flow nodes that run, flow nodes that are not supported, or content that is kept without meaning.</summary>
internal static class ElementKinds
{
    private static readonly FrozenDictionary<string, ElementKind> Runs = new Dictionary<string, ElementKind>
    {
        ["task"] = ElementKind.Task,
        ["manualTask"] = ElementKind.ManualTask,
        ["userTask"] = ElementKind.UserTask,
        ["serviceTask"] = ElementKind.ServiceTask,
        ["sendTask"] = ElementKind.SendTask,
        ["receiveTask"] = ElementKind.ReceiveTask,
        ["scriptTask"] = ElementKind.ScriptTask,
        ["businessRuleTask"] = ElementKind.BusinessRuleTask,
        ["callActivity"] = ElementKind.CallActivity,
        ["subProcess"] = ElementKind.SubProcess,
        ["exclusiveGateway"] = ElementKind.ExclusiveGateway,
        ["parallelGateway"] = ElementKind.ParallelGateway,
        ["inclusiveGateway"] = ElementKind.InclusiveGateway,
        ["eventBasedGateway"] = ElementKind.EventBasedGateway,
        ["startEvent"] = ElementKind.StartEvent,
        ["intermediateCatchEvent"] = ElementKind.IntermediateCatchEvent,
        ["intermediateThrowEvent"] = ElementKind.IntermediateThrowEvent,
        ["boundaryEvent"] = ElementKind.BoundaryEvent,
        ["endEvent"] = ElementKind.EndEvent,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> NotSupported = new[]
    {
        "transaction", "adHocSubProcess", "complexGateway", "implicitThrowEvent", "event",
        "choreographyTask", "subChoreography", "callChoreography",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Kept = new[]
    {
        "documentation", "extensionElements", "laneSet", "dataObject", "dataObjectReference", "dataStoreReference",
        "textAnnotation", "association", "group", "ioSpecification", "ioBinding", "property", "auditing", "monitoring",
        "resourceRole", "performer", "humanPerformer", "potentialOwner", "dataInputAssociation", "dataOutputAssociation",
        "supportedInterfaceRef", "correlationSubscription", "supports", "artifact",
    }.ToFrozenSet();

    internal static bool IsFlowNode(XElement element, out ElementKind kind)
    {
        kind = default;
        if (!element.IsBpmn() || !Runs.TryGetValue(element.Name.LocalName, out kind))
            return false;
        if (kind == ElementKind.SubProcess && element.Flag("triggeredByEvent", false))
            kind = ElementKind.EventSubProcess;
        return true;
    }

    internal static bool IsNotSupported(XElement element) => element.IsBpmn() && NotSupported.Contains(element.Name.LocalName);

    internal static bool IsKept(XElement element) => element.IsBpmn() && Kept.Contains(element.Name.LocalName);

    internal static bool IsActivity(this ElementKind kind) => kind <= ElementKind.SubProcess;

    internal static bool IsGateway(this ElementKind kind) =>
        kind is ElementKind.ExclusiveGateway or ElementKind.ParallelGateway or ElementKind.InclusiveGateway or ElementKind.EventBasedGateway;

    internal static bool IsEvent(this ElementKind kind) => kind >= ElementKind.StartEvent;
}
