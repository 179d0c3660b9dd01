using CaseFlow.Cases.Language;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Consultation;

/// <summary>A recipient as the preparers see it.</summary>
/// <param name="Task">The recipient's open task; null when there is none.</param>
/// <param name="Mail">Where the last mail to it stands; null when none was written.</param>
/// <param name="HasLink">A link that holds.</param>
public sealed record RecipientState(ConsultationRecipient Recipient, BilingualText Name, TaskAddress? Task, MailState? Mail, bool HasLink, int Views);

/// <summary>How the consultation of a case stands: its latest round, or those who wait for the first.</summary>
/// <param name="IsOpen">Answers are taken.</param>
/// <param name="Compile">The task in which the round is put together; null when it is not open.</param>
/// <param name="Report">Null before the first round.</param>
/// <param name="Marked">The versions that go out.</param>
public sealed record ConsultationState(
    CaseRow Case, ConsultationRound? Round, IReadOnlyList<RecipientState> Recipients, ConsultationReport? Report, bool IsOpen, TaskAddress? Compile, IReadOnlySet<Guid> Marked)
{
    public IReadOnlyList<ConsultationView> Undisposed => [.. (Report?.Views ?? []).Where(v => v.Disposition is null)];
}

/// <summary>Reads how the consultation of a case stands.</summary>
public sealed class ConsultationStates(IDbContextFactory<CaseFlowDb> databases, OrganisationSource organisations)
{
    private const string CompileCommand = "DisposeViews";

    /// <summary>Null when there is no such case, or nothing is deployed.</summary>
    public async Task<ConsultationState?> Read(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var about = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, ct);
        var row = await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == caseId, ct);
        if (about is null || row is null || (await organisations.Find(ct))?.Organisation is not { } organisation)
            return null;
        var state = StateJson.Read(row.State);
        var open = ConsultationRows.OpenTasks(state);
        var round = await db.Set<ConsultationRound>().AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        var id = round?.Id;
        var recipients = await db.Set<ConsultationRecipient>().AsNoTracking().Where(r => r.CaseId == caseId && (r.RoundId == null || r.RoundId == id)).OrderBy(r => r.Id).ToListAsync(ct);
        var views = await db.Set<ConsultationView>().AsNoTracking().Where(v => v.RoundId == id).ToListAsync(ct);
        var ids = recipients.ConvertAll(r => r.Id);
        var linked = await db.Set<ConsultationLink>().Where(l => ids.Contains(l.RecipientId) && l.RevokedAt == null).Select(l => l.RecipientId).Distinct().ToListAsync(ct);
        var mails = (await db.Set<Mail>().AsNoTracking().Where(m => m.LinkHolder != null && ids.Contains(m.LinkHolder.Value)).Select(m => new { m.LinkHolder, m.WrittenAt, m.State }).ToListAsync(ct))
            .GroupBy(m => m.LinkHolder.GetValueOrDefault()).ToDictionary(of => of.Key, of => of.MaxBy(m => m.WrittenAt)?.State);
        var counts = views.CountBy(v => v.RecipientId).ToDictionary();
        var compile = state.OpenTasks.FirstOrDefault(t => t.Assignment.CommandName == CompileCommand);
        return new(
            about, round,
            [.. recipients.Select(r => new RecipientState(
                r, RecipientChoices.NameOf(organisation, r), r.RoundId is not null && open.TryGetValue(r.Key, out var task) ? new TaskAddress(caseId, task) : null,
                mails.GetValueOrDefault(r.Id), linked.Contains(r.Id), counts.GetValueOrDefault(r.Id))).OrderBy(r => r.Name.Sv, ConsultationReport.ByName)],
            round is null ? null : new(about.Number ?? "", about.Title, round, recipients.FindAll(r => r.RoundId == round.Id), views, organisation, null),
            open.Count > 0, compile is null ? null : new TaskAddress(caseId, compile.Key),
            (await db.Set<ConsultationPaper>().Where(p => p.CaseId == caseId).Select(p => p.VersionId).ToListAsync(ct)).ToHashSet());
    }
}
