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
        var reached = new HashSet<ElementModel>();
        foreach (var (element, source) in elements)
        {
            if (element.Kind != ElementKind.IntermediateThrowEvent || !IsLink(element))
                continue;
            var found = TargetsOf(source, element, elements) ?? targets[(element.Parent, NameOf(element))].ToList();
            reached.UnionWith(found);
            if (found.Count == 1 && NameOf(element) is not null && IsListed(source, elements, found[0]))
                element.LinkTarget = found[0];
            else
                findings.CannotRun(FindingCodes.LinkUnknown, source, element.Id, NameOf(element));
        }

        foreach (var (element, source) in elements)
        {
            if (element.Kind == ElementKind.IntermediateCatchEvent && IsLink(element) && !reached.Contains(element))
                findings.CannotRun(FindingCodes.LinkUnknown, source, element.Id, NameOf(element));
        }
    }

    // A link may name its target outright, by the id or name of the definition, instead of sharing its name.
    private static List<ElementModel>? TargetsOf(
        XElement source, ElementModel element, IReadOnlyList<(ElementModel Element, XElement Source)> elements)
    {
        if (Xml.Ref(source.One("linkEventDefinition")?.Content("target")) is not { } target)
            return null;
        return
        [
            .. from other in elements
               where other.Element.Kind == ElementKind.IntermediateCatchEvent && other.Element.Parent == element.Parent
               let definition = other.Source.One("linkEventDefinition")
               where definition is not null && (definition.Id() == target || definition.Text("name") == target)
               select other.Element,
        ];
    }

    // A target that says where it is reached from must name the source.
    private static bool IsListed(XElement source, IReadOnlyList<(ElementModel Element, XElement Source)> elements, ElementModel target)
    {
        var own = source.One("linkEventDefinition");
        var listed = elements.First(e => e.Element == target).Source.One("linkEventDefinition")?.All("source").Select(s => Xml.Ref(s.Value.Trim())).ToList() ?? [];
        return listed.Count == 0 || listed.Contains(own?.Id()) || listed.Contains(own?.Text("name"));
    }

    private static bool IsLink(ElementModel element) => Array.Exists(element.EventDefinitions, d => d.Trigger == EventTrigger.Link);

    private static string? NameOf(ElementModel element) => Array.Find(element.EventDefinitions, d => d.Trigger == EventTrigger.Link)?.Name;
}
