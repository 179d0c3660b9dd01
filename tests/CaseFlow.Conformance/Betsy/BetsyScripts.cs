using System.Xml.Linq;

namespace CaseFlow.Conformance.Betsy;

/// <summary>
/// Gives the abstract scripts of the suite a meaning in our terms: a task that only leaves a trace becomes an empty FEEL
/// script, one that takes time a job, and the conditions are written in FEEL. Nothing else of a model is touched.
/// </summary>
internal sealed class BetsyScripts
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace CaseFlow = "https://caseflow.dev/schema/bpmn/v1";

    private readonly Dictionary<string, string> _tokens = [];

    private BetsyScripts(XDocument document) => Xml = document;

    internal XDocument Xml { get; }

    internal static BetsyScripts Rewrite(string xml)
    {
        var scripts = new BetsyScripts(XDocument.Parse(xml));
        foreach (var task in scripts.Xml.Descendants().Where(e => e.Name == Bpmn + "scriptTask" || e.Name == Bpmn + "globalScriptTask").ToList())
            scripts.Rewrite(task);
        foreach (var condition in scripts.Xml.Descendants().Where(e => e.Name.LocalName is "conditionExpression" or "condition" or "loopCondition"))
            condition.Value = Feel(condition.Value.Trim());
        return scripts;
    }

    /// <summary>The script's token by the id of its task, or null for another element.</summary>
    internal string? TokenOf(string elementId) => _tokens.GetValueOrDefault(elementId);

    private void Rewrite(XElement task)
    {
        var script = task.Element(Bpmn + "script") ?? throw new FormatException("A script task without script.");
        var token = script.Value.Trim();
        _tokens[(string?)task.Attribute("id") ?? ""] = token;
        switch (token)
        {
            case "WAIT_TEN_SECONDS" or "CREATE_TIMESTAMP_LOG_1" or "CREATE_TIMESTAMP_LOG_2" or "THROW_ERROR":
                task.Name = Bpmn + "serviceTask";
                script.Remove();
                task.AddFirst(new XElement(Bpmn + "extensionElements", new XElement(CaseFlow + "topic", new XAttribute("name", token), new XAttribute("mode", "job"))));
                break;
            case "INCREMENT_INTEGER_VARIABLE" or "INCREMENT_INTEGER_VARIABLE_AND_LOG":
                script.Value = "{integerVariable: integerVariable + 1}";
                break;
            case "SET_STRING_DATA":
                script.Value = "{data: \"String\"}";
                break;
            default:
                script.Value = "null";
                break;
        }
    }

    private static string Feel(string condition)
    {
        if (condition.StartsWith("!test.contains(", StringComparison.Ordinal))
            return "not(" + Feel(condition[1..]) + ")";
        return condition.StartsWith("test.contains(", StringComparison.Ordinal) ? "contains(test, " + condition["test.contains(".Length..] : condition;
    }
}
