using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What must hold for a process to run without getting stuck: starts, ways out, conditions, reachability.</summary>
internal static class ProcessRules
{
    internal static void Check(ProcessModel process, FindingLog findings)
    {
        if (process.NoneStart is null && process.MessageStarts.Count == 0 && process.Content.Starts.Length == 0
            && !process.Content.Children.Any(e => e.Kind == ElementKind.StartEvent))
            findings.Warning(FindingCodes.NoStart, process.Id, process.Line, process.Id);
        foreach (var element in process.Elements)
        {
            CheckGateway(element, findings);
            CheckDefault(element, findings);
            CheckScope(element, findings);
        }

        CheckReachability(process, findings);
    }

    private static void CheckGateway(ElementModel element, FindingLog findings)
    {
        if (!element.Kind.IsGateway())
            return;
        if (element.OutgoingFlows.Length == 0)
            findings.CannotRun(FindingCodes.NoOutgoing, element.Id, element.Line, element.Id);
        foreach (var flow in element.OutgoingFlows)
        {
            CheckCondition(element, flow, findings);
            if (flow.HasCondition && element.Kind is ElementKind.ParallelGateway or ElementKind.EventBasedGateway)
                findings.Warning(FindingCodes.ConditionIgnored, flow.Id, flow.Line, flow.Id);
            if (element.Kind == ElementKind.EventBasedGateway && flow.Target.Kind is not (ElementKind.IntermediateCatchEvent or ElementKind.ReceiveTask))
                findings.Error(FindingCodes.Forbidden, flow.Id, flow.Line, element.Id, flow.Target.Id);
        }
    }

    // Without a condition an exclusive gateway always takes the flow, and never those after it; an inclusive one takes it
    // each time, which may be meant.
    private static void CheckCondition(ElementModel element, FlowModel flow, FindingLog findings)
    {
        if (element.OutgoingFlows.Length < 2 || flow.HasCondition || flow.IsDefault)
            return;
        if (element.Kind == ElementKind.ExclusiveGateway)
            findings.CannotRun(FindingCodes.ConditionMissing, flow.Id, flow.Line, flow.Id, element.Id);
        else if (element.Kind is ElementKind.InclusiveGateway or ElementKind.ComplexGateway)
            findings.Warning(FindingCodes.ConditionMissing, flow.Id, flow.Line, flow.Id, element.Id);
    }

    private static void CheckDefault(ElementModel element, FindingLog findings)
    {
        if (element.DefaultFlow is { HasCondition: true } flow)
            findings.Error(FindingCodes.DefaultConditional, flow.Id, flow.Line, flow.Id);
    }

    private static void CheckScope(ElementModel element, FindingLog findings)
    {
        if (element.Kind.IsContainer() && element.Kind != ElementKind.EventSubProcess && element.Content.Children.Length > 0 && element.Content.Starts.Length == 0)
            findings.Error(FindingCodes.NoStart, element.Id, element.Line, element.Id);
        if (element.Kind == ElementKind.AdHocSubProcess && !Array.Exists(element.Content.Children, c => c.Kind.IsActivity()))
            findings.Error(FindingCodes.NoStart, element.Id, element.Line, element.Id);
        if (element.MultiInstance is not null && element.StandardLoop is not null)
            findings.Error(FindingCodes.Forbidden, element.Id, element.Line, element.Id, "standardLoopCharacteristics");
        if (element.Kind == ElementKind.EventSubProcess && element.Content.Children.Count(c => c.Kind == ElementKind.StartEvent) != 1)
            findings.Error(FindingCodes.NoStart, element.Id, element.Line, element.Id);
    }

    private static void CheckReachability(ProcessModel process, FindingLog findings)
    {
        var seen = new bool[process.Elements.Count];
        var open = new Stack<ElementModel>();
        Begin(process.Content, open);
        while (open.TryPop(out var element))
        {
            if (seen[element.Index])
                continue;
            seen[element.Index] = true;
            Begin(element.Content, open);
            foreach (var boundary in element.Boundary)
                open.Push(boundary);
            if (element.CompensationHandler is { } handler)
                open.Push(handler);
            foreach (var flow in element.OutgoingFlows)
                open.Push(flow.Target);
            if (element.LinkTarget is { } target)
                open.Push(target);
        }

        foreach (var element in process.Elements.Where(e => !seen[e.Index]))
            findings.Warning(FindingCodes.Unreachable, element.Id, element.Line, element.Id);
    }

    private static void Begin(ScopeContent content, Stack<ElementModel> open)
    {
        foreach (var child in content.Children)
        {
            if (child.Instantiates || child.Kind is ElementKind.StartEvent or ElementKind.EventSubProcess || Array.IndexOf(content.Starts, child) >= 0)
                open.Push(child);
        }
    }
}
