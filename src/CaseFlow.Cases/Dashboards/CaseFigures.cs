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
    IReadOnlyList<KeyFigure> Owners, IReadOnlyList<CaseRow> Adrift, double? FirstFeedbackDays, IReadOnlyList<LeadTime> LeadTimes, int LeadTimeCases)
{
    /// <summary>All cases by the level where they arose and where they are now (R2): each column adds up to <see cref="Total"/>.</summary>
    public IReadOnlyList<LevelFigure> Levels { get; init; } = [];
}

public sealed record StatusFigure(string Key, BilingualText Status, int Cases);

public sealed record KeyFigure(string Key, int Cases);

/// <param name="Level">Key; "" for cases that no level is known of.</param>
public sealed record LevelFigure(string Level, int Arisen, int Now);

/// <param name="ToDays">Last day of the band, included; null for the open end.</param>
public sealed record AgeFigure(int FromDays, int? ToDays, int Cases);

/// <param name="Periods">How many finished stays in the status that it is computed from.</param>
/// <param name="MedianDays">Calendar days.</param>
/// <param name="Days85">85 of 100 stays were this long or shorter.</param>
public sealed record LeadTime(string Key, BilingualText Status, int Periods, double MedianDays, double Days85);

/// <summary>The figures of <em>Läget</em>. Counted by the database when asked for; nothing is kept beside the cases and their history.</summary>
public sealed class CaseFigures(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    // The latest cases tell how long things take now.
    private const int LatestCases = 500;

    /// <param name="scope">Which cases.</param>
    public async Task<CaseFigureSheet> Read(FigureScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await databases.CreateDbContextAsync(ct);
        var cases = Narrow(db.Cases.AsNoTracking(), scope);
        var open = await cases.Where(c => c.ClosedAt == null).ToListAsync(ct);
        var statuses = await cases.GroupBy(c => new { c.StatusKey, c.StatusSv, c.StatusEn }).Select(of => new { of.Key, Cases = of.Count() }).ToListAsync(ct);
        var origins = await cases.GroupBy(c => c.OriginArea ?? c.OriginSide ?? "").Select(of => new { of.Key, Cases = of.Count() }).ToListAsync(ct);
        var levels = await cases.GroupBy(c => new { c.OriginLevel, c.Level }).Select(of => new { of.Key, Cases = of.Count() }).ToListAsync(ct);
        var latest = cases.OrderByDescending(c => c.SubmittedAt).Take(LatestCases);
        var periods = await latest.Join(db.Set<CaseStatusPeriod>().AsNoTracking(), c => c.Id, p => p.CaseId, (_, p) => p)
            .OrderBy(p => p.From).ThenBy(p => p.Version).ToListAsync(ct);
        return new(
            statuses.Sum(s => s.Cases),
            open.Count,
            [.. statuses.GroupBy(s => s.Key.StatusKey, StringComparer.Ordinal).Select(of => new StatusFigure(of.Key, new BilingualText(of.First().Key.StatusSv, of.First().Key.StatusEn), of.Sum(s => s.Cases))).OrderByDescending(f => f.Cases).ThenBy(f => f.Key, StringComparer.Ordinal)],
            [.. origins.Select(o => new KeyFigure(o.Key, o.Cases)).OrderByDescending(f => f.Cases).ThenBy(f => f.Key, StringComparer.Ordinal)],
            FigureRules.Ages([.. open.Select(c => (time.GetUtcNow() - c.SubmittedAt).TotalDays)]),
            [.. open.CountBy(c => c.WithWhom.Current, StringComparer.Ordinal).Select(of => new KeyFigure(of.Key, of.Value)).OrderByDescending(f => f.Cases).ThenBy(f => f.Key, StringComparer.Ordinal)],
            [.. open.Where(c => c.OwnerText.Length == 0 || c.NextStep.Length == 0).OrderBy(c => c.StatusSince)],
            await FirstFeedback(db, cases, ct),
            FigureRules.LeadTimes(periods.Select(p => new StatusPeriod(p.StatusKey, p.Status, p.From, p.Until))),
            Math.Min(LatestCases, statuses.Sum(s => s.Cases)))
        {
            Levels =
            [
                .. levels.SelectMany(l => new[] { l.Key.OriginLevel, l.Key.Level }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(level => new LevelFigure(
                    level, levels.Where(l => l.Key.OriginLevel == level).Sum(l => l.Cases), levels.Where(l => l.Key.Level == level).Sum(l => l.Cases))),
            ],
        };
    }

    /// <summary>How many open cases have no owner or no next step.</summary>
    public async Task<int> CountAdrift(FigureScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Narrow(db.Cases, scope).CountAsync(c => c.ClosedAt == null && (c.OwnerText == "" || c.NextStep == ""), ct);
    }

    private static async Task<double?> FirstFeedback(CaseFlowDb db, IQueryable<CaseRow> cases, CancellationToken ct)
    {
        var words = await db.Set<FeedbackLetter>().Where(l => l.ToSubmitter).GroupBy(l => l.CaseId).Select(of => new { CaseId = of.Key, At = of.Min(l => l.SentAt) })
            .Join(cases, l => l.CaseId, c => c.Id, (l, c) => new { c.SubmittedAt, l.At }).ToListAsync(ct);
        return words.Count == 0 ? null : FigureRules.Percentile([.. words.Select(w => (w.At - w.SubmittedAt).TotalDays)], 0.5);
    }

    internal static IQueryable<CaseRow> Narrow(IQueryable<CaseRow> cases, FigureScope scope)
    {
        if (scope.Since is { } since)
            cases = cases.Where(c => c.SubmittedAt >= since);
        if (scope.From is { } from)
            cases = cases.Where(c => c.OriginArea == from || c.OriginSide == from);
        return cases;
    }
}
