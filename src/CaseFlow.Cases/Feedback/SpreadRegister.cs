using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Feedback;

/// <summary>What one area has done with a position that is to be spread (R154).</summary>
/// <param name="Area">Key of the area.</param>
/// <param name="AskedAt">When the area was asked.</param>
/// <param name="DueAt">When it is reminded: the time that it has for it.</param>
/// <param name="DoneAt">When it confirmed; null while it has not.</param>
/// <param name="How">How, where and when, in the area's words.</param>
/// <param name="Audiences">Codes of those it was spread to.</param>
public sealed record AreaSpread(string Area, DateTimeOffset AskedAt, DateTimeOffset? DueAt, DateTimeOffset? DoneAt, string How, IReadOnlyList<string> Audiences)
{
    /// <summary>True when the time has passed and the area has not confirmed.</summary>
    public bool IsLate(DateTimeOffset now) => DoneAt is null && DueAt < now;
}

/// <summary>A position that is to be spread, and how far the areas have come.</summary>
/// <param name="Meeting">Where it was taken; null when that was not at a meeting held here.</param>
/// <param name="Areas">One for each area that was asked, in the order of their keys.</param>
public sealed record SpreadLine(CaseRow Case, Meeting? Meeting, AgendaItem? Item, IReadOnlyList<AreaSpread> Areas);

/// <summary><em>Spridningsläget</em>: which areas have carried out what, for everybody signed in.</summary>
public sealed class SpreadRegister(IDbContextFactory<CaseFlowDb> databases)
{
    private const string Command = "ConfirmSpread";

    /// <summary>Everything that areas were asked to spread, the latest meeting first.</summary>
    public async Task<IReadOnlyList<SpreadLine>> Read(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var asked = db.Tasks.AsNoTracking().Where(t => t.CommandName == Command && (t.End == null || t.End == TaskEnd.Done));
        var tasks = await asked.Select(t => new Asked(
            t.InstanceId, t.TaskKey, t.OpenedAt, t.DueAt, t.EndedAt, t.Candidates.Where(c => c.Area != null).OrderBy(c => c.Ordinal).Select(c => c.Area).FirstOrDefault())).ToListAsync(ct);
        var ids = asked.Select(t => t.InstanceId);
        var answers = await db.TaskAnswers.AsNoTracking().Join(asked, a => new { a.InstanceId, a.TaskKey }, t => new { t.InstanceId, t.TaskKey }, (a, _) => new { a.InstanceId, a.TaskKey, a.Answers })
            .ToDictionaryAsync(a => (a.InstanceId, a.TaskKey), a => a.Answers, ct);
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var items = (await db.Set<AgendaItem>().AsNoTracking().Where(i => i.ToBeSpread && i.ClosedAt != null && i.CaseId != null && ids.Contains(i.CaseId.Value)).ToListAsync(ct)).ToLookup(i => i.CaseId);
        var spreading = db.Set<AgendaItem>().Where(i => i.ToBeSpread && i.ClosedAt != null && i.CaseId != null).Select(i => i.MeetingId);
        var meetings = await db.Set<Meeting>().AsNoTracking().Where(m => spreading.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        // A position that is taken again is spread again: each round has the item that closed before its tasks opened.
        var lines = tasks.GroupBy(t => (t.InstanceId, Item: items[t.InstanceId].Where(i => i.ClosedAt <= t.OpenedAt).MaxBy(i => i.ClosedAt)))
            .Where(of => cases.ContainsKey(of.Key.InstanceId))
            .Select(of => new SpreadLine(
                cases[of.Key.InstanceId], of.Key.Item is { } item ? meetings.GetValueOrDefault(item.MeetingId) : null, of.Key.Item,
                [.. of.Select(t => t.With(FormAnswers.OfJson(answers.GetValueOrDefault((t.InstanceId, t.TaskKey))))).OrderBy(a => a.Area, StringComparer.Ordinal)]));
        return [.. lines.OrderByDescending(l => l.Meeting?.Date ?? DateOnly.MinValue).ThenBy(l => l.Item?.Position ?? 0).ThenBy(l => l.Case.Number, StringComparer.Ordinal)];
    }

    /// <summary>The task of one area.</summary>
    private sealed record Asked(Guid InstanceId, long TaskKey, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, DateTimeOffset? EndedAt, string? Area)
    {
        public AreaSpread With(FormAnswers answers) => new(Area ?? "", OpenedAt, DueAt, EndedAt, answers.Text("hur") ?? "", answers.Codes("malgrupp"));
    }
}
