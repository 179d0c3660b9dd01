using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Which triggers an event may have where it stands (BPMN 2.0.2, table 10.93).</summary>
internal static class EventRules
{
    internal static void Check(ElementModel element, XElement source, FindingLog findings)
    {
        foreach (var trigger in element.Triggers)
        {
            if (!IsAllowed(element, trigger))
                findings.Error(FindingCodes.EventDefinition, source, element.Id, trigger);
        }

        foreach (var definition in element.EventDefinitions)
        {
            if (Throws(element) && definition is { Trigger: EventTrigger.Error or EventTrigger.Escalation, Name: null })
                findings.CannotRun(FindingCodes.RefMissing, source, element.Id, definition.Trigger == EventTrigger.Error ? "errorRef" : "escalationRef");
        }

        if (element.Triggers.Count > 0)
            return;
        if (element.Kind is ElementKind.BoundaryEvent or ElementKind.IntermediateCatchEvent || element.IsEventSubProcessStart)
            findings.Error(FindingCodes.EventDefinition, source, element.Id, EventTrigger.None);
    }

    private static bool Throws(ElementModel element) => element.Kind is ElementKind.EndEvent or ElementKind.IntermediateThrowEvent;

    /// <summary>May an event that stands here have this trigger?</summary>
    internal static bool IsAllowed(ElementModel element, EventTrigger trigger) => element.Kind switch
    {
        ElementKind.StartEvent when element.IsEventSubProcessStart => trigger switch
        {
            EventTrigger.Error or EventTrigger.Compensation => element.IsInterrupting,
            EventTrigger.Message or EventTrigger.Timer or EventTrigger.Escalation or EventTrigger.Signal or EventTrigger.Conditional => true,
            _ => false,
        },
        ElementKind.StartEvent => element.Parent is null && trigger is EventTrigger.Message or EventTrigger.Timer or EventTrigger.Signal or EventTrigger.Conditional,
        ElementKind.IntermediateCatchEvent => trigger is EventTrigger.Message or EventTrigger.Timer or EventTrigger.Signal or EventTrigger.Conditional or EventTrigger.Link,
        ElementKind.IntermediateThrowEvent => trigger is EventTrigger.Message or EventTrigger.Escalation or EventTrigger.Signal or EventTrigger.Link or EventTrigger.Compensation,
        ElementKind.BoundaryEvent when trigger == EventTrigger.Error => element.IsInterrupting,
        ElementKind.BoundaryEvent when trigger == EventTrigger.Cancel => element.IsInterrupting,
        ElementKind.BoundaryEvent => trigger is EventTrigger.Compensation or EventTrigger.Message or EventTrigger.Timer or EventTrigger.Escalation or EventTrigger.Signal or EventTrigger.Conditional,
        ElementKind.EndEvent when trigger == EventTrigger.Cancel => element.Parent?.Kind == ElementKind.Transaction,
        ElementKind.EndEvent => trigger is EventTrigger.Compensation or EventTrigger.Message or EventTrigger.Error or EventTrigger.Escalation or EventTrigger.Signal or EventTrigger.Terminate,
        _ => false,
    };
}
