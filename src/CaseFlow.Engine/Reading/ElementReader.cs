using System.Globalization;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads what a flow node says of itself.</summary>
internal sealed class ElementReader(RootElements roots, FindingLog findings)
{
    private readonly EventReader _events = new(roots, findings);

    internal void Read(ElementModel element, XElement source)
    {
        var extensions = new ExtensionReader(source, findings);
        extensions.RefuseUnknown();
        element.Name = source.Text("name");
        element.NameEn = extensions.EnglishName();
        element.Documentation = source.Content("documentation");
        element.DocumentationEn = extensions.EnglishDocumentation();
        element.Status = extensions.Status();
        element.Requires = extensions.Requires();
        element.Inputs = extensions.Mappings("input");
        element.Outputs = extensions.Mappings("output");
        if (element.Kind.IsEvent())
            ReadEvent(element, source);
        else if (element.Kind.IsActivity())
            ReadActivity(element, source, extensions);
        else if (element.Kind == ElementKind.EventBasedGateway)
            element.Instantiates = source.Flag("instantiate", false);
        else if (element.Kind == ElementKind.ComplexGateway && source.One("activationCondition") is not null)
            findings.CannotRun(FindingCodes.Unsupported, source, "activationCondition");
    }

    private void ReadEvent(ElementModel element, XElement source)
    {
        element.EventDefinitions = _events.Read(source, element);
        if (element.Kind == ElementKind.BoundaryEvent)
            element.IsInterrupting = source.Flag("cancelActivity", true);
        else if (element.IsEventSubProcessStart)
            element.IsInterrupting = source.Flag("isInterrupting", true);
        element.IsParallelMultiple = element.EventDefinitions.Length > 1 && source.Flag("parallelMultiple", false);
        element.Triggers = [.. _events.DefinitionsOf(source).Select(EventReader.TriggerOf)];
        EventRules.Check(element, source, findings);
    }

    private void ReadActivity(ElementModel element, XElement source, ExtensionReader extensions)
    {
        element.IsForCompensation = source.Flag("isForCompensation", false);
        element.StartQuantity = Quantity(source, "startQuantity");
        element.CompletionQuantity = Quantity(source, "completionQuantity");
        LoopReader.Read(element, source, findings);
        switch (element.Kind)
        {
            case ElementKind.UserTask:
                element.UserTask = extensions.UserTask();
                break;
            case ElementKind.ServiceTask:
                element.Topic = extensions.Topic() ?? OwnTopic(element, source);
                break;
            case ElementKind.SendTask:
                element.Topic = extensions.Topic();
                element.EventDefinitions = TaskMessage(source);
                if (element.Topic is null && element.EventDefinitions.Length == 0)
                    element.Topic = OwnTopic(element, source);
                break;
            case ElementKind.ReceiveTask:
                ReadReceive(element, source);
                break;
            case ElementKind.ScriptTask:
                ReadScript(element, source, extensions);
                break;
            case ElementKind.BusinessRuleTask:
                ReadDecision(element, source, extensions);
                break;
            case ElementKind.CallActivity:
                ReadCall(element, source, extensions);
                break;
            case ElementKind.AdHocSubProcess:
                element.IsSequential = source.Text("ordering") == "Sequential";
                element.CompletionCondition = source.One("completionCondition") is { } condition ? ExpressionReader.Content(condition, findings) : null;
                break;
            default:
                break;
        }
    }

    // More tokens than this are a slip of the finger, not a process.
    private int Quantity(XElement source, string attribute)
    {
        if (source.Text(attribute) is not { } text)
            return 1;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity is >= 1 and <= 100)
            return quantity;
        findings.CannotRun(FindingCodes.Forbidden, source, source.Id(), $"{attribute} {text}");
        return 1;
    }

    private EventDefinition[] TaskMessage(XElement source) => _events.ReadTaskMessage(source) is { } message ? [message] : [];

    private TopicSettings OwnTopic(ElementModel element, XElement source)
    {
        findings.Warning(FindingCodes.Topic, source, element.Id);
        return new TopicSettings(element.Id, Inline: false);
    }

    private void ReadReceive(ElementModel element, XElement source)
    {
        element.EventDefinitions = TaskMessage(source);
        if (source.Text("messageRef") is null)
            findings.CannotRun(FindingCodes.RefMissing, source, element.Id, "messageRef");
        element.Instantiates = source.Flag("instantiate", false);
    }

    private void ReadScript(ElementModel element, XElement source, ExtensionReader extensions)
    {
        element.ResultVariable = extensions.ResultVariable("script");
        if (!ExpressionReader.SpeaksFeel(source.Text("scriptFormat")))
            findings.CannotRun(FindingCodes.Language, source, source.Text("scriptFormat"));
        else if (source.One("script") is { } script && script.Value.Trim().Length > 0)
            element.Script = ExpressionReader.Feel(script.Value.Trim(), script, findings);
        else
            findings.CannotRun(FindingCodes.Script, source, element.Id);
    }

    private void ReadDecision(ElementModel element, XElement source, ExtensionReader extensions)
    {
        element.DecisionId = extensions.DecisionId();
        element.ResultVariable = extensions.ResultVariable("decision");
        if (element.DecisionId is null)
            findings.CannotRun(FindingCodes.Decision, source, element.Id);
    }

    private void ReadCall(ElementModel element, XElement source, ExtensionReader extensions)
    {
        element.CalledProcessId = Xml.Ref(source.Text("calledElement"));
        element.Inputs = extensions.CallMappings("in");
        element.Outputs = extensions.CallMappings("out");
        if (element.CalledProcessId is null)
            findings.CannotRun(FindingCodes.CalledElement, source, element.Id);
    }
}
