using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>
/// Where data is declared on both sides of a passage, the sides must fit: an event and what it carries, a message task
/// and its message, a call and what it calls, a multiplied activity and its collection (BPMN 2.0.2, sections 10.3 and 10.4).
/// </summary>
internal static class DataFitRules
{
    internal static void Check(XElement root, FindingLog findings)
    {
        var byId = root.Descendants().Where(e => e.IsBpmn() && e.Id() is not null).DistinctBy(e => e.Id()).ToDictionary(e => e.Id() ?? "");
        foreach (var element in root.Descendants().Where(e => e.IsBpmn()))
        {
            switch (element.Name.LocalName)
            {
                case "startEvent" or "intermediateCatchEvent" or "boundaryEvent":
                    CheckEvent(element, "dataOutput", byId, findings);
                    break;
                case "endEvent" or "intermediateThrowEvent":
                    CheckEvent(element, "dataInput", byId, findings);
                    break;
                case "receiveTask":
                    CheckMessageTask(element, "dataOutput", byId, findings);
                    break;
                case "sendTask":
                    CheckMessageTask(element, "dataInput", byId, findings);
                    break;
                case "callActivity":
                    CheckCall(element, byId, findings);
                    break;
                case "multiInstanceLoopCharacteristics":
                    CheckItems(element, "loopDataInputRef", "inputDataItem", byId, findings);
                    CheckItems(element, "loopDataOutputRef", "outputDataItem", byId, findings);
                    break;
                default:
                    break;
            }
        }
    }

    private static void CheckEvent(XElement source, string data, Dictionary<string, XElement> byId, FindingLog findings)
    {
        var carried = source.Elements().Select(d => Carried(d, byId)).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var declared = Structures(source, data, byId);
        if (carried.Count > 0 && declared.Count > 0 && !carried.SequenceEqual(declared))
            findings.Error(FindingCodes.Forbidden, source, source.Id(), data);
    }

    /// <summary>The structure of what an event definition's message, signal, error or escalation carries.</summary>
    private static string? Carried(XElement definition, Dictionary<string, XElement> byId)
    {
        foreach (var attribute in new[] { "messageRef", "signalRef", "errorRef", "escalationRef" })
        {
            if (Xml.Ref(definition.Text(attribute)) is { } id && byId.TryGetValue(id, out var root))
                return StructureOf(root.Text("itemRef") ?? root.Text("structureRef"), byId);
        }

        return null;
    }

    private static void CheckMessageTask(XElement task, string data, Dictionary<string, XElement> byId, FindingLog findings)
    {
        if (task.One("ioSpecification") is not { } specification || Carried(task, byId) is not { } carried)
            return;
        var declared = Structures(specification, data, byId);
        if (specification.All(data).Count() != 1 || declared.Count != 1 || declared[0] != carried)
            findings.Error(FindingCodes.Forbidden, task, task.Id(), data);
    }

    private static void CheckCall(XElement call, Dictionary<string, XElement> byId, FindingLog findings)
    {
        if (Xml.Ref(call.Text("calledElement")) is not { } id || !byId.TryGetValue(id, out var called))
            return;
        foreach (var data in new[] { "dataInput", "dataOutput" })
        {
            var own = call.One("ioSpecification") is { } mine ? Structures(mine, data, byId) : [];
            var theirs = called.One("ioSpecification") is { } other ? Structures(other, data, byId) : [];
            if (!own.SequenceEqual(theirs))
                findings.Error(FindingCodes.Forbidden, call, call.Id(), data);
        }
    }

    private static void CheckItems(XElement multi, string reference, string item, Dictionary<string, XElement> byId, FindingLog findings)
    {
        if (Xml.Ref(multi.Content(reference)) is not { } id || !byId.TryGetValue(id, out var collection) || multi.One(item) is not { } one)
            return;
        var isCollection = Item(one, byId)?.Flag("isCollection", false) == true || one.Flag("isCollection", false);
        var fits = StructureOf(one.Text("itemSubjectRef"), byId) == StructureOf(collection.Text("itemSubjectRef"), byId);
        if (isCollection || !fits)
            findings.Error(FindingCodes.Forbidden, multi, multi.NearestId(), item);
    }

    private static XElement? Item(XElement data, Dictionary<string, XElement> byId) =>
        Xml.Ref(data.Text("itemSubjectRef")) is { } id ? byId.GetValueOrDefault(id) : null;

    private static List<string> Structures(XElement owner, string data, Dictionary<string, XElement> byId) =>
        [.. owner.All(data).Select(d => StructureOf(d.Text("itemSubjectRef"), byId) ?? "").Order(StringComparer.Ordinal)];

    private static string? StructureOf(string? itemReference, Dictionary<string, XElement> byId)
    {
        if (Xml.Ref(itemReference) is not { } id || !byId.TryGetValue(id, out var item) || item.Name.LocalName != "itemDefinition")
            return null;
        // An item without structure is only equal to itself.
        return item.Text("structureRef") ?? "#" + id;
    }
}
