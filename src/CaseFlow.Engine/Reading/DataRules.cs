using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>
/// Data inputs, outputs and objects (BPMN 2.0.2, section 10.4). The engine works with variables and only keeps these,
/// but what they refer to must be there and fit.
/// </summary>
internal static class DataRules
{
    internal static void Check(XElement root, FindingLog findings)
    {
        var byId = root.Descendants().Where(e => e.IsBpmn() && e.Id() is not null).DistinctBy(e => e.Id()).ToDictionary(e => e.Id() ?? "");
        foreach (var element in root.Descendants().Where(e => e.IsBpmn()))
        {
            switch (element.Name.LocalName)
            {
                case "dataState" when element.Text("name") is null:
                    findings.Error(FindingCodes.RefMissing, element, element.NearestId(), "name");
                    break;
                case "dataObjectReference":
                    CheckName(element, byId, findings);
                    break;
                case "ioSpecification":
                    CheckSets(element, "dataInput", "inputSet", "dataInputRefs", ["optionalInputRefs", "whileExecutingInputRefs"], findings);
                    CheckSets(element, "dataOutput", "outputSet", "dataOutputRefs", ["optionalOutputRefs", "whileExecutingOutputRefs"], findings);
                    CheckPairs(element, findings);
                    break;
                case "dataObject" or "dataInput" or "dataOutput" or "dataStore":
                    CheckCollection(element, byId, findings);
                    break;
                case "dataInputAssociation" or "dataOutputAssociation":
                    CheckAssociation(element, byId, findings);
                    break;
                default:
                    break;
            }
        }
    }

    private static void CheckCollection(XElement data, Dictionary<string, XElement> byId, FindingLog findings)
    {
        if (Item(data, byId) is { } item && item.Flag("isCollection", false) != data.Flag("isCollection", false))
            findings.Error(FindingCodes.Forbidden, data, data.Id(), "isCollection");
    }

    // A reference that shows a state is named after its object, with the state in brackets (section 10.4.1).
    private static void CheckName(XElement reference, Dictionary<string, XElement> byId, FindingLog findings)
    {
        if (reference.Text("name") is not { } name || reference.One("dataState")?.Text("name") is not { } state
            || Xml.Ref(reference.Text("dataObjectRef")) is not { } id || byId.GetValueOrDefault(id)?.Text("name") is not { } of)
            return;
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (!string.Join(' ', words).Equals($"{of} [{state}]", StringComparison.Ordinal))
            findings.Error(FindingCodes.Forbidden, reference, reference.Id(), $"name {name}");
    }

    // Everything that goes in or out is in a set, and what is optional in a set is in that set.
    private static void CheckSets(XElement specification, string data, string set, string refs, string[] parts, FindingLog findings)
    {
        var sets = specification.All(set).ToList();
        foreach (var one in specification.All(data))
        {
            if (!sets.Exists(s => References(s, refs).Contains(one.Id())))
                findings.Error(FindingCodes.RefMissing, one, one.Id(), set);
        }

        foreach (var one in sets)
        {
            foreach (var stray in parts.SelectMany(p => References(one, p)).Except(References(one, refs)))
                findings.Error(FindingCodes.RefUnknown, one, one.NearestId(), stray);
        }
    }

    // An input set and an output set that belong together say so of each other.
    private static void CheckPairs(XElement specification, FindingLog findings)
    {
        var forward = Pairs(specification, "inputSet", "outputSetRefs").ToHashSet();
        var backward = Pairs(specification, "outputSet", "inputSetRefs").Select(p => (p.To, p.From)).ToHashSet();
        if (!forward.SetEquals(backward))
            findings.Error(FindingCodes.RefUnknown, specification, specification.NearestId(), "inputSetRefs, outputSetRefs");
    }

    private static IEnumerable<(string From, string To)> Pairs(XElement specification, string set, string refs) =>
        from one in specification.All(set)
        from to in References(one, refs)
        select (one.Id() ?? "", to);

    private static void CheckAssociation(XElement association, Dictionary<string, XElement> byId, FindingLog findings)
    {
        var isInput = association.Name.LocalName == "dataInputAssociation";
        var sources = References(association, "sourceRef").Select(byId.GetValueOrDefault).OfType<XElement>().ToList();
        var target = References(association, "targetRef").Select(byId.GetValueOrDefault).FirstOrDefault();
        if ((isInput && sources.Exists(s => s.Name.LocalName == "dataOutput")) || (!isInput && target?.Name.LocalName == "dataInput"))
            findings.Error(FindingCodes.Forbidden, association, association.NearestId(), isInput ? "sourceRef" : "targetRef");
        if (association.One("transformation") is not null || association.One("assignment") is not null || target is null)
            return;
        foreach (var source in sources)
        {
            if (Item(source, byId) is { } from && Item(target, byId) is { } to && from.Text("structureRef") != to.Text("structureRef"))
                findings.Error(FindingCodes.Forbidden, association, association.NearestId(), $"{from.Id()} → {to.Id()}");
        }
    }

    /// <summary>The item that a piece of data holds; a reference is followed to its object.</summary>
    private static XElement? Item(XElement data, Dictionary<string, XElement> byId)
    {
        if (Xml.Ref(data.Text("dataObjectRef")) is { } id && byId.TryGetValue(id, out var referred))
            data = referred;
        return Xml.Ref(data.Text("itemSubjectRef")) is { } item && byId.TryGetValue(item, out var found) && found.Name.LocalName == "itemDefinition" ? found : null;
    }

    private static IEnumerable<string> References(XElement element, string name) => element.All(name).Select(r => Xml.Ref(r.Value.Trim()) ?? "");
}
