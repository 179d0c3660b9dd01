using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Dashboards;

/// <summary>Which cases the figures are about.</summary>
/// <param name="Since">Submitted then or later; null takes all.</param>
/// <param name="From">Key of the area or side that submitted; null takes all.</param>
public sealed record FigureScope(DateTimeOffset? Since = null, string? From = null);

/// <summary>How cases stand, counted at one moment.</summary>
/// <param name="Total">All cases of the scope, closed ones included.</param>
/// <param name="Statuses">All cases, in the order of how many.</param>
/// <param name="Origins">All cases by the key of their area or side; "" for those that a body gave.</param>
/// <param name="Ages">Open cases by days since submission.</param>
/// <param name="Owners">Open cases by whom they wait for, most first; "" for nobody.</param>
/// <param name="Adrift">Open cases without owner or without next step. The target is none.</param>
/// <param name="FirstFeedbackDays">Median days from submission to the first word back; null when none has had any.</param>
/// <param name="LeadTimes">How long each status lasts, in the order that cases come to it.</param>
/// <param name="LeadTimeCases">How many cases the lead times are taken from: the latest ones.</param>
public sealed record CaseFigureSheet(
    int Total, int Open, IReadOnlyList<StatusFigure> Statuses, IReadOnlyList<KeyFigure> Origins, IReadOnlyList<AgeFigure> Ages,
    IReadOnlyList<KeyFigure> Owners, IReadOnlyList<CaseRow> Adrift, double? FirstFeedbackDays, IReadOnlyList<LeadTime> LeadTimes, int LeadTimeCases);

public sealed record StatusFigure(string Key, BilingualText Status, int Cases);

public sealed record KeyFigure(string Key, int Cases);

/// <param name="ToDays">Last day of the band, included; null for the open end.</param>
public sealed record AgeFigure(int FromDays, int? ToDays, int Cases);

/// <param name="Periods">How many finished stays in the status that it is computed from.</param>
/// <param name="MedianDays">Calendar days.</param>
/// <param name="Days85">85 of 100 stays were this long or shorter.</param>
public sealed record LeadTime(string Key, BilingualText Status, int Periods, double MedianDays, double Days85);

/// <summary>The figures of <em>Läget</em>. Computed from the cases and their facts; nothing is kept beside them.</summary>
public sealed class CaseFigures(IDbContextFactory<CaseFlowDb> databases, CaseTimeline timeline, TimeProvider time)
{
    // Reading facts costs; the latest cases tell how long things take now.
    private const int MostTimelines = 200;

    /// <param name="scope">Which cases.</param>
    public async Task<CaseFigureSheet> Read(FigureScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await databases.CreateDbContextAsync(ct);
        var cases = await Narrow(db.Cases.AsNoTracking(), scope).ToListAsync(ct);
        var open = cases.Where(c => c.ClosedAt is null).ToList();
        var told = await Narrow(db.Cases, scope)
            .Join(db.Set<FeedbackLetter>().Where(l => l.ToSubmitter), c => c.Id, l => l.CaseId, (c, l) => new { c.Id, c.SubmittedAt, l.SentAt }).ToListAsync(ct);
        var firstWords = told.GroupBy(t => t.Id).Select(of => (of.Min(t => t.SentAt) - of.First().SubmittedAt).TotalDays).ToList();
        var latest = cases.OrderByDescending(c => c.SubmittedAt).Take(MostTimelines).Select(c => c.Id).ToList();
        return new(
            cases.Count,
            open.Count,
            [.. cases.GroupBy(c => c.StatusKey).Select(of => new StatusFigure(of.Key, of.First().Status, of.Count())).OrderByDescending(f => f.Cases).ThenBy(f => f.Key, StringComparer.Ordinal)],
            Count(cases, c => c.OriginArea ?? c.OriginSide ?? ""),
            FigureRules.Ages([.. open.Select(c => (time.GetUtcNow() - c.SubmittedAt).TotalDays)]),
            Count(open, c => c.OwnerText),
            [.. open.Where(c => c.OwnerText.Length == 0 || c.NextStep.Length == 0).OrderBy(c => c.StatusSince)],
            firstWords.Count == 0 ? null : FigureRules.Percentile(firstWords, 0.5),
            FigureRules.LeadTimes(await Periods(latest, ct)),
            latest.Count);
    }

    /// <summary>How many open cases have no owner or no next step.</summary>
    public async Task<int> CountAdrift(FigureScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Narrow(db.Cases, scope).CountAsync(c => c.ClosedAt == null && (c.OwnerText == "" || c.NextStep == ""), ct);
    }

    private async Task<List<StatusPeriod>> Periods(List<Guid> cases, CancellationToken ct)
    {
        var periods = new List<StatusPeriod>();
        foreach (var id in cases)
            periods.AddRange(CaseTimeline.Periods(await timeline.Read(id, ct)));
        return periods;
    }

    private static List<KeyFigure> Count(IEnumerable<CaseRow> cases, Func<CaseRow, string> key) =>
        [.. cases.GroupBy(key, StringComparer.Ordinal).Select(of => new KeyFigure(of.Key, of.Count())).OrderByDescending(f => f.Cases).ThenBy(f => f.Key, StringComparer.Ordinal)];

    internal static IQueryable<CaseRow> Narrow(IQueryable<CaseRow> cases, FigureScope scope)
    {
        if (scope.Since is { } since)
            cases = cases.Where(c => c.SubmittedAt >= since);
        if (scope.From is { } from)
            cases = cases.Where(c => c.OriginArea == from || c.OriginSide == from);
        return cases;
    }
}
