using System.Collections.Frozen;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What the elements of a process are: flow nodes that run, flow nodes that are not supported, or content that is kept without meaning.</summary>
internal static class ElementKinds
{
    internal static readonly FrozenDictionary<string, ElementKind> Runs = new Dictionary<string, ElementKind>
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
        ["transaction"] = ElementKind.Transaction,
        ["adHocSubProcess"] = ElementKind.AdHocSubProcess,
        ["exclusiveGateway"] = ElementKind.ExclusiveGateway,
        ["parallelGateway"] = ElementKind.ParallelGateway,
        ["inclusiveGateway"] = ElementKind.InclusiveGateway,
        ["complexGateway"] = ElementKind.ComplexGateway,
        ["eventBasedGateway"] = ElementKind.EventBasedGateway,
        ["startEvent"] = ElementKind.StartEvent,
        ["intermediateCatchEvent"] = ElementKind.IntermediateCatchEvent,
        ["intermediateThrowEvent"] = ElementKind.IntermediateThrowEvent,
        ["boundaryEvent"] = ElementKind.BoundaryEvent,
        ["endEvent"] = ElementKind.EndEvent,
    }.ToFrozenDictionary();

    internal static readonly FrozenSet<string> NotSupported = new[]
    {
        "implicitThrowEvent", "event",
        "choreographyTask", "subChoreography", "callChoreography",
    }.ToFrozenSet();

    internal static readonly FrozenSet<string> Kept = new[]
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

    internal static bool IsGlobalTask(XElement element, out ElementKind kind)
    {
        kind = element.Name.LocalName switch
        {
            "globalTask" => ElementKind.Task,
            "globalManualTask" => ElementKind.ManualTask,
            "globalUserTask" => ElementKind.UserTask,
            "globalScriptTask" => ElementKind.ScriptTask,
            "globalBusinessRuleTask" => ElementKind.BusinessRuleTask,
            _ => ElementKind.EndEvent,
        };
        return element.IsBpmn() && kind != ElementKind.EndEvent;
    }

    internal static bool IsNotSupported(XElement element) => element.IsBpmn() && NotSupported.Contains(element.Name.LocalName);

    internal static bool IsKept(XElement element) => element.IsBpmn() && Kept.Contains(element.Name.LocalName);

    internal static bool IsActivity(this ElementKind kind) => kind <= ElementKind.AdHocSubProcess;

    /// <summary>A sub-process of any kind.</summary>
    internal static bool IsContainer(this ElementKind kind) =>
        kind is ElementKind.SubProcess or ElementKind.Transaction or ElementKind.AdHocSubProcess or ElementKind.EventSubProcess;

    internal static bool IsGateway(this ElementKind kind) =>
        kind is >= ElementKind.ExclusiveGateway and <= ElementKind.ComplexGateway;

    internal static bool IsEvent(this ElementKind kind) => kind >= ElementKind.StartEvent;
}
