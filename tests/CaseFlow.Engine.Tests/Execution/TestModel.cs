using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>Models written into the test that they belong to.</summary>
internal static class TestModel
{
    internal const string Header =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:caseflow="https://caseflow.dev/schema/bpmn/v1"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="defs" targetNamespace="https://caseflow.dev/test">
        """;

    /// <summary>A bundle of one process <c>p</c>.</summary>
    /// <param name="body">What lies inside the process; a line like <c>a -> b -> c [condition]</c> stands for sequence flows.</param>
    /// <param name="roots">Messages, signals, errors, escalations and further processes.</param>
    internal static ModelBundle Of(string body, string roots = "") => Compile(new SourceFile("p.bpmn", Xml(body, roots)));

    internal static string Xml(string body, string roots = "") =>
        $"{Header}\n{Expand(roots)}\n<process id=\"p\" isExecutable=\"true\">\n{Expand(body)}\n</process>\n</definitions>";

    internal static ModelBundle Compile(params SourceFile[] files)
    {
        var result = ModelBundle.Compile(files);
        return result.Bundle ?? throw new AssertionException(Describe(result.Findings));
    }

    internal static IReadOnlyList<Finding> FindingsOf(string body, string roots = "") =>
        ModelBundle.Compile([new SourceFile("p.bpmn", Xml(body, roots))]).Findings;

    internal static string Describe(IEnumerable<Finding> findings) =>
        string.Join('\n', findings.Select(f => $"{f.Severity} {f.Code} {f.File}:{f.Line} {f.ElementId}: {f.Sv} / {f.En}"));

    /// <summary>Lines of the form <c>a -> b -> c</c>, optionally followed by <c>[condition]</c> or <c>[default]</c>, become sequence flows named <c>a-b</c>.</summary>
    private static string Expand(string body)
    {
        var lines = body.Split('\n');
        var defaults = new Dictionary<string, string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Contains(" -> ", StringComparison.Ordinal))
                lines[i] = Flows(lines[i].Trim(), defaults);
        }

        var text = string.Join('\n', lines);
        foreach (var (source, flow) in defaults)
            text = text.Replace($"id=\"{source}\"", $"id=\"{source}\" default=\"{flow}\"", StringComparison.Ordinal);
        return text;
    }

    private static string Flows(string line, Dictionary<string, string> defaults)
    {
        string? condition = null;
        var at = line.IndexOf('[', StringComparison.Ordinal);
        if (at >= 0)
        {
            condition = line[(at + 1)..line.LastIndexOf(']')];
            line = line[..at].Trim();
        }

        var names = line.Split(" -> ");
        var flows = new List<string>();
        for (var i = 1; i < names.Length; i++)
        {
            var id = $"{names[i - 1]}-{names[i]}";
            var inside = "";
            if (condition == "default")
                defaults[names[i - 1]] = id;
            else if (condition is not null)
                inside = $"<conditionExpression>{System.Security.SecurityElement.Escape(condition)}</conditionExpression>";
            flows.Add($"<sequenceFlow id=\"{id}\" sourceRef=\"{names[i - 1]}\" targetRef=\"{names[i]}\">{inside}</sequenceFlow>");
        }

        return string.Concat(flows);
    }
}
