using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using CaseFlow.Conformance.World;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Conformance.DrivenTesting;

/// <summary>Paths through models: a case passes when the instance, pushed along at each wait, has entered the nodes of the path in their order.</summary>
internal static class DrivenTestingSuite
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    internal static SuiteReport Run(string folder, string? only)
    {
        using var index = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "index.json")));
        var results = new List<CaseOutcome>();
        foreach (var item in index.RootElement.GetProperty("cases").EnumerateArray())
        {
            // Some ids come twice, for the pools of one file.
            var id = $"{item.GetProperty("id").GetString()}@{item.GetProperty("processId").GetString()}";
            if (only is not null && !id.Contains(only, StringComparison.Ordinal))
                continue;
            var fault = Fault(folder, item);
            results.Add(new(id, item.GetProperty("dialect").GetString() ?? "", fault is null, fault ?? ""));
        }

        var passed = results.Count(r => r.Passed);
        return new SuiteReport(
            string.Create(CultureInfo.InvariantCulture, $"expressions and extensions rewritten in {results.Count}\nbpmn-driven-testing: {passed}/{results.Count} paths"),
            new Dictionary<string, double> { ["pathsPassed"] = passed, ["paths"] = results.Count },
            results);
    }

    private static string? Fault(string folder, JsonElement item)
    {
        var document = Dialect.Rewrite(File.ReadAllText(Path.Combine(folder, item.GetProperty("file").GetString() ?? "")));
        var compiled = ModelBundle.Compile([new SourceFile("model.bpmn", document.ToString()), .. CalledProcesses.StandIns(document)]);
        if (compiled.Bundle is not { } bundle)
            return "refused: " + string.Join("; ", compiled.Findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => $"{f.Code} {f.ElementId}: {f.En}"));
        var path = item.GetProperty("expectedPath").EnumerateArray().Select(n => n.GetString() ?? "").ToList();
        return new PathRun(bundle, document, path).Follow(item.GetProperty("processId").GetString() ?? "");
    }

    /// <summary>What a call activity calls lies outside the file: in its place comes a process that ends as the path needs it to.</summary>
    private static class CalledProcesses
    {
        internal static IEnumerable<SourceFile> StandIns(XDocument document)
        {
            var own = document.Descendants(Bpmn + "process").Select(p => (string?)p.Attribute("id")).ToHashSet();
            var called = document.Descendants(Bpmn + "callActivity").Select(c => (string?)c.Attribute("calledElement")).OfType<string>().Distinct().Where(c => !own.Contains(c));
            var codes = document.Descendants(Bpmn + "escalation").Select(e => (string?)e.Attribute("escalationCode")).OfType<string>().Distinct().ToList();
            return called.Select(id => new SourceFile($"{id}.bpmn", Process(id, codes)));
        }

        private static string Process(string id, List<string> codes)
        {
            XElement Flow(string from, string to, string? code) => new(
                Bpmn + "sequenceFlow", new XAttribute("id", $"{from}-{to}"), new XAttribute("sourceRef", from), new XAttribute("targetRef", to),
                code is null ? null : new XElement(Bpmn + "conditionExpression", $"eskalera = \"{code}\""));
            var name = "x" + id;
            return new XElement(
                Bpmn + "definitions",
                codes.Select((code, i) => new XElement(Bpmn + "escalation", new XAttribute("id", $"{name}-e{i}"), new XAttribute("escalationCode", code))),
                new XElement(
                    Bpmn + "process", new XAttribute("id", id), new XAttribute("isExecutable", "true"),
                    new XElement(Bpmn + "startEvent", new XAttribute("id", name + "-start")),
                    new XElement(Bpmn + "serviceTask", new XAttribute("id", name + "-work"), new XElement(Bpmn + "extensionElements", new XElement((XNamespace)"https://caseflow.dev/schema/bpmn/v1" + "topic", new XAttribute("name", "called")))),
                    new XElement(Bpmn + "exclusiveGateway", new XAttribute("id", name + "-how"), codes.Count == 0 ? null : new XAttribute("default", $"{name}-how-{name}-end")),
                    new XElement(Bpmn + "endEvent", new XAttribute("id", name + "-end")),
                    Flow(name + "-start", name + "-work", null), Flow(name + "-work", name + "-how", null), Flow(name + "-how", name + "-end", null),
                    codes.Select((code, i) => new XElement(Bpmn + "endEvent", new XAttribute("id", $"{name}-end{i}"), new XElement(Bpmn + "escalationEventDefinition", new XAttribute("escalationRef", $"{name}-e{i}")))),
                    codes.Select((code, i) => Flow(name + "-how", $"{name}-end{i}", code)))).ToString();
        }
    }
}
