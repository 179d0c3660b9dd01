using System.Text.Json;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Intake;

/// <summary>What belongs to a case beside its row: what was handed in, who stands behind it, the thread, and what bodies have said.</summary>
/// <param name="Answers">The submission form's answers; empty when there were none or they were erased.</param>
/// <param name="Positions">Closed agenda items with their meetings, first one first.</param>
public sealed record CaseMatters(
    FormAnswers Answers, IReadOnlyList<CoSponsor> Sponsors, IReadOnlyList<CaseNote> Notes, IReadOnlyList<BodyPosition> Positions);

/// <summary>What a body said of a case at a meeting.</summary>
public sealed record BodyPosition(Meeting Meeting, AgendaItem Item);

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
        return new(Answers(submission), sponsors, notes, [.. positions.Select(p => new BodyPosition(p.m, p.i))]);
    }

    private static FormAnswers Answers(Submission? submission) =>
        submission?.Answers is { } json && JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) is { } answers
            ? FormAnswers.FromJson(answers)
            : FormAnswers.Empty;
}
