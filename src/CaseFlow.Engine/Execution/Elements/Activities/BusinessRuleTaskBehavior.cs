namespace CaseFlow.Engine.Execution.Elements.Activities;

/// <summary>Makes a DMN decision over the variables that the task sees, and records what it was based on.</summary>
internal sealed class BusinessRuleTaskBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        var element = run.ElementOf(instance);
        var decisionId = element.DecisionId ?? throw new InvalidOperationException($"{element} has no decision.");
        if (run.Models.FindDecision(decisionId) is not { } model)
        {
            run.RaiseIncident(instance, IncidentCodes.DecisionFailed, decisionId);
            return;
        }

        var result = model.Evaluate(decisionId, VariableScopes.Visible(instance), run.Environment);
        if (result.Failure is not null)
        {
            run.RaiseIncident(instance, IncidentCodes.DecisionFailed, $"{decisionId}: {result.Error}");
            return;
        }

        run.Emit(new DecisionEvaluated(instance.ElementId, decisionId, result.Inputs, result.MatchedRules, result.Value));
        Lifecycle.Complete(run, instance, Results.Of(element.ResultVariable, result.Value));
    }
}
