using CaseFlow.Cases.Access;
using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>The use cases that a scenario's verbs stand for. All but these are names of commands or elements, and complete a task.</summary>
internal sealed class ScenarioSteps(
    CompleteTask complete, SubmitCase submit, WithdrawCase withdraw, RequestNewSorting sortAgain, WakeCase wake, GiveCommission give, AmendCommission amend, ReopenCase reopen, ConsultationSteps rounds, MeetingSteps meetings, OrganisationSteps seats, OrganisationSource organisations)
{
    private static readonly IReadOnlyList<Refusal> Accepted = [];

    /// <returns>Why it was refused; empty when it was done.</returns>
    /// <exception cref="FormatException">The step names what is not there.</exception>
    public Task<IReadOnlyList<Refusal>> Take(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var with = step.With;
        return step.Do switch
        {
            "SubmitCase" => Submit(step, actor, world, ct),
            "WithdrawCase" => Refusals(withdraw.Handle(actor, null, world.Find(world.Case), ct)),
            "RequestNewSorting" => Refusals(sortAgain.Handle(actor, null, world.Find(world.Case), with.Text("skal"), ct)),
            "WakeCase" => Refusals(wake.Handle(actor, null, world.Find(world.Case), ct)),
            "GiveCommission" => Give(step, actor, world, ct),
            "AmendCommission" => Refusals(amend.Handle(actor, null, new(world.Find(world.Case), with.Text("ordalydelse"), with.Date("rapportSenast")), ct)),
            "ReopenCase" => Reopen(step, actor, world, ct),
            _ when OrganisationSteps.Verbs.Contains(step.Do) => seats.Take(step, actor, world, ct),
            _ when ConsultationSteps.Verbs.Contains(step.Do) => rounds.Take(step, actor, world, ct),
            _ when MeetingSteps.Verbs.Contains(step.Do) => meetings.Take(step, actor, world, ct),
            _ => Complete(step, actor, world, ct),
        };
    }

    internal static async Task<IReadOnlyList<Refusal>> Refusals<T>(Task<Outcome<T>> outcome) => (await outcome).Refusals;

    /// <summary>The same, and what it warned of.</summary>
    internal static async Task<IReadOnlyList<Refusal>> Refusals<T>(Task<Outcome<T>> outcome, ScenarioWorld world)
        where T : IWarned
    {
        var answer = await outcome;
        world.Warned = answer.IsAccepted ? answer.Value.Warnings : [];
        return answer.Refusals;
    }

    private async Task<IReadOnlyList<Refusal>> Submit(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var grant = ScenarioAccounts.Grant((await organisations.Current(ct)).Organisation, step.As ?? "");
        var handed = await submit.Handle(actor, null, new(new(grant.Area, grant.Side), step.With.Answers()), ct);
        if (handed.IsAccepted)
            world.AddCase(step.Case, handed.Value.CaseId);
        return handed.Refusals;
    }

    private async Task<IReadOnlyList<Refusal>> Give(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var with = step.With;
        var given = await give.Handle(actor, null, new(with.Text("uppdragsgivare"), with.Text("rubrik"), with.Date("leveransSenast"), with.Date("rapportSenast"), Wording: with.Text("ordalydelse")), ct);
        if (given.IsAccepted)
            world.AddCase(step.Case, given.Value.CaseId);
        return given.Refusals;
    }

    private async Task<IReadOnlyList<Refusal>> Reopen(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var again = await reopen.Handle(actor, null, world.Find(world.Case), step.With.Text("skal"), ct);
        if (again.IsAccepted)
            world.AddCase(step.Case, again.Value.CaseId);
        return again.Refusals;
    }

    private async Task<IReadOnlyList<Refusal>> Complete(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        await using var db = world.OpenDb();
        foreach (var name in step.Meeting is not null ? [world.Meeting] : step.Case is not null ? [world.Case] : new[] { world.Case, world.Meeting })
        {
            if (!world.Knows(name))
                continue;
            var id = world.Find(name);
            var tasks = await db.Tasks.Include(t => t.Candidates).AsNoTracking()
                .Where(t => t.InstanceId == id && t.EndedAt == null && (t.CommandName == step.Do || t.ElementId == step.Do))
                .OrderBy(t => t.TaskKey).ToListAsync(ct);
            if (tasks.Count == 0)
                continue;
            var task = tasks.Find(t => TaskRules.ActsAs(actor, t).Count > 0) ?? tasks[0];
            var done = await complete.Handle(actor, null, new(task.Address, task.Version, step.With.Answers()), ct);
            return done.IsAccepted ? Accepted : done.Refusals;
        }

        throw new FormatException($"There is no open task and no verb '{step.Do}'.");
    }
}
