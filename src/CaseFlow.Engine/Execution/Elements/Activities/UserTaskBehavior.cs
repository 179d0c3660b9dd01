using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Activities;

/// <summary>Waits for a person. The task's key is the element instance's key.</summary>
internal sealed class UserTaskBehavior : ElementBehavior
{
    private static readonly TaskAssignment Nobody = new([], null, null);

    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        var settings = run.ElementOf(instance).UserTask;
        var assignment = settings is null ? Nobody : settings.Fixed ?? Evaluate(run, instance, settings);
        if (assignment is not null)
            run.Emit(new UserTaskOpened(instance.Key, instance.ElementId, assignment));
    }

    private static TaskAssignment? Evaluate(ProcessRun run, ElementInstance instance, UserTaskSettings settings)
    {
        var candidates = new TaskCandidate[settings.Candidates.Count];
        for (var i = 0; i < candidates.Length; i++)
        {
            var candidate = settings.Candidates[i];
            if (!TryText(run, instance, candidate.Side, out var side) || !TryText(run, instance, candidate.Area, out var area))
                return null;
            candidates[i] = new TaskCandidate(candidate.Role, side, area);
        }

        return new TaskAssignment(candidates, settings.FormKey, settings.CommandName);
    }

    // Null for a side or area that the model leaves open. An expression that gives null must not open the task to
    // everybody with the role: the empty text is no side and no area, so it fits nobody.
    private static bool TryText(ProcessRun run, ElementInstance instance, ModelExpression? expression, out string? text)
    {
        text = null;
        if (expression is null)
            return true;
        if (!run.TryEvaluate(instance, expression, out var value))
            return false;
        text = value.IsNull ? "" : value.AsString();
        if (text is not null)
            return true;
        run.RaiseIncident(instance, IncidentCodes.ExpressionFailed, expression.Text);
        return false;
    }
}
