using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <param name="Deviation">Why it was done all the same; null while nobody has said.</param>
public sealed record AdviceLine(Warning Warning, Deviation? Deviation);

/// <summary>What advising clauses say of a meeting, with the reasons that were noted.</summary>
public sealed class MeetingAdvice(IDbContextFactory<CaseFlowDb> databases, OrganisationSource organisations)
{
    /// <summary>The composition is spoken of once somebody has called the roll.</summary>
    public async Task<IReadOnlyList<AdviceLine>> Of(MeetingView view, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (await organisations.Find(ct) is not { } deployed)
            return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var noted = await db.Set<Deviation>().AsNoTracking().Where(d => d.MeetingId == view.Meeting.Id).ToDictionaryAsync(d => d.Clause, StringComparer.Ordinal, ct);
        var warnings = MeetingWarnings.OfAgenda(deployed, view.Meeting, view.Agenda.Slots.Select(s => s.Item));
        List<Guid> subjects = [view.Meeting.Id, .. view.Cases.Keys];
        var papers = await db.Set<Document>().AsNoTracking().Where(d => subjects.Contains(d.SubjectId) && d.WithdrawnAt == null)
            .SelectMany(d => d.Versions, (d, v) => new { d.SubjectId, Name = d.Title + " " + v.FileName }).ToListAsync(ct);
        warnings = [.. warnings, .. MeetingWarnings.OfNotice(deployed, view.Meeting, view.Agenda.Slots.Select(s => s.Item), papers.ToLookup(p => p.SubjectId, p => p.Name))];
        if (view.Roll.Recorded.Any())
        {
            var seats = await db.Set<Seat>().AsNoTracking().Where(s => s.Body == view.Meeting.Body).ToListAsync(ct);
            warnings = [.. warnings, .. MeetingWarnings.OfComposition(deployed, view.Meeting, seats)];
        }

        return [.. warnings.Select(w => new AdviceLine(w, w.Clause is { } clause ? noted.GetValueOrDefault(clause) : null))];
    }
}
