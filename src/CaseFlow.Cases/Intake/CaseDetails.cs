using System.Text.Json;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Intake;

/// <summary>What belongs to a case beside its row: what was handed in, who stands behind it, the thread, and what bodies have said.</summary>
/// <param name="Answers">The submission form's answers; empty when there were none or they were erased.</param>
/// <param name="Links">The cases that it belongs with, from whichever end that was said.</param>
/// <param name="Positions">Closed agenda items with their meetings, first one first.</param>
public sealed record CaseMatters(
    FormAnswers Answers, IReadOnlyList<CoSponsor> Sponsors, IReadOnlyList<CaseNote> Notes, IReadOnlyList<BodyPosition> Positions, IReadOnlyList<LinkedCase> Links);

/// <summary>What a body said of a case at a meeting.</summary>
/// <param name="Documents">The versions that it was taken on (R66).</param>
public sealed record BodyPosition(Meeting Meeting, AgendaItem Item, IReadOnlyList<PositionDocument> Documents);

/// <summary>A case at the other end of a link.</summary>
/// <param name="IsFrom">True: the case that is read points at the other. False: the other points here.</param>
public sealed record LinkedCase(CaseRow Other, CaseLinkKind Kind, bool IsFrom);

/// <summary>Reads what belongs to a case.</summary>
public sealed class CaseDetails(IDbContextFactory<CaseFlowDb> databases)
{
    public async Task<CaseMatters> Read(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var submission = await db.Set<Submission>().AsNoTracking().SingleOrDefaultAsync(s => s.CaseId == caseId, ct);
        var sponsors = await db.Set<CoSponsor>().AsNoTracking().Where(s => s.CaseId == caseId).OrderBy(s => s.JoinedAt).ToListAsync(ct);
        var notes = await db.Set<CaseNote>().AsNoTracking().Where(n => n.CaseId == caseId).OrderBy(n => n.WrittenAt).ToListAsync(ct);
        var positions = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.CaseId == caseId && i.ClosedAt != null).OrderBy(i => i.ClosedAt)
            .Join(db.Set<Meeting>().AsNoTracking(), i => i.MeetingId, m => m.Id, (i, m) => new { i, m }).ToListAsync(ct);
        var documents = (await db.Set<PositionDocument>().AsNoTracking().Where(p => p.CaseId == caseId).OrderBy(p => p.Title).ToListAsync(ct)).ToLookup(p => p.ItemId);
        return new(Answers(submission), sponsors, notes, [.. positions.Select(p => new BodyPosition(p.m, p.i, [.. documents[p.i.Id]]))], await Links(db, caseId, ct));
    }

    private static async Task<IReadOnlyList<LinkedCase>> Links(CaseFlowDb db, Guid caseId, CancellationToken ct)
    {
        var links = await db.Set<CaseLink>().AsNoTracking().Where(l => l.CaseId == caseId || l.ToCaseId == caseId).OrderBy(l => l.MadeAt).ToListAsync(ct);
        var ids = links.Select(l => l.CaseId == caseId ? l.ToCaseId : l.CaseId).ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return [.. links.Select(l => l.CaseId == caseId ? new LinkedCase(cases[l.ToCaseId], l.Kind, true) : new LinkedCase(cases[l.CaseId], l.Kind, false))];
    }

    private static FormAnswers Answers(Submission? submission) =>
        submission?.Answers is { } json && JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) is { } answers
            ? FormAnswers.FromJson(answers)
            : FormAnswers.Empty;
}
