using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CaseFlow.Conformance.World;

/// <summary>
/// Rewrites what other engines add to BPMN (their extensions and their expression language) into ours, and nothing else. What
/// the other engine's own code would do becomes a job that the runner answers.
/// </summary>
internal static partial class Dialect
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XNamespace Ours = "https://caseflow.dev/schema/bpmn/v1";
    private static readonly XNamespace Camunda = "http://camunda.org/schema/1.0/bpmn";
    private static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";

    internal static XDocument Rewrite(string xml)
    {
        var document = XDocument.Parse(xml);
        foreach (var element in document.Descendants().Where(e => e.Name.Namespace == Bpmn).ToList())
            Rewrite(element);
        return document;
    }

    /// <summary>An expression of another language as FEEL.</summary>
    internal static string Expression(string text)
    {
        var inner = text.Trim();
        if (inner.StartsWith('='))
            return inner[1..].Trim();
        if (Unified().Match(inner) is { Success: true } unified)
            return unified.Groups[1].Value.Trim().Replace("==", "=", StringComparison.Ordinal).Replace('\'', '"');
        return inner;
    }

    private static void Rewrite(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "serviceTask" or "sendTask" or "businessRuleTask" or "scriptTask":
                // Its work lies in the other engine's code, script or table.
                element.Name = Bpmn + "serviceTask";
                element.Elements(Bpmn + "script").Remove();
                element.SetAttributeValue("scriptFormat", null);
                Add(element, new XElement(Ours + "topic", new XAttribute("name", (string?)element.Attribute("id") ?? "")));
                break;
            case "messageEventDefinition" when element.Attribute("messageRef") is null && element.Parent is { Name.LocalName: "endEvent" or "intermediateThrowEvent" } thrower:
                // What is sent stands in the other engine's code: a message of the event's own name.
                var message = (string?)thrower.Attribute("id") + "_message";
                element.Document?.Root?.AddFirst(new XElement(Bpmn + "message", new XAttribute("id", message), new XAttribute("name", message)));
                element.SetAttributeValue("messageRef", message);
                break;
            case "callActivity" when Descendant(element, Zeebe + "calledElement") is { } called:
                element.SetAttributeValue("calledElement", Literal((string?)called.Attribute("processId")));
                break;
            case "multiInstanceLoopCharacteristics":
                Multiply(element);
                break;
            case "conditionExpression" or "timeDuration" or "timeCycle" or "timeDate" or "loopCardinality" or "completionCondition":
                element.Value = element.Name.LocalName.StartsWith("time", StringComparison.Ordinal) ? Literal(element.Value) : Expression(element.Value);
                break;
            case "message" or "signal":
                element.SetAttributeValue("name", Literal((string?)element.Attribute("name")));
                break;
            default:
                break;
        }
    }

    // The number of elements is the test's own; three shows an order.
    private static void Multiply(XElement multi)
    {
        if (multi.Element(Bpmn + "loopCardinality") is not null)
            return;
        var isMapped = multi.Attribute(Camunda + "collection") is not null || Descendant(multi, Zeebe + "loopCharacteristics") is not null;
        if (isMapped)
            multi.AddFirst(new XElement(Bpmn + "loopCardinality", new XAttribute(Xsi + "type", "tFormalExpression"), 3.ToString(CultureInfo.InvariantCulture)));
        foreach (var extensions in multi.Elements(Bpmn + "extensionElements").ToList())
        {
            extensions.Remove();
            multi.AddFirst(extensions);
        }
    }

    private static void Add(XElement element, XElement extension)
    {
        if (element.Element(Bpmn + "extensionElements") is { } extensions)
            extensions.Add(extension);
        else
            element.AddFirst(new XElement(Bpmn + "extensionElements", extension));
    }

    private static XElement? Descendant(XElement element, XName name) => element.Element(Bpmn + "extensionElements")?.Elements(name).FirstOrDefault();

    private static string Literal(string? text) => Expression(text ?? "").Trim('"');

    [GeneratedRegex(@"^[$#]\{(.*)\}$")]
    private static partial Regex Unified();
}
