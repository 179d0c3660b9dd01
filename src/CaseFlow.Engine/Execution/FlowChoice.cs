using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>Which of its outgoing flows a token leaves an element by (BPMN 2.0.2, sections 13.3.1 and 13.4).</summary>
internal static class FlowChoice
{
    /// <summary>False when a condition failed or none was true without a default, and an incident was raised.</summary>
    internal static bool TryChoose(ProcessRun run, ElementInstance instance, ElementModel element, out ReadOnlySpan<FlowModel> flows)
    {
        var outgoing = element.OutgoingFlows;
        flows = outgoing;
        if (element.Kind == ElementKind.ParallelGateway || !element.HasConditions)
            return true;

        var firstOnly = element.Kind == ElementKind.ExclusiveGateway;
        var variables = VariableScopes.Visible(instance);
        var chosen = new List<FlowModel>(firstOnly ? 1 : outgoing.Length);
        var conditional = false;
        foreach (var flow in outgoing)
        {
            if (flow == element.DefaultFlow)
                continue;
            var holds = FeelValue.Of(true);
            if (flow.Condition is not null && !run.TryEvaluate(instance, flow.Condition, variables, out holds))
                return false;
            if (!holds.TryGetBoolean(out var isTrue) || !isTrue)
                continue;
            chosen.Add(flow);
            conditional |= flow.Condition is not null || element.Kind is ElementKind.InclusiveGateway or ElementKind.ComplexGateway;
            if (firstOnly)
                break;
        }

        if (element.DefaultFlow is { } standard && (firstOnly ? chosen.Count == 0 : !conditional))
            chosen.Add(standard);
        flows = chosen.ToArray();
        if (chosen.Count > 0)
            return true;
        run.RaiseIncident(instance, IncidentCodes.NoFlow, element.Id);
        return false;
    }
}
