using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Conformance.Miwg;

/// <summary>
/// Reference diagrams of other tools: every flow, node and name of every process is read, whether or not it could run. They are
/// given back as they came, diagram and foreign extensions included, since a deployed file is kept as its text.
/// </summary>
internal static class MiwgSuite
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    internal static SuiteReport Run(string folder, string? only)
    {
        using var index = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "index.json")));
        var results = new List<CaseOutcome>();
        foreach (var item in index.RootElement.GetProperty("cases").EnumerateArray())
        {
            var id = item.GetProperty("id").GetString() ?? "";
            if (only is not null && !id.Contains(only, StringComparison.Ordinal))
                continue;
            var fault = Fault(Path.Combine(folder, item.GetProperty("file").GetString() ?? ""));
            results.Add(new(id, "", fault is null, fault ?? ""));
        }

        var passed = results.Count(r => r.Passed);
        return new SuiteReport(
            string.Create(CultureInfo.InvariantCulture, $"miwg: {passed}/{results.Count} models"),
            new Dictionary<string, double> { ["modelsPassed"] = passed, ["models"] = results.Count },
            results);
    }

    private static string? Fault(string file)
    {
        var text = File.ReadAllText(file);
        if (BpmnReader.Read("model.bpmn", text).Definitions is not { } read)
            return "not read";
        var document = XDocument.Parse(text);
        var elements = read.Processes.SelectMany(p => p.Elements).ToDictionary(e => e.Id, StringComparer.Ordinal);
        foreach (var flow in document.Descendants(Bpmn + "sequenceFlow").Where(f => f.Ancestors(Bpmn + "process").Any()))
        {
            var (source, target) = (flow.Attribute("sourceRef")?.Value ?? "", flow.Attribute("targetRef")?.Value ?? "");
            if (!elements.TryGetValue(source, out var from) || !from.Outgoing.Any(f => f.Id == flow.Attribute("id")?.Value && f.Target.Id == target))
                return $"the flow {flow.Attribute("id")?.Value} was not read";
        }

        var lost = document.Descendants(Bpmn + "process").Descendants().FirstOrDefault(e => e.Attribute("id") is { } id && elements.TryGetValue(id.Value, out var element) && element.Name != e.Attribute("name")?.Value.Trim() && !string.IsNullOrWhiteSpace(e.Attribute("name")?.Value));
        return lost is null ? null : $"the name of {lost.Attribute("id")?.Value} was not read";
    }
}
