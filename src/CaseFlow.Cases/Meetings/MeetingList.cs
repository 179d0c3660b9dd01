using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>A meeting with its agenda and who was there.</summary>
/// <param name="Changes">Of the agenda after the meeting had approved it, the first one first.</param>
public sealed record MeetingView(Meeting Meeting, AgendaTimes Agenda, MeetingRoll Roll, IReadOnlyDictionary<Guid, CaseRow> Cases, IReadOnlyList<AgendaChange> Changes);

/// <summary>A case that waits for a place on an agenda.</summary>
public sealed record CaseInQueue(WaitingCase Waiting, CaseRow Case);

/// <summary>What a case waits for.</summary>
/// <param name="Body">Key of the body.</param>
/// <param name="Meeting">The meeting on whose agenda it stands; null while it waits for a place.</param>
public sealed record WaitingPlace(string Body, Meeting? Meeting);

/// <summary>Meetings for everybody signed in: the coming ones with last day for papers, the past ones, and what waits.</summary>
public sealed class MeetingList(IDbContextFactory<CaseFlowDb> databases, OrganisationSource organisations)
{
    /// <summary>Meetings from a day on, soonest first; cancelled ones too, marked by their status.</summary>
    public async Task<IReadOnlyList<Meeting>> Coming(DateOnly from, int take, CancellationToken ct, int skip = 0)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Meeting>().AsNoTracking().Where(m => m.Date >= from).OrderBy(m => m.Date).ThenBy(m => m.StartsAt).ThenBy(m => m.Id).Skip(skip).Take(take).ToListAsync(ct);
    }

    /// <summary>Meetings before a day, latest first.</summary>
    public async Task<IReadOnlyList<Meeting>> Past(DateOnly before, int skip, int take, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Meeting>().AsNoTracking().Where(m => m.Date < before).OrderByDescending(m => m.Date).ThenBy(m => m.Id).Skip(skip).Take(take).ToListAsync(ct);
    }

    /// <summary>How many meetings there are from a day on, or before one.</summary>
    public async Task<int> Count(DateOnly? from, DateOnly? before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Meeting>().CountAsync(m => (from == null || m.Date >= from) && (before == null || m.Date < before), ct);
    }

    /// <summary>One meeting whole, or null.</summary>
    public async Task<MeetingView?> Find(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var meeting = await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);
        if (meeting is null)
            return null;
        var items = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == id).ToListAsync(ct);
        var changes = await db.Set<AgendaChange>().AsNoTracking().Where(c => c.MeetingId == id).ToListAsync(ct);
        var roll = await MeetingRoll.Read(db, (await organisations.Find(ct))?.Organisation, meeting, ct);
        var caseIds = items.Select(i => i.CaseId).OfType<Guid>().ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return new(meeting, AgendaTimes.Of(meeting, items), roll, cases, [.. changes.OrderBy(c => c.ChangedAt).ThenBy(c => c.Id)]);
    }

    /// <summary>Which meeting a case waits for; null when it waits for none.</summary>
    public async Task<WaitingPlace?> PlaceOf(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<WaitingCase>().AsNoTracking().SingleOrDefaultAsync(w => w.CaseId == caseId, ct) is not { } waiting)
            return null;
        return new(waiting.Body, await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == waiting.MeetingId, ct));
    }

    /// <summary>Cases that wait for a place on an agenda of a body, longest first.</summary>
    public async Task<IReadOnlyList<CaseInQueue>> Queue(string body, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<WaitingCase>().AsNoTracking().Where(w => w.Body == body && w.MeetingId == null).OrderBy(w => w.Since)
            .Join(db.Cases.AsNoTracking(), w => w.CaseId, c => c.Id, (w, c) => new { w, c }).ToListAsync(ct);
        return [.. found.Select(f => new CaseInQueue(f.w, f.c))];
    }
}
