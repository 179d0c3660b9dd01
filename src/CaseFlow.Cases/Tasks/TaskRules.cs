using CaseFlow.Cases.Access;
using CaseFlow.Engine.Execution;

namespace CaseFlow.Cases.Tasks;

/// <summary>Who may do a task. Pure.</summary>
public static class TaskRules
{
    /// <summary>The candidates that the actor's grants match: what the actor stands for when doing the task. Empty: may not do it.</summary>
    /// <remarks>A candidate narrowed to a side or area is matched only by a grant for that very side or area.</remarks>
    public static IReadOnlyList<TaskCandidate> ActsAs(Actor actor, IEnumerable<TaskCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return [.. candidates.Where(c => actor.Holds(c.Role, c.Side, c.Area))];
    }

    /// <inheritdoc cref="ActsAs(Actor, IEnumerable{TaskCandidate})"/>
    public static IReadOnlyList<TaskCandidate> ActsAs(Actor actor, TaskRow task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return ActsAs(actor, task.Candidates.OrderBy(c => c.Ordinal).Select(c => new TaskCandidate(c.Role, c.Side, c.Area)));
    }
}
