using System.Text.RegularExpressions;
using System.Xml.Linq;
using CaseFlow.Conformance.World;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Conformance.DrivenTesting;

/// <summary>One instance, pushed along a path: at each wait the path's next node says what happens.</summary>
internal sealed partial class PathRun(ModelBundle models, XDocument document, IReadOnlyList<string> path)
{
    private const int MostSteps = 200;
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private readonly Dictionary<string, XElement> _byId = document.Descendants().Where(e => e.Attribute("id") is not null).DistinctBy(e => e.Attribute("id")!.Value).ToDictionary(e => e.Attribute("id")!.Value);
    private readonly List<string> _entered = [];
    private int _at;

    /// <summary>Null when every node of the path was entered in order; otherwise how far it came.</summary>
    internal string? Follow(string processId)
    {
        var world = new VirtualWorld(models) { Observer = Observe };
        var instance = world.Start(StartOf(processId));
        for (var step = 0; step < MostSteps && _at < path.Count; step++)
        {
            if (instance.State.IsEnded)
                return $"ended at {_entered.LastOrDefault()}, before {path[_at]}";
            if (Next(instance.State) is not { } command)
                return $"nothing leads from {_entered.LastOrDefault()} to {path[_at]}; incidents: {string.Join(", ", instance.State.Incidents.Select(i => i.Code + " " + i.Detail))}";
            if (world.Do(instance, command) is { } rejection)
                return $"{command.GetType().Name} before {path[_at]}: {rejection.En}";
        }

        return _at == path.Count ? null : $"stands before {path[_at]}";
    }

    private void Observe(WorldInstance instance, Fact fact)
    {
        if (fact is not ElementEntered entered)
            return;
        _entered.Add(entered.ElementId);
        if (_at < path.Count && path[_at] == entered.ElementId)
            _at++;
    }

    private StartProcess StartOf(string processId)
    {
        var start = _byId.GetValueOrDefault(path[0]);
        var message = start?.Element(Bpmn + "messageEventDefinition")?.Attribute("messageRef")?.Value;
        var isOwn = start?.Name == Bpmn + "startEvent" && start.Parent?.Name == Bpmn + "process";
        if (isOwn && message is not null)
            return new StartProcess(processId, Variables(), _byId[message].Attribute("name")?.Value);
        return new StartProcess(processId, Variables(), null, isOwn && start!.Elements().Any(e => e.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)) ? path[0] : null);
    }

    /// <summary>The data that sends the instance by the flows that the path takes.</summary>
    private FeelContext Variables()
    {
        var values = new Dictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var flow in document.Descendants(Bpmn + "sequenceFlow"))
        {
            if (flow.Element(Bpmn + "conditionExpression")?.Value is not { } condition || Comparison().Match(condition) is not { Success: true } match)
                continue;
            var source = path.ToList().IndexOf(flow.Attribute("sourceRef")?.Value ?? "");
            var isTaken = source >= 0 && source + 1 < path.Count && path[source + 1] == flow.Attribute("targetRef")?.Value;
            if (match.Groups[2].Success && isTaken)
                values[match.Groups[1].Value] = FeelValue.Of(match.Groups[2].Value);
            else if (match.Groups[2].Success)
                values.TryAdd(match.Groups[1].Value, FeelValue.Null);
            else
                values[match.Groups[1].Value] = FeelValue.Of(isTaken);
        }

        return FeelContext.Of(values);
    }

    private Command? Next(InstanceState state)
    {
        var next = _byId.GetValueOrDefault(path[_at]);
        if (next?.Name == Bpmn + "boundaryEvent")
            return Trigger(state, next);
        // A catch event behind an event-based gateway is entered by its own event.
        if (WaitAt(state, path[_at]) is { } awaited)
            return awaited;
        var here = _entered.LastOrDefault(id => path.Contains(id));
        return (here is null ? null : Finish(state, here)) ?? FinishAny(state);
    }

    private Command? Trigger(InstanceState state, XElement boundary)
    {
        var host = boundary.Attribute("attachedToRef")?.Value ?? "";
        var definition = boundary.Elements().First(e => e.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal));
        switch (definition.Name.LocalName)
        {
            case "errorEventDefinition":
                var code = Code(definition, "errorRef", "errorCode");
                if (state.OpenTasks.FirstOrDefault(t => t.ElementId == host) is { } task)
                    return new ThrowTaskError(task.Key, code, FeelContext.Empty);
                return JobIn(state, host) is { } job ? new ThrowJobError(job.Key, code, FeelContext.Empty) : FinishAny(state);
            case "escalationEventDefinition":
                return JobIn(state, host) is { } called
                    ? new CompleteJob(called.Key, FeelContext.Of([KeyValuePair.Create("eskalera", FeelValue.Of(Code(definition, "escalationRef", "escalationCode")))]))
                    : FinishAny(state);
            default:
                return WaitAt(state, boundary.Attribute("id")?.Value ?? "") ?? FinishAny(state);
        }
    }

    private string Code(XElement definition, string reference, string attribute) =>
        definition.Attribute(reference)?.Value is { } id && _byId.TryGetValue(id, out var root) ? root.Attribute(attribute)?.Value ?? "" : "any";

    // The job of the host itself, or the one of the process that it calls.
    private static OpenJob? JobIn(InstanceState state, string host) =>
        state.Jobs.FirstOrDefault(j => j.ElementId == host) ?? state.Jobs.FirstOrDefault(j => j.Topic == "called");

    private static Command? WaitAt(InstanceState state, string elementId)
    {
        if (state.Timers.FirstOrDefault(t => t.ElementId == elementId) is { } timer)
            return new FireTimer(timer.Key);
        if (state.MessageWaits.FirstOrDefault(w => w.ElementId == elementId) is { } message)
            return new CorrelateMessage(message.MessageName, message.CorrelationKey, FeelContext.Empty);
        return state.SignalWaits.FirstOrDefault(w => w.ElementId == elementId) is { } signal ? new BroadcastSignal(signal.SignalName, FeelContext.Empty) : null;
    }

    private static Command? Finish(InstanceState state, string elementId)
    {
        if (state.OpenTasks.FirstOrDefault(t => t.ElementId == elementId) is { } task)
            return new CompleteUserTask(task.Key, FeelContext.Empty);
        return state.Jobs.FirstOrDefault(j => j.ElementId == elementId) is { } job ? new CompleteJob(job.Key, FeelContext.Empty) : WaitAt(state, elementId);
    }

    /// <summary>Something that stands on the path's way, such as another copy of a multiplied activity; never a boundary event, which would leave the path.</summary>
    private Command? FinishAny(InstanceState state)
    {
        if (state.OpenTasks.Count > 0)
            return new CompleteUserTask(state.OpenTasks[0].Key, FeelContext.Empty);
        if (state.Jobs.Count > 0)
            return new CompleteJob(state.Jobs[0].Key, FeelContext.Empty);
        return state.Timers.Select(t => t.ElementId).Concat(state.MessageWaits.Select(w => w.ElementId)).Concat(state.SignalWaits.Select(w => w.ElementId))
            .Where(id => _byId.GetValueOrDefault(id)?.Name != Bpmn + "boundaryEvent").Select(id => WaitAt(state, id)).FirstOrDefault(c => c is not null);
    }

    [GeneratedRegex("""^\s*(\w+)\s*(?:=\s*"(\w+)"\s*)?$""")]
    private static partial Regex Comparison();
}
