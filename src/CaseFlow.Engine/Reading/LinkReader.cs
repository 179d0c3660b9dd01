using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Joins link throw events with the catch event of the same name in the same scope.</summary>
internal static class LinkReader
{
    internal static void Join(IReadOnlyList<(ElementModel Element, XElement Source)> elements, FindingLog findings)
    {
        var targets = elements
            .Where(e => e.Element.Kind == ElementKind.IntermediateCatchEvent && NameOf(e.Element) is not null)
            .ToLookup(e => (e.Element.Parent, NameOf(e.Element)), e => e.Element);
        foreach (var (element, source) in elements)
        {
            if (element.Kind != ElementKind.IntermediateThrowEvent || !IsLink(element))
                continue;
            var found = targets[(element.Parent, NameOf(element))].ToList();
            if (found.Count == 1 && NameOf(element) is not null)
                element.LinkTarget = found[0];
            else
                findings.Error(FindingCodes.LinkUnknown, source, element.Id, NameOf(element));
        }
    }

    private static bool IsLink(ElementModel element) => Array.Exists(element.EventDefinitions, d => d.Trigger == EventTrigger.Link);

    private static string? NameOf(ElementModel element) => Array.Find(element.EventDefinitions, d => d.Trigger == EventTrigger.Link)?.Name;
}
