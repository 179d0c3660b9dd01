using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Intake;

/// <summary>A candidate with the meeting at which it was raised.</summary>
/// <param name="Case">The case that it became; null while it is none.</param>
public sealed record CandidateLine(CandidateCase Candidate, Meeting Meeting, CaseRow? Case);

/// <summary>The backlog of candidate cases.</summary>
public sealed class CandidateList(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>Those that nobody has settled, longest waiting first.</summary>
    public async Task<IReadOnlyList<CandidateLine>> Open(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Lines(db, db.Set<CandidateCase>().Where(c => c.SettledAt == null), ct);
    }

    /// <summary>All that were raised at a meeting, in order.</summary>
    public async Task<IReadOnlyList<CandidateLine>> OfMeeting(Guid meetingId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Lines(db, db.Set<CandidateCase>().Where(c => c.MeetingId == meetingId), ct);
    }

    /// <summary>An open candidate; null when there is none or it is settled.</summary>
    public async Task<CandidateCase?> FindOpen(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CandidateCase>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.SettledAt == null, ct);
    }

    /// <summary>What a case came out of; null when it did not begin as a candidate.</summary>
    public async Task<CandidateLine?> OfCase(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Lines(db, db.Set<CandidateCase>().Where(c => c.CaseId == caseId), ct) is [var line, ..] ? line : null;
    }

    private static async Task<IReadOnlyList<CandidateLine>> Lines(CaseFlowDb db, IQueryable<CandidateCase> candidates, CancellationToken ct)
    {
        var found = await candidates.AsNoTracking().OrderBy(c => c.RaisedAt).ThenBy(c => c.Id)
            .Join(db.Set<Meeting>().AsNoTracking(), c => c.MeetingId, m => m.Id, (c, m) => new { c, m }).ToListAsync(ct);
        var ids = found.Select(f => f.c.CaseId).OfType<Guid>().ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return [.. found.Select(f => new CandidateLine(f.c, f.m, f.c.CaseId is { } id ? cases.GetValueOrDefault(id) : null))];
    }
}
