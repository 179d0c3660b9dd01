using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Sorting;

/// <summary>A joint outcome and what each side said that led to it.</summary>
/// <param name="Said">The last word of each side in that sorting.</param>
public sealed record SortedOnce(SortingDecision Decision, IReadOnlyList<SideSaid> Said);

/// <summary>
/// How a case was sorted, each time that it was, with the reasons: what the letter to the submitter promises. What is said in a
/// sorting that has no outcome yet is left out: it stays with the pair until they agree.
/// </summary>
public sealed class SortingHistory(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<SortedOnce>> Of(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var decisions = (await db.Set<SortingDecision>().AsNoTracking().Where(d => d.CaseId == caseId).ToListAsync(ct)).OrderBy(d => d.At).ToList();
        var said = (await db.Set<SortingAssessment>().AsNoTracking().Where(a => a.CaseId == caseId).ToListAsync(ct)).OrderBy(a => a.At).ToList();
        var answers = await db.TaskAnswers.AsNoTracking().Where(a => a.InstanceId == caseId).ToDictionaryAsync(a => a.TaskKey, a => a.Answers, ct);
        var sorted = decisions.Select((decision, i) => new SortedOnce(
            decision,
            [.. said.Where(a => a.At <= decision.At && (i == 0 || a.At > decisions[i - 1].At))
                .GroupBy(a => a.Side).Select(side => side.Last())
                .Select(a => new SideSaid(a, FormAnswers.OfJson(answers.GetValueOrDefault(a.TaskKey))))]));
        return [.. sorted.Reverse()];
    }
}
