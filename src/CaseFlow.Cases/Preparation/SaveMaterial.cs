using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Preparation;

/// <param name="Version">The version that the writer saw; 0 when there was none.</param>
public sealed record SaveMaterialRequest(Guid CaseId, FormAnswers Answers, long Version);

public sealed record MaterialReceipt(Guid CaseId, long Version, DateTimeOffset SavedAt);

/// <summary>Saves the material on the way, without moving the case: by the pair, and by the process leader of the area where the case arose (R54).</summary>
public sealed class SaveMaterial(ProcessStore store)
{
    private const string CommandName = "PrepareMaterial";
    private const string OriginRole = "processledare";

    public Task<Outcome<MaterialReceipt>> Handle(Actor actor, string? requestId, SaveMaterialRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Run<MaterialReceipt>(actor, nameof(SaveMaterial), requestId, (unit, token) => Decide(unit, request, token), ct);
    }

    /// <summary>The process leader of the origin may write too; the others may read and comment.</summary>
    public static bool IsOriginLeader(Actor actor, CaseRow about)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(about);
        return about.OriginArea is { } area && actor.Holds(OriginRole, area: area);
    }

    private static async Task<Outcome<MaterialReceipt>> Decide(ProcessUnit unit, SaveMaterialRequest request, CancellationToken ct)
    {
        var about = await unit.Db.Cases.FindAsync([request.CaseId], ct);
        if (about is null)
            return PreparationRefusals.NotFound();
        var task = await unit.Db.Tasks.Include(t => t.Candidates)
            .FirstOrDefaultAsync(t => t.InstanceId == request.CaseId && t.CommandName == CommandName && t.EndedAt == null, ct);
        if (task is null)
            return PreparationRefusals.NotOpen();
        if (!IsOriginLeader(unit.Actor, about) && Tasks.TaskRules.ActsAs(unit.Actor, task).Count == 0)
            return PreparationRefusals.NotYours();
        foreach (var key in request.Answers.Keys)
        {
            if (PersonalNumberGuard.Check(request.Answers.Text(key), key) is { } personal)
                return personal;
        }

        var material = await unit.Db.Set<Material>().FindAsync([request.CaseId], ct);
        if ((material?.Version ?? 0) != request.Version)
            return PreparationRefusals.Changed();
        if (material is null)
        {
            material = new Material { CaseId = request.CaseId, SavedBy = unit.Actor.AccountId };
            unit.Db.Add(material);
        }

        material.Answers = request.Answers.ToJson();
        material.Version++;
        (material.SavedBy, material.SavedAt) = (unit.Actor.AccountId, unit.Now);
        if (await unit.Load(request.CaseId, ct) is { } instance)
            await CaseTags.Keep(unit.Db, request.CaseId, FormFiles.Find(instance.Bundle, task.ProcessId, task.FormKey), request.Answers, ct);
        return Outcome<MaterialReceipt>.Accepted(new(request.CaseId, material.Version, material.SavedAt));
    }
}
