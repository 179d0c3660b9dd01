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
        var candidates = new List<TaskCandidate>(settings.Candidates.Count);
        foreach (var candidate in settings.Candidates)
        {
            if (!TryHolds(run, instance, candidate.When, out var holds))
                return null;
            if (!holds)
                continue;
            if (!TryText(run, instance, candidate.Side, out var side) || !TryText(run, instance, candidate.Area, out var area))
                return null;
            candidates.Add(new TaskCandidate(candidate.Role, side, area));
        }

        return new TaskAssignment(candidates, settings.FormKey, settings.CommandName);
    }

    // Anything but true switches the candidate off: a condition that cannot be told must not open the task.
    private static bool TryHolds(ProcessRun run, ElementInstance instance, ModelExpression? condition, out bool holds)
    {
        holds = true;
        if (condition is null)
            return true;
        if (!run.TryEvaluate(instance, condition, out var value))
            return false;
        holds = value.IsTrue;
        return true;
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
