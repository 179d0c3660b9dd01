using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Preparation;

/// <summary>A case's material for those who read it and those who write it.</summary>
/// <param name="Task">The open preparation task; null while the material is not being prepared.</param>
/// <param name="Form">The preparation form of the model that the case is pinned to.</param>
/// <param name="Variables">What the task sees, or the case when no task is open.</param>
/// <param name="Material">Null before anybody has saved.</param>
/// <param name="MostSentences">The threshold of the rules in force today, which a case that began under others is measured by as well; null: none.</param>
/// <param name="MayFinish">The reader is one of the pair.</param>
/// <param name="MayWrite">The reader is one of the pair, or leads the area where the case arose (R54).</param>
public sealed record MaterialView(
    CaseRow Case, TaskRow? Task, ModelBundle Bundle, ElementModel Element, FormSchema Form, FeelContext Variables, Material? Material, bool MayFinish, bool MayWrite,
    int? MostSentences = null)
{
    public FormAnswers Answers => MaterialAnswers.Of(Material);

    /// <summary>How complete it is; null before anybody has saved: not yet judged.</summary>
    public MaterialReview? Review(FeelEnvironment environment) => Material is null
        ? null
        : MaterialReview.Of(Form, new(Variables, environment), Answers, MostSentences);
}

/// <summary>Reads a case's material.</summary>
public sealed class MaterialPage(IDbContextFactory<CaseFlowDb> databases, BundleCatalog bundles, OrganisationSource organisations)
{
    private const string CommandName = "PrepareMaterial";
    private const string SummarySentences = "sammanfattning-meningar";

    /// <returns>Null when there is no such case, or its process has no preparation.</returns>
    public async Task<MaterialView?> Read(Actor actor, Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var about = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, ct);
        var instance = await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == caseId, ct);
        if (about is null || instance is null)
            return null;
        var bundle = await bundles.Get(db, instance.BundleHash, ct);
        var step = bundle.Processes.SelectMany(p => p.Elements).FirstOrDefault(e => e.UserTask?.CommandName == CommandName);
        if (step is null || FormFiles.Find(bundle, step.Process.Id, step.UserTask?.FormKey) is not { } form)
            return null;
        var task = await db.Tasks.Include(t => t.Candidates).AsNoTracking()
            .FirstOrDefaultAsync(t => t.InstanceId == caseId && t.CommandName == CommandName && t.EndedAt == null, ct);
        var state = StateJson.Read(instance.State);
        var material = await db.Set<Material>().AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == caseId, ct);
        var mayFinish = task is not null && TaskRules.ActsAs(actor, task).Count > 0;
        return new(
            about, task, bundle, step, form, task is null ? state.Variables : state.VariablesAt(task.TaskKey), material,
            mayFinish, mayFinish || (task is not null && SaveMaterial.IsOriginLeader(actor, about)),
            (await organisations.Find(ct))?.Mandate.FindThreshold(SummarySentences)?.Value);
    }
}
