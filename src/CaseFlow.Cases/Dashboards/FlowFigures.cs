using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Dashboards;

/// <summary>A held meeting in figures (R120, R121).</summary>
/// <param name="Minutes">Minutes by kind of item, as the agenda has them.</param>
public sealed record MeetingFigure(Guid Id, string Number, string Body, DateOnly Date, int Items, int InformationPercent, IReadOnlyDictionary<string, int> Minutes);

/// <summary>Reads the indicators of <em>Läget</em>. Computed when asked for; nothing is kept beside the cases.</summary>
public sealed class FlowFigures(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    /// <param name="scope">Which cases.</param>
    public async Task<FlowSheet> Read(FigureScope scope, CancellationToken ct) => FlowRules.Compute(await History(scope, ct), time.GetUtcNow());

    /// <summary>Meetings whose day has come, first one first; cancelled ones are left out, and those without anything timed on the agenda.</summary>
    public async Task<IReadOnlyList<MeetingFigure>> Meetings(DateOnly? since, CancellationToken ct)
    {
        var today = SwedishDay.Of(time.GetUtcNow());
        var first = since ?? DateOnly.MinValue;
        await using var db = await databases.CreateDbContextAsync(ct);
        var held = db.Set<Meeting>().AsNoTracking().Where(m => m.Date <= today && m.Date >= first && m.StatusKey != MeetingStatuses.Cancelled);
        var meetings = await held.OrderBy(m => m.Date).ThenBy(m => m.StartsAt).ToListAsync(ct);
        var items = (await held.Join(db.Set<AgendaItem>().AsNoTracking(), m => m.Id, i => i.MeetingId, (m, i) => i).ToListAsync(ct)).ToLookup(i => i.MeetingId);
        return [.. meetings.Select(m => Figure(m, [.. items[m.Id]])).OfType<MeetingFigure>()];
    }

    internal async Task<FlowHistory> History(FigureScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await databases.CreateDbContextAsync(ct);
        var narrowed = CaseFigures.Narrow(db.Cases.AsNoTracking(), scope);
        var ids = narrowed.Select(c => c.Id);
        var cases = await narrowed.Select(c => new { c.Id, c.Number, c.SubmittedAt, c.ClosedAt, c.StatusKey, c.StatusSv, c.StatusEn }).ToListAsync(ct);
        var tasks = await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.InstanceId))
            .Select(t => new { t.InstanceId, t.CommandName, t.LaneName, t.OpenedAt, t.EndedAt, t.End, Sides = t.Candidates.Count, First = t.Candidates.Min(c => c.Side), Last = t.Candidates.Max(c => c.Side), Sided = t.Candidates.Count(c => c.Side != null) })
            .ToListAsync(ct);
        var positions = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.CaseId != null && i.ClosedAt != null && ids.Contains(i.CaseId.Value))
            .Select(i => new { i.CaseId, i.ClosedAt, i.Conclusion }).ToListAsync(ct);
        var sortings = await db.Set<SortingDecision>().AsNoTracking().Where(d => ids.Contains(d.CaseId)).Select(d => new FlowSorting(d.CaseId, d.Outcome)).ToListAsync(ct);
        var letters = await db.Set<FeedbackLetter>().AsNoTracking().Where(l => l.ToSubmitter && ids.Contains(l.CaseId))
            .Select(l => new FlowLetter(l.CaseId, l.Occasion, l.SentAt)).ToListAsync(ct);
        return new(
            [.. cases.Select(c => new FlowCase(c.Id, c.Number, c.SubmittedAt, c.ClosedAt, c.StatusKey, new BilingualText(c.StatusSv, c.StatusEn)))],
            [.. tasks.Select(t => new FlowTask(t.InstanceId, t.CommandName, t.Sided > 0 && t.Sided == t.Sides && t.First == t.Last ? t.First ?? "" : t.LaneName ?? "", t.OpenedAt, t.EndedAt, t.End == TaskEnd.Done))],
            sortings,
            [.. positions.Select(p => new FlowPosition(p.CaseId.GetValueOrDefault(), p.ClosedAt.GetValueOrDefault(), p.Conclusion ?? ""))],
            letters);
    }

    private static MeetingFigure? Figure(Meeting meeting, IReadOnlyList<AgendaItem> items)
    {
        var times = AgendaTimes.Of(meeting, items);
        return times.TimedMinutes == 0 ? null : new(
            meeting.Id, meeting.Number, meeting.Body, meeting.Date, items.Count(i => i.Kind is not (ItemKinds.Pause or ItemKinds.Formalities)), times.InformationPercent,
            items.GroupBy(i => i.Kind, StringComparer.Ordinal).ToDictionary(of => of.Key, of => of.Sum(i => i.Minutes), StringComparer.Ordinal));
    }
}
