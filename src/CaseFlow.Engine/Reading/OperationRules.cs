using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>
/// Operations of interfaces, and who carries them out (BPMN 2.0.2, sections 8.4.3 and 10.3.3): a task that calls one hands over
/// what its message holds, and a process or global task that offers one says which of its data are the messages.
/// </summary>
internal static class OperationRules
{
    internal static void Check(XElement root, FindingLog findings)
    {
        var byId = root.Descendants().Where(e => e.IsBpmn() && e.Id() is not null).DistinctBy(e => e.Id()).ToDictionary(e => e.Id() ?? "");
        foreach (var element in root.Descendants().Where(e => e.IsBpmn()))
        {
            if (element.Name.LocalName == "serviceTask" && Found(element.Text("operationRef"), byId) is { } operation)
                CheckTask(element, operation, byId, findings);
            else if (element.Name.LocalName == "process" || ElementKinds.IsGlobalTask(element, out _))
                CheckOffer(element, byId, findings);
        }
    }

    private static void CheckTask(XElement task, XElement operation, Dictionary<string, XElement> byId, FindingLog findings)
    {
        foreach (var (message, data) in new[] { ("inMessageRef", "dataInput"), ("outMessageRef", "dataOutput") })
        {
            if (Found(operation.Content(message), byId) is not { } carried)
                continue;
            var declared = task.One("ioSpecification")?.All(data).ToList() ?? [];
            if (declared.Count != 1 || Xml.Ref(declared[0].Text("itemSubjectRef")) != Xml.Ref(carried.Text("itemRef")))
                findings.Error(FindingCodes.Forbidden, task, task.Id(), data);
        }
    }

    private static void CheckOffer(XElement callable, Dictionary<string, XElement> byId, FindingLog findings)
    {
        var bindings = callable.All("ioBinding").ToList();
        if (callable.One("supportedInterfaceRef") is not null && callable.One("ioSpecification") is not null && bindings.Count == 0)
            findings.Error(FindingCodes.RefMissing, callable, callable.Id(), "ioBinding");
        foreach (var binding in bindings)
        {
            if (Found(binding.Text("operationRef"), byId) is not { } operation)
                continue;
            Fits(binding, "inputDataRef", operation, "inMessageRef", byId, findings);
            Fits(binding, "outputDataRef", operation, "outMessageRef", byId, findings);
        }
    }

    private static void Fits(XElement binding, string data, XElement operation, string message, Dictionary<string, XElement> byId, FindingLog findings)
    {
        if (Found(binding.Text(data), byId) is { } bound && Found(operation.Content(message), byId) is { } carried
            && Xml.Ref(bound.Text("itemSubjectRef")) != Xml.Ref(carried.Text("itemRef")))
        {
            findings.Error(FindingCodes.Forbidden, binding, binding.NearestId(), data);
        }
    }

    private static XElement? Found(string? reference, Dictionary<string, XElement> byId) =>
        Xml.Ref(reference) is { } id ? byId.GetValueOrDefault(id) : null;
}
