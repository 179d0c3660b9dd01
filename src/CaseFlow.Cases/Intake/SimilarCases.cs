using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Intake;

/// <summary>Open cases whose titles are near a new one, so that an area can share a question instead of asking it again (R36).</summary>
public sealed class SimilarCases(IDbContextFactory<CaseFlowDb> databases)
{
    private const int Most = 5;
    private const int Searched = 5_000;

    /// <summary>The nearest first; empty when none is near.</summary>
    public async Task<IReadOnlyList<CaseRow>> Find(string title, CancellationToken ct)
    {
        var wanted = TitleLikeness.Grams(title);
        if (wanted.Count == 0)
            return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Cases.AsNoTracking().Where(c => c.ClosedAt == null && c.Number != null)
            .OrderByDescending(c => c.SubmittedAt).Take(Searched).Select(c => new { c.Id, c.Title }).ToListAsync(ct);
        var near = open.Select(c => (c.Id, Likeness: TitleLikeness.Of(wanted, TitleLikeness.Grams(c.Title))))
            .Where(c => c.Likeness >= TitleLikeness.Near).OrderByDescending(c => c.Likeness).Take(Most).Select(c => c.Id).ToList();
        var rows = await db.Cases.AsNoTracking().Where(c => near.Contains(c.Id)).ToListAsync(ct);
        return [.. near.Select(id => rows.First(r => r.Id == id))];
    }
}
