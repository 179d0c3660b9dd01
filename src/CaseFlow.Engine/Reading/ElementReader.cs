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
        element.Documentation = source.Content("documentation");
        element.Status = extensions.Status();
        element.Requires = extensions.Requires();
        element.Inputs = extensions.Mappings("input");
        element.Outputs = extensions.Mappings("output");
        if (element.Kind.IsEvent())
            ReadEvent(element, source);
        else if (element.Kind.IsActivity())
            ReadActivity(element, source, extensions);
    }

    private void ReadEvent(ElementModel element, XElement source)
    {
        element.EventDefinitions = _events.Read(source, element);
        if (element.Kind == ElementKind.BoundaryEvent)
            element.IsInterrupting = source.Flag("cancelActivity", true);
        else if (element.IsEventSubProcessStart)
            element.IsInterrupting = source.Flag("isInterrupting", true);
        EventRules.Check(element, source, [.. _events.DefinitionsOf(source)], findings);
    }

    private void ReadActivity(ElementModel element, XElement source, ExtensionReader extensions)
    {
        if (source.Flag("isForCompensation", false))
            findings.CannotRun(FindingCodes.Unsupported, source, "isForCompensation");
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
            default:
                break;
        }
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
        if (source.Flag("instantiate", false))
            findings.CannotRun(FindingCodes.Unsupported, source, "receiveTask instantiate");
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
