using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Contracts.Feedback;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Feedback;

/// <summary>
/// An area has spread and anchored what was marked to be spread (R154): one confirmation for the area and the meeting, by any of its
/// representatives or process leaders. What the same meeting said of other cases is confirmed with it, in the same commit.
/// </summary>
internal sealed class ConfirmSpread : ITaskCommand
{
    private const string AreaVariable = "omrade";
    private const string MeetingVariable = "mote";

    public string Name => "ConfirmSpread";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var area = context.Variables[AreaVariable].AsString() ?? "";
        Tell(context.Unit, context.Instance, area);
        if (context.Variables[MeetingVariable].AsString() is { } meeting && await Others(context, area, meeting, answers, ct) is { } refusal)
            return refusal;
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }

    private static async Task<Refusal?> Others(TaskContext context, string area, string meeting, FormAnswers answers, CancellationToken ct)
    {
        var (unit, task) = (context.Unit, context.Task);
        var same = await unit.Db.Tasks.Include(t => t.Candidates)
            .Where(t => t.EndedAt == null && t.ProcessId == task.ProcessId && t.ElementId == task.ElementId && t.InstanceId != task.InstanceId && t.Candidates.Any(c => c.Area == area))
            .OrderBy(t => t.InstanceId).ThenBy(t => t.TaskKey).ToListAsync(ct);
        foreach (var other in same)
        {
            if (await unit.Load(other.InstanceId, ct) is not { } instance || instance.State.FindTask(other.TaskKey) is null)
                continue;
            var variables = instance.State.VariablesAt(other.TaskKey);
            if (variables[AreaVariable].AsString() != area || variables[MeetingVariable].AsString() != meeting)
                continue;
            var asked = FormCheck.Run(FormFiles.Find(instance.Bundle, other.ProcessId, other.FormKey), [], answers, variables, new FeelEnvironment(unit.Now));
            if (!asked.IsAccepted)
                return asked.Refusals[0];
            Tell(unit, instance, area);
            var digest = CompleteTask.Keep(unit, other, asked.Value.Answers);
            if (await unit.Execute(instance, new CompleteUserTask(other.TaskKey, asked.Value.Codes, digest), ct) is { } rejection)
                return StoreRefusals.From(rejection);
        }

        return null;
    }

    private static void Tell(ProcessUnit unit, LoadedInstance instance, string area) =>
        unit.Publish(new SpreadConfirmed(instance.Id, null, instance.Number ?? "", instance.NextVersion, area, unit.Today), instance.Id);
}
