using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Sorting;

/// <summary>
/// Whether a side may see what the other has said before it has answered itself: by default yes, since the pair goes through the
/// cases together. With <c>separate: true</c> on the clause each side assesses on its own, and nothing of it is told before all have.
/// </summary>
public sealed class SortingSecrecy(OrganisationSource organisations, TimeProvider time)
{
    /// <summary>The clause by which the sides must agree, as it stands today.</summary>
    public async Task<MandateCitation?> Agreement(CancellationToken ct) =>
        (await organisations.Current(ct)).Rules.For(RuleKinds.SidesMustAgree, SwedishDay.Of(time.GetUtcNow()));

    /// <summary>The assessments of an open round that the reader may see: all, or while a separate round lacks somebody only the reader's own.</summary>
    public static IReadOnlyList<SortingAssessment> Visible(MandateCitation? agreement, Actor reader, IReadOnlyList<SortingAssessment> said)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(said);
        if (agreement is null || !agreement.Settings.Flag("separate"))
            return said;
        var isComplete = agreement.Settings.List("sides").All(side => said.Any(a => a.Side == side));
        return isComplete ? said : [.. said.Where(a => a.By == reader.AccountId)];
    }

    /// <summary>True when what was answered in an ended task must not be told to the reader yet.</summary>
    internal async Task<bool> Holds(CaseFlowDb db, TaskRow task, Actor reader, CancellationToken ct) =>
        task.EndedBy != reader.AccountId
        && (await Agreement(ct))?.Settings.Flag("separate") == true
        && await db.Tasks.AnyAsync(other => other.InstanceId == task.InstanceId && other.ElementId == task.ElementId && other.OpenedAt == task.OpenedAt && other.EndedAt == null, ct);
}
