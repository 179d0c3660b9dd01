using System.Xml.Linq;
using CaseFlow.Engine.Execution.Elements.Events;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads event definitions: those inside an event, and those that it refers to.</summary>
internal sealed class EventReader(RootElements roots, FindingLog findings)
{
    internal EventDefinition[] Read(XElement source, ElementModel element)
    {
        var definitions = new List<EventDefinition>();
        foreach (var child in DefinitionsOf(source))
        {
            var definition = ReadOne(child, source, element);
            if (definition is not null)
                definitions.Add(definition);
        }

        return [.. definitions];
    }

    /// <summary>The message of a send or receive task.</summary>
    internal EventDefinition? ReadTaskMessage(XElement task) =>
        task.Text("messageRef") is null ? null : Message(task, task);

    /// <summary>The definitions in and referred to by an event.</summary>
    internal IEnumerable<XElement> DefinitionsOf(XElement source)
    {
        foreach (var child in source.Elements().Where(e => e.IsBpmn()))
        {
            if (child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal))
                yield return child;
            else if (child.Name.LocalName == "eventDefinitionRef" && Referred(child) is { } referred)
                yield return referred;
        }
    }

    internal static EventTrigger TriggerOf(XElement definition) => definition.Name.LocalName switch
    {
        "messageEventDefinition" => EventTrigger.Message,
        "timerEventDefinition" => EventTrigger.Timer,
        "signalEventDefinition" => EventTrigger.Signal,
        "errorEventDefinition" => EventTrigger.Error,
        "escalationEventDefinition" => EventTrigger.Escalation,
        "terminateEventDefinition" => EventTrigger.Terminate,
        "linkEventDefinition" => EventTrigger.Link,
        "conditionalEventDefinition" => EventTrigger.Conditional,
        "compensateEventDefinition" => EventTrigger.Compensation,
        "cancelEventDefinition" => EventTrigger.Cancel,
        _ => EventTrigger.None,
    };

    private XElement? Referred(XElement reference)
    {
        var id = Xml.Ref(reference.Value.Trim());
        var found = reference.Document?.Root?.Elements()
            .FirstOrDefault(e => e.IsBpmn() && e.Id() == id && e.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal));
        if (found is null)
            findings.Error(FindingCodes.RefUnknown, reference, reference.NearestId(), reference.Value.Trim());
        return found;
    }

    private EventDefinition? ReadOne(XElement child, XElement source, ElementModel element)
    {
        switch (child.Name.LocalName)
        {
            case "messageEventDefinition": return Message(child, source);
            case "timerEventDefinition": return TimerReader.Read(child, element, findings);
            case "signalEventDefinition": return Named(child, source, EventTrigger.Signal, "signalRef", "signal", "name");
            case "errorEventDefinition": return Named(child, source, EventTrigger.Error, "errorRef", "error", "errorCode");
            case "escalationEventDefinition": return Named(child, source, EventTrigger.Escalation, "escalationRef", "escalation", "escalationCode");
            case "cancelEventDefinition": return new EventDefinition { Trigger = EventTrigger.Cancel };
            case "compensateEventDefinition": return new EventDefinition { Trigger = EventTrigger.Compensation, Name = Xml.Ref(child.Text("activityRef")) };
            case "terminateEventDefinition": return new EventDefinition { Trigger = EventTrigger.Terminate };
            case "linkEventDefinition": return new EventDefinition { Trigger = EventTrigger.Link, Name = child.Text("name") };
            case "conditionalEventDefinition": return Conditional(child);
            default:
                findings.CannotRun(FindingCodes.Unsupported, child, child.Name.LocalName);
                return null;
        }
    }

    private EventDefinition? Message(XElement definition, XElement source)
    {
        if (definition.Text("messageRef") is not { } reference)
        {
            findings.CannotRun(FindingCodes.RefMissing, definition, source.NearestId(), "messageRef");
            return null;
        }

        if (roots.Message(reference) is not { } message)
        {
            findings.Error(FindingCodes.RefUnknown, definition, source.NearestId(), "messageRef " + reference);
            return null;
        }

        var extensions = new ExtensionReader(source, findings);
        var own = new ExtensionReader(definition, findings);
        return new EventDefinition
        {
            Trigger = EventTrigger.Message,
            Name = message.Name,
            CorrelationKey = own.CorrelationKey() ?? extensions.CorrelationKey() ?? message.CorrelationKey,
            Payload = extensions.Mappings("payload"),
        };
    }

    // A code that is left out catches every error or escalation; to throw one there must be one.
    private EventDefinition? Named(XElement definition, XElement source, EventTrigger trigger, string attribute, string kind, string nameAttribute)
    {
        string? name = null;
        if (definition.Text(attribute) is { } reference)
        {
            if (roots.Find(reference, kind) is not { } found)
            {
                findings.Error(FindingCodes.RefUnknown, definition, source.NearestId(), $"{attribute} {reference}");
                return null;
            }

            name = found.Text(nameAttribute) ?? found.Text("name") ?? found.Id();
        }
        else if (trigger == EventTrigger.Signal)
        {
            findings.CannotRun(FindingCodes.RefMissing, definition, source.NearestId(), attribute);
            return null;
        }

        return new EventDefinition { Trigger = trigger, Name = name, Payload = new ExtensionReader(source, findings).Mappings("payload") };
    }

    private EventDefinition? Conditional(XElement definition)
    {
        if (definition.One("condition") is not { } condition)
        {
            findings.CannotRun(FindingCodes.RefMissing, definition, definition.NearestId(), "condition");
            return null;
        }

        // A condition in free words is for readers; only a formal one can be watched (section 8.3.6).
        if (Xml.Ref(condition.Attribute(Xml.Xsi + "type")?.Value.Trim()) != "tFormalExpression")
        {
            findings.CannotRun(FindingCodes.InformalCondition, condition, definition.NearestId());
            return null;
        }

        var expression = ExpressionReader.Content(condition, findings);
        return expression is null ? null : new EventDefinition { Trigger = EventTrigger.Conditional, Condition = expression };
    }
}

