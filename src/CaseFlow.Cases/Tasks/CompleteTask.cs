using System.Security.Cryptography;
using System.Text;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tasks;

/// <param name="TaskVersion">The version that the actor saw; another one is refused as <see cref="RefusalKind.Stale"/>.</param>
/// <param name="Answers">The form's fields by key.</param>
public sealed record CompleteTaskRequest(TaskAddress Task, long TaskVersion, FormAnswers Answers);

/// <summary>What completing a task led to.</summary>
/// <param name="Version">The instance's version after it.</param>
/// <param name="Number">The case's number, or what the meeting is called; null while it has none.</param>
/// <param name="IsEnded">The process has reached its end.</param>
/// <param name="NextTasks">The tasks that were opened by it and that the same actor may do.</param>
public sealed record TaskReceipt(Guid InstanceId, long TaskKey, long Version, string? Number, bool IsEnded, IReadOnlyList<NextTask> NextTasks);

/// <param name="Address">As in the address of the task's page.</param>
public sealed record NextTask(string Address, string ElementId, string Name);

/// <summary>
/// The one road on which every user task is completed: pages, REST, bus and scenarios all come here. Checks in this
/// order: a repeated request, the task, the actor's right to it, its version, the answers against the form, the bound
/// command's rules; then the process goes on, in the same commit.
/// </summary>
public sealed class CompleteTask(ProcessStore store, TaskCommands commands)
{
    private const int SaltLength = 16;

    /// <param name="requestId">Chosen by the client, for instance the hidden field of the page; the same one again gives the first receipt.</param>
    public Task<Outcome<TaskReceipt>> Handle(Actor actor, string? requestId, CompleteTaskRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Run<TaskReceipt>(actor, nameof(CompleteTask), requestId, (unit, token) => Decide(unit, request, token), ct);
    }

    private async Task<Outcome<TaskReceipt>> Decide(ProcessUnit unit, CompleteTaskRequest request, CancellationToken ct)
    {
        var address = request.Task;
        var instance = await unit.Load(address.InstanceId, ct);
        var task = instance is null
            ? null
            : await unit.Db.Tasks.Include(t => t.Candidates)
                .FirstOrDefaultAsync(t => t.InstanceId == address.InstanceId && t.TaskKey == address.TaskKey, ct);
        if (instance is null || task is null)
        {
            return TaskRefusals.NotFound();
        }

        var actsAs = TaskRules.ActsAs(unit.Actor, task);
        if (actsAs.Count == 0)
        {
            return TaskRefusals.NotCandidate();
        }

        if (task.EndedAt is not null)
        {
            return TaskRefusals.Ended(task);
        }

        if (task.Version != request.TaskVersion)
        {
            return TaskRefusals.Changed();
        }

        return await Answer(unit, instance, task, actsAs, request.Answers, ct);
    }

    private async Task<Outcome<TaskReceipt>> Answer(
        ProcessUnit unit, LoadedInstance instance, TaskRow task, IReadOnlyList<TaskCandidate> actsAs, FormAnswers answers, CancellationToken ct)
    {
        var command = task.CommandName is null
            ? null
            : commands.Find(task.CommandName) ?? throw new InvalidOperationException($"No command {task.CommandName} is registered.");
        var variables = instance.State.VariablesAt(task.TaskKey);
        var form = FormFiles.Find(instance.Bundle, task.ProcessId, task.FormKey);
        var checkedAnswers = FormCheck.Run(form, command?.OwnFields ?? [], answers, variables, new FeelEnvironment(unit.Now));
        if (!checkedAnswers.IsAccepted)
        {
            return Outcome<TaskReceipt>.Refused(checkedAnswers.Refusals);
        }

        var (kept, codes) = checkedAnswers.Value;
        if (command is not null)
        {
            var decided = await command.Decide(new(unit, instance, task, variables, actsAs), kept, ct);
            if (!decided.IsAccepted)
            {
                return Outcome<TaskReceipt>.Refused(decided.Refusals);
            }

            codes = codes.With(decided.Value);
        }

        if (instance.SubjectKind == CaseOrigins.SubjectKind)
        {
            await CaseTags.Keep(unit.Db, instance.Id, form, kept, ct);
        }

        var digest = Keep(unit, task, kept);
        var rejection = await unit.Execute(instance, new CompleteUserTask(task.TaskKey, codes, digest), ct);
        return rejection is null
            ? Outcome<TaskReceipt>.Accepted(Receipt(unit, instance, task))
            : StoreRefusals.From(rejection);
    }

    // The fact holds the digest; salt and answers lie beside the record and can be erased.
    /// <returns>The digest for the fact; null when nothing was answered.</returns>
    internal static string? Keep(ProcessUnit unit, TaskRow task, FormAnswers answers)
    {
        if (!answers.Keys.Any())
        {
            return null;
        }

        var json = answers.ToJson();
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        unit.Db.TaskAnswers.Add(new()
        {
            InstanceId = task.InstanceId,
            TaskKey = task.TaskKey,
            ElementId = task.ElementId,
            FormKey = task.FormKey,
            Answers = json,
            Salt = salt,
            AnsweredBy = unit.Actor.AccountId,
            AnsweredAt = unit.Now,
        });
        return Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(json)]));
    }

    private static TaskReceipt Receipt(ProcessUnit unit, LoadedInstance instance, TaskRow task)
    {
        var opened = instance.NewFacts.OfType<UserTaskOpened>().Select(f => f.Key).ToHashSet();
        var positions = new TokenPositions(instance.State, instance.Bundle);
        var next = instance.State.OpenTasks
            .Where(t => opened.Contains(t.Key) && TaskRules.ActsAs(unit.Actor, t.Assignment.Candidates).Count > 0)
            .Select(t => new NextTask(new TaskAddress(instance.Id, t.Key).ToString(), t.ElementId, positions.Find(t.Key)?.Called()?.Current ?? t.ElementId));
        return new(instance.Id, task.TaskKey, instance.NextVersion, instance.Number, instance.State.IsEnded, [.. next]);
    }
}
