using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tasks;

/// <summary>
/// The rules of a user task that the model binds with <c>caseflow:command</c>. They hold on every road that completes the
/// task: page, REST, bus, the generic task page and scenarios.
/// </summary>
/// <remarks>Stateless: registered once, used by many commits at the same time. The work may be run again after a conflict.</remarks>
public interface ITaskCommand
{
    /// <summary>The name in <c>caseflow:command</c>.</summary>
    string Name { get; }

    /// <summary>Answers that the command reads itself, beside those of the form; anything else the form does not name is refused.</summary>
    IReadOnlyCollection<string> OwnFields => [];

    /// <summary>
    /// Decides on the answers, which the form has already found complete. Accepted: the variables that the task completes
    /// with, laid over the form's own codes, numbers, dates and booleans. Rows of the subject are changed through
    /// <c>context.Unit.Db</c>; a refusal undoes them.
    /// </summary>
    Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct);

    /// <summary>True while what was answered in an ended task must not be told to a reader; the answers then stay out of pages and REST.</summary>
    Task<bool> KeepsSecret(CaseFlowDb db, TaskRow task, Actor reader, CancellationToken ct) => Task.FromResult(false);
}

/// <summary>What a task's rules decide from.</summary>
/// <param name="Unit">The running unit of work: rows, time, actor, events.</param>
/// <param name="Instance">The locked instance; <c>Instance.Id</c> is the case's or meeting's id.</param>
/// <param name="Task">The open task.</param>
/// <param name="Variables">The variables that the task sees, its own inputs included.</param>
/// <param name="ActsAs">The candidates of the task that the actor's grants match: what the actor stands for here.</param>
public sealed record TaskContext(ProcessUnit Unit, LoadedInstance Instance, TaskRow Task, FeelContext Variables, IReadOnlyList<TaskCandidate> ActsAs)
{
    public Actor Actor => Unit.Actor;

    public DateTimeOffset Now => Unit.Now;
}
