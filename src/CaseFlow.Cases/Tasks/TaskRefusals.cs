using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Tasks;

/// <summary>What completing or claiming a task can be refused with.</summary>
internal static class TaskRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Tasks.TaskTexts", typeof(TaskRefusals).Assembly);

    public static Refusal NotFound() => new(RefusalKind.NotFound, "task.not-found", BilingualText.From(Texts, "NotFound"));

    public static Refusal NotCandidate() => new(RefusalKind.Forbidden, "task.not-candidate", BilingualText.From(Texts, "NotCandidate"));

    /// <summary>Somebody else was first, or the process went another way.</summary>
    public static Refusal Ended(TaskRow task) => task.End == TaskEnd.Done
        ? new(RefusalKind.Stale, "task.already-done", BilingualText.From(Texts, "AlreadyDone"))
        : new(RefusalKind.Stale, "task.withdrawn", BilingualText.From(Texts, "Withdrawn"));

    public static Refusal Changed() => new(RefusalKind.Stale, "task.changed", BilingualText.From(Texts, "Changed"));
}
