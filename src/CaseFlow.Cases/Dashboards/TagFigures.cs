using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Dashboards;

/// <summary>How cases are marked, and what became of those that went back.</summary>
/// <param name="Fields">One for each field with choices that marks cases; choices without a case stand with none, so that what nobody works on shows.</param>
/// <param name="Returned">Cases that went back to an area.</param>
/// <param name="SolvedLocally">Of these, those that the area has reported as solved there, wholly or partly (R35).</param>
public sealed record TagFigureSheet(IReadOnlyList<TagFieldFigure> Fields, int Returned, int SolvedLocally);

public sealed record TagFieldFigure(FormField Field, IReadOnlyList<KeyFigure> Values);

/// <summary>Counts cases by what marks them. Computed from the rows; nothing is kept beside them.</summary>
public sealed class TagFigures(IDbContextFactory<CaseFlowDb> databases, BundleCatalog bundles)
{
    private const string ReturnOutcome = "ater";
    private const string LocalOutcomeCommand = "ReportLocalOutcome";
    private const string LocalOutcomeField = "lostLokalt";
    private static readonly string[] Solved = ["ja", "delvis"];

    public async Task<TagFigureSheet> Read(FigureScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await databases.CreateDbContextAsync(ct);
        var cases = CaseFigures.Narrow(db.Cases.AsNoTracking(), scope).Select(c => c.Id);
        var tags = await db.Set<CaseTag>().AsNoTracking().Where(t => cases.Contains(t.CaseId))
            .GroupBy(t => new { t.Field, t.Value }).Select(g => new { g.Key.Field, g.Key.Value, Count = g.Count() }).ToListAsync(ct);
        var fields = await bundles.Current(ct) is { } bundle ? CaseTags.Fields(bundle).Where(f => f.Choices.Count > 0) : [];
        var returned = await db.Set<SortingDecision>().Where(d => d.Outcome == ReturnOutcome && cases.Contains(d.CaseId)).Select(d => d.CaseId).Distinct().CountAsync(ct);
        return new(
            [.. fields.Select(f => new TagFieldFigure(f, [.. f.Choices.Select(c => new KeyFigure(c.Value, tags.FirstOrDefault(t => t.Field == f.Key && t.Value == c.Value)?.Count ?? 0))]))],
            returned,
            await SolvedLocally(db, cases, ct));
    }

    private static async Task<int> SolvedLocally(CaseFlowDb db, IQueryable<Guid> cases, CancellationToken ct)
    {
        var told = await db.Tasks.AsNoTracking().Where(t => cases.Contains(t.InstanceId) && t.CommandName == LocalOutcomeCommand && t.End == TaskEnd.Done)
            .Join(db.TaskAnswers.AsNoTracking(), t => new { t.InstanceId, t.TaskKey }, a => new { a.InstanceId, a.TaskKey }, (t, a) => new { a.InstanceId, a.AnsweredAt, a.Answers }).ToListAsync(ct);
        return told.GroupBy(a => a.InstanceId).Count(of => Solved.Contains(FormAnswers.OfJson(of.MaxBy(a => a.AnsweredAt)?.Answers).Text(LocalOutcomeField), StringComparer.Ordinal));
    }
}
