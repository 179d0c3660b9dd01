using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Sorting;

/// <summary>
/// One side says where a case belongs (R42, R43, R45): its own preparer, nobody who stands for the other side too. The model
/// compares the sides' answers; the case goes on when they agree.
/// </summary>
internal sealed class DecideSorting(SortingSecrecy secrecy) : ITaskCommand
{
    public string Name => "DecideSorting";

    public Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct) =>
        SideAnswer.Keep(context, answers, ct);

    public Task<bool> KeepsSecret(CaseFlowDb db, TaskRow task, Actor reader, CancellationToken ct) => secrecy.Holds(db, task, reader, ct);
}

/// <summary>The same rules where the sides try again to agree, and where those take over who settle what they do not agree on.</summary>
internal sealed class ResolveDisagreement(SortingSecrecy secrecy) : ITaskCommand
{
    public string Name => "ResolveDisagreement";

    public Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct) =>
        SideAnswer.Keep(context, answers, ct);

    public Task<bool> KeepsSecret(CaseFlowDb db, TaskRow task, Actor reader, CancellationToken ct) => secrecy.Holds(db, task, reader, ct);
}

/// <summary>What both commands do with one side's answer.</summary>
internal static class SideAnswer
{
    private const string SideVariable = "sida";

    public static async Task<Outcome<FeelContext>> Keep(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var side = context.Variables[SideVariable].AsString() ?? "";
        var rules = (await unit.Organisation(ct)).Rules;
        var round = SortingRound.Keys(unit.Db, context.Task);
        var others = await unit.Db.Set<SortingAssessment>()
            .Where(a => a.CaseId == context.Instance.Id && a.Side != side && round.Contains(a.TaskKey))
            .Select(a => a.By).ToListAsync(ct);
        var person = SortingRules.CheckPerson(rules.For(RuleKinds.OnePersonPerSide, unit.Today), unit.Actor, side, others);
        IReadOnlyList<Refusal> refusals = person is null ? Faults(rules, unit.Today, context.Variables, answers) : [person];
        if (refusals.Count > 0)
            return Outcome<FeelContext>.Refused(refusals);
        unit.Db.Set<SortingAssessment>().Add(new SortingAssessment
        {
            CaseId = context.Instance.Id,
            TaskKey = context.Task.TaskKey,
            Side = side,
            Outcome = answers.Text(SortingRules.OutcomeField) ?? "",
            Treatment = answers.Text(SortingRules.TreatmentField),
            By = unit.Actor.AccountId,
            At = unit.Now,
        });
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }

    private static IReadOnlyList<Refusal> Faults(MandateRules rules, DateOnly today, FeelContext variables, FormAnswers answers)
    {
        var incomplete = SortingRules.CheckOutcome(rules.For(RuleKinds.SidesMustAgree, today), answers);
        var scope = rules.For(RuleKinds.Scope, today);
        return SortingRules.CheckScope(scope, variables[scope?.Settings.Text("field") ?? ""].AsString(), answers) is { } outside ? [.. incomplete, outside] : incomplete;
    }
}
