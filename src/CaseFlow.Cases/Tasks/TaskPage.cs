using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tasks;

/// <summary>All that a page needs to show a task and to send its answers.</summary>
/// <param name="Task">With its candidates.</param>
/// <param name="Element">The task in the model; null when the bundle no longer has it.</param>
/// <param name="Form">Null: a bare confirmation.</param>
/// <param name="Variables">What the task sees while it is open; the root variables after that.</param>
/// <param name="ActsAs">The candidates that the reader matches; empty: may read, not do.</param>
/// <param name="Answers">What was answered, once it is done and not erased.</param>
public sealed record TaskView(
    TaskRow Task, string? SubjectNumber, ModelBundle Bundle, ElementModel? Element, FormSchema? Form, FeelContext Variables,
    IReadOnlyList<TaskCandidate> ActsAs, string? Answers);

/// <summary>Reads one task for its page. Everybody who is signed in may read it; only a candidate may do it.</summary>
public sealed class TaskPage(IDbContextFactory<CaseFlowDb> databases, BundleCatalog bundles, TaskCommands commands)
{
    public async Task<Outcome<TaskView>> Read(Actor actor, TaskAddress address, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var task = await db.Tasks.Include(t => t.Candidates).AsNoTracking()
            .FirstOrDefaultAsync(t => t.InstanceId == address.InstanceId && t.TaskKey == address.TaskKey, ct);
        var row = await db.Instances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == address.InstanceId, ct);
        if (task is null || row is null)
        {
            return TaskRefusals.NotFound();
        }

        var bundle = await bundles.Get(db, row.BundleHash, ct);
        var state = StateJson.Read(row.State);
        var variables = state.FindTask(task.TaskKey) is null ? state.Variables : state.VariablesAt(task.TaskKey);
        var isSecret = task.CommandName is { } name && commands.Find(name) is { } command && await command.KeepsSecret(db, task, actor, ct);
        var answers = task.EndedAt is null || isSecret
            ? null
            : await db.TaskAnswers.Where(a => a.InstanceId == task.InstanceId && a.TaskKey == task.TaskKey).Select(a => a.Answers).FirstOrDefaultAsync(ct);
        return Outcome<TaskView>.Accepted(new(
            task, row.Number, bundle, bundle.FindProcess(task.ProcessId)?.FindElement(task.ElementId),
            FormFiles.Find(bundle, task.ProcessId, task.FormKey), variables, TaskRules.ActsAs(actor, task), answers));
    }
}
