using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Joins activities with what undoes them: the association from their compensation boundary event to the handler.</summary>
internal static class CompensationReader
{
    internal static void Join(XElement process, IReadOnlyList<(ElementModel Element, XElement Source)> elements, FindingLog findings)
    {
        var byId = elements.Where(e => e.Element.Id.Length > 0).DistinctBy(e => e.Element.Id).ToDictionary(e => e.Element.Id, e => e.Element);
        var associations = process.Descendants(Xml.Bpmn + "association").ToList();
        foreach (var (element, source) in elements)
        {
            if (element.Kind != ElementKind.BoundaryEvent || element.AttachedTo is not { } host || !Has(element, EventTrigger.Compensation))
                continue;
            host.CompensationHandler = associations
                .Where(a => Xml.Ref(a.Text("sourceRef")) == element.Id)
                .Select(a => byId.GetValueOrDefault(Xml.Ref(a.Text("targetRef")) ?? ""))
                .FirstOrDefault(handler => handler is { IsForCompensation: true });
            if (host.CompensationHandler is null)
                findings.CannotRun(FindingCodes.RefMissing, source, element.Id, "isForCompensation");
        }

        // Inner elements come after the outer in document order, so they are settled first.
        foreach (var (element, _) in elements.Reverse())
        {
            element.IsCompensable = element.CompensationHandler is not null
                || (element.Kind.IsContainer() && element.Kind != ElementKind.EventSubProcess && Array.Exists(element.Content.Children, Compensates));
        }
    }

    private static bool Compensates(ElementModel child) =>
        child.IsCompensable
        || (child.Kind == ElementKind.EventSubProcess && Array.Exists(child.Content.Children, s => Has(s, EventTrigger.Compensation)));

    private static bool Has(ElementModel element, EventTrigger trigger) => Array.Exists(element.EventDefinitions, d => d.Trigger == trigger);
}
