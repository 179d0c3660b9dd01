using System.Text.Json;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Sorting;

/// <summary>What one side has said in the round that is open.</summary>
/// <param name="Answers">The form as it was filled in; empty when it was erased.</param>
public sealed record SideSaid(SortingAssessment Assessment, FormAnswers Answers);

/// <summary>What the decision table proposed when the round began. A proposal, never a decision.</summary>
/// <param name="Why">The rules that fired, in the words of the table.</param>
public sealed record Recommendation(string Outcome, string? Treatment, IReadOnlyList<string> Why);

/// <summary>A case's sorting as one reader may see it now.</summary>
/// <param name="Sides">Keys of the sides that must agree.</param>
/// <param name="IsHidden">True when another side has answered, and what it said stays hidden until all have.</param>
/// <param name="Earlier">Joint outcomes of earlier rounds, first one first; a case that is sorted again keeps them.</param>
public sealed record SortingRoundView(
    IReadOnlyList<string> Sides, IReadOnlyList<SideSaid> Said, bool IsHidden, Recommendation? Recommendation, IReadOnlyList<SortingDecision> Earlier);

/// <summary>Reads a case's sorting for the page on which it is assessed (R42, R43).</summary>
public sealed class SortingRound(IDbContextFactory<CaseFlowDb> databases, BundleCatalog bundles, SortingSecrecy secrecy)
{
    public async Task<SortingRoundView> Read(Actor actor, TaskRow task, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(task);
        await using var db = await databases.CreateDbContextAsync(ct);
        var agreement = await secrecy.Agreement(ct);
        var round = Keys(db, task);
        var assessments = await db.Set<SortingAssessment>().AsNoTracking()
            .Where(a => a.CaseId == task.InstanceId && round.Contains(a.TaskKey)).OrderBy(a => a.At).ToListAsync(ct);
        var visible = SortingSecrecy.Visible(agreement, actor, assessments);
        var keys = visible.Select(a => a.TaskKey).ToList();
        var answers = await db.TaskAnswers.AsNoTracking().Where(a => a.InstanceId == task.InstanceId && keys.Contains(a.TaskKey)).ToListAsync(ct);
        var earlier = await db.Set<SortingDecision>().AsNoTracking().Where(d => d.CaseId == task.InstanceId && d.At <= task.OpenedAt).OrderBy(d => d.At).ToListAsync(ct);
        return new(
            agreement?.Settings.List("sides") ?? [],
            [.. visible.Select(a => new SideSaid(a, Answers(answers.Find(row => row.TaskKey == a.TaskKey)?.Answers)))],
            visible.Count < assessments.Count,
            await Recommended(db, task.InstanceId, ct),
            earlier);
    }

    /// <summary>
    /// The tasks that opened with this one. Time alone does not tell rounds apart: the answer that ends one, because the sides do not
    /// agree, is given in the same commit that opens the next.
    /// </summary>
    internal static IQueryable<long> Keys(CaseFlowDb db, TaskRow task) =>
        db.Tasks.Where(t => t.InstanceId == task.InstanceId && t.ElementId == task.ElementId && t.OpenedAt == task.OpenedAt).Select(t => t.TaskKey);

    private async Task<Recommendation?> Recommended(CaseFlowDb db, Guid caseId, CancellationToken ct)
    {
        var hash = await db.Instances.Where(i => i.Id == caseId).Select(i => i.BundleHash).SingleOrDefaultAsync(ct);
        if (hash is null)
            return null;
        var bundle = await bundles.Get(db, hash, ct);
        var rows = await db.Facts.AsNoTracking().Where(f => f.InstanceId == caseId && f.Name == "decision.evaluated").OrderByDescending(f => f.Sequence).ToListAsync(ct);
        foreach (var row in rows)
        {
            if (FactJson.Read(row.Name, row.FactVersion, row.Json) is DecisionEvaluated decided && decided.Result.AsContext() is { } result
                && result[SortingRules.OutcomeField].AsString() is { } outcome)
            {
                return new(outcome, result[SortingRules.TreatmentField].AsString(), Reasons(bundle, decided));
            }
        }

        return null;
    }

    private static IReadOnlyList<string> Reasons(ModelBundle bundle, DecisionEvaluated decided) =>
        bundle.FindDecision(decided.DecisionId)?.FindTable(decided.DecisionId) is { } table
            ? [.. table.Rules.Where(rule => decided.MatchedRules.Contains(rule.Number))
                .Select(rule => rule.Annotations.FirstOrDefault(a => a.Length > 0) ?? rule.Description ?? "")
                .Where(text => text.Length > 0)]
            : [];

    private static FormAnswers Answers(string? json) =>
        json is not null && JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) is { } answers ? FormAnswers.FromJson(answers) : FormAnswers.Empty;
}
