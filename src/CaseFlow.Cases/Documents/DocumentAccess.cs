using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Documents;

/// <summary>Who reads and who writes the documents of a case or meeting.</summary>
/// <remarks>
/// Everybody with a role reads. Those who take part write: the submitter, the origin's own area or side, and whoever could do or
/// could have done a task of the case or meeting. Which roles these are is said by the models, not here.
/// </remarks>
internal static class DocumentAccess
{
    public static bool MayRead(Actor actor) => actor == Actor.System || actor.Grants.Count > 0;

    /// <returns>The instance, or why not.</returns>
    public static async Task<Outcome<LoadedInstance>> MayWrite(ProcessUnit unit, Guid subjectId, CancellationToken ct)
    {
        if (await unit.Load(subjectId, ct) is not { } instance)
            return DocumentRefusals.NoSubject();
        return unit.Actor == Actor.System || await TakesPart(unit.Db, unit.Actor, subjectId, ct)
            ? Outcome<LoadedInstance>.Accepted(instance)
            : DocumentRefusals.NoPart();
    }

    public static async Task<bool> TakesPart(CaseFlowDb db, Actor actor, Guid subjectId, CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == subjectId, ct) is { } row
            && (row.SubmittedBy == actor.AccountId
                || actor.Grants.Any(g => (g.Area is not null && g.Area == row.OriginArea) || (g.Side is not null && g.Side == row.OriginSide))))
            return true;
        var tasks = await db.Tasks.AsNoTracking().Include(t => t.Candidates).Where(t => t.InstanceId == subjectId).ToListAsync(ct);
        return tasks.Exists(t => TaskRules.ActsAs(actor, t).Count > 0);
    }
}
