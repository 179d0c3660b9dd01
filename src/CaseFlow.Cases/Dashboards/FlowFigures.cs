using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Dashboards;

/// <summary>A held meeting in figures (R120, R121).</summary>
/// <param name="Minutes">Minutes by kind of item, as the agenda has them.</param>
public sealed record MeetingFigure(Guid Id, string Number, string Body, DateOnly Date, int Items, int InformationPercent, IReadOnlyDictionary<string, int> Minutes);

/// <summary>Reads the indicators of <em>Läget</em>. Computed when asked for, from what has happened to the cases.</summary>
public sealed class FlowFigures(IDbContextFactory<CaseFlowDb> databases, FlowMemory memory, TimeProvider time)
{
    /// <param name="scope">Which cases.</param>
    public async Task<FlowSheet> Read(FigureScope scope, CancellationToken ct) => FlowRules.Compute(await memory.Read(scope, ct), time.GetUtcNow());

    /// <summary>The indicators and the charts, from the same reading.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    public async Task<(FlowSheet Flow, ChartSheet Charts)> ReadAll(FigureScope scope, CancellationToken ct)
    {
        var (history, now) = (await memory.Read(scope, ct), time.GetUtcNow());
        var flow = FlowRules.Compute(history, now);
        return (flow, ChartRules.Compute(history, flow.LeadTimes, now));
    }

    /// <summary>Of the cases that both sides have sorted, those that nobody had to ask for more (R58).</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    public async Task<ShareFigure> CompleteAtOnce(FigureScope scope, CancellationToken ct) => FlowRules.CompleteAtOnce(await memory.Read(scope, ct));

    /// <summary>Meetings whose day has come, first one first; cancelled ones are left out, and those without anything timed on the agenda.</summary>
    public async Task<IReadOnlyList<MeetingFigure>> Meetings(DateOnly? since, CancellationToken ct)
    {
        var today = SwedishDay.Of(time.GetUtcNow());
        var first = since ?? DateOnly.MinValue;
        await using var db = await databases.CreateDbContextAsync(ct);
        var held = db.Set<Meeting>().AsNoTracking().Where(m => m.Date <= today && m.Date >= first && m.StatusKey != MeetingStatuses.Cancelled);
        var meetings = await held.OrderBy(m => m.Date).ThenBy(m => m.StartsAt).ToListAsync(ct);
        // What is said at meetings is long; the figures need kinds and minutes only.
        var items = (await held.Join(db.Set<AgendaItem>(), m => m.Id, i => i.MeetingId, (m, i) => new AgendaItem { MeetingId = i.MeetingId, Kind = i.Kind, Title = "", Minutes = i.Minutes }).ToListAsync(ct))
            .ToLookup(i => i.MeetingId);
        return [.. meetings.Select(m => Figure(m, [.. items[m.Id]])).OfType<MeetingFigure>()];
    }

    private static MeetingFigure? Figure(Meeting meeting, IReadOnlyList<AgendaItem> items)
    {
        var times = AgendaTimes.Of(meeting, items);
        return times.TimedMinutes == 0 ? null : new(
            meeting.Id, meeting.Number, meeting.Body, meeting.Date, items.Count(i => i.Kind is not (ItemKinds.Pause or ItemKinds.Formalities)), times.InformationPercent,
            items.GroupBy(i => i.Kind, StringComparer.Ordinal).ToDictionary(of => of.Key, of => of.Sum(i => i.Minutes), StringComparer.Ordinal));
    }
}