/// <summary>Reads when a timer is due.</summary>
internal static class TimerReader
{
    // Only to see whether a literal text can be understood; the moment itself does not matter.
    private static readonly DateTimeOffset SomeMoment = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static EventDefinition? Read(XElement definition, ElementModel element, FindingLog findings)
    {
        if (new ExtensionReader(definition, findings).WorkingDays() is { } days)
            return Timer(TimerKind.WorkingDays, days, definition, element, findings);
        foreach (var (name, kind) in new[] { ("timeDate", TimerKind.Date), ("timeDuration", TimerKind.Duration), ("timeCycle", TimerKind.Cycle) })
        {
            if (definition.One(name) is not { } body)
                continue;
            var text = body.Value.Trim();
            var value = text.Length == 0 || IsLiteral(kind, text) ? ModelExpression.OfText(text) : ExpressionReader.Content(body, findings);
            return value is null ? null : Timer(kind, value, definition, element, findings);
        }

        findings.CannotRun(FindingCodes.RefMissing, definition, element.Id, "timeDate, timeDuration, timeCycle");
        return null;
    }

    private static EventDefinition? Timer(TimerKind kind, ModelExpression value, XElement definition, ElementModel element, FindingLog findings)
    {
        if (value.IsLiteral && !IsLiteral(kind, value.Text))
        {
            findings.CannotRun(FindingCodes.Timer, definition, element.Id, value.Text);
            return null;
        }

        return new EventDefinition { Trigger = EventTrigger.Timer, Timer = new TimerDefinition(kind, value) };
    }

    private static bool IsLiteral(TimerKind kind, string text) => TimerTrigger.Schedule(kind, text, SomeMoment) is not null;
}
