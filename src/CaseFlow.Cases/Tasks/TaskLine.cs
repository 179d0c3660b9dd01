namespace CaseFlow.Cases.Tasks;

/// <summary>
/// One line of <em>Att göra</em>. Usually one task; where several cases ask the same step of one area after one meeting (a spread
/// of what the meeting said), they are one thing to do for whoever does it (R154).
/// </summary>
/// <param name="Tasks">At least one; the order of the list.</param>
public sealed record TaskLine(IReadOnlyList<TaskListItem> Tasks)
{
    /// <summary>What stands for the line: its first task.</summary>
    public TaskListItem First => Tasks[0];

    /// <summary>The nearest date of them all.</summary>
    public DateTimeOffset? DueAt => Tasks.Min(t => t.DueAt);

    public DateTimeOffset OpenedAt => Tasks.Min(t => t.OpenedAt);

    /// <summary>The lines of a list of tasks, in the order of their first tasks.</summary>
    public static IReadOnlyList<TaskLine> Of(IEnumerable<TaskListItem> tasks) =>
        [.. tasks.GroupBy(Step).Select(step => new TaskLine([.. step]))];

    // What does not belong to an area and a meeting stands for itself.
    private static (string Element, string Area, string Meeting, TaskAddress? Alone) Step(TaskListItem task) =>
        task is { Area: { } area, Meeting: { } meeting }
            ? ($"{task.ProcessId}/{task.ElementId}", area, meeting, null)
            : ("", "", "", task.Address);
}
