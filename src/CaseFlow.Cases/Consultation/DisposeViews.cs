using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Consultation;

/// <summary>
/// Ends a round: every view has its answer, or the preparers say why some have none. The compiled document is put among the
/// case's documents, where the meeting that takes its stand finds it (R166).
/// </summary>
internal sealed class DisposeViews : ITaskCommand
{
    private const string SummaryField = "sammanstallning";
    private const string ChangesField = "andringar";
    private const string WithoutField = "utanSvar";

    public string Name => "DisposeViews";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        if (await ConsultationRows.Latest(unit.Db, context.Instance.Id, ct) is not { } round)
            return Outcome<FeelContext>.Accepted(FeelContext.Empty);
        var views = await unit.Db.Set<ConsultationView>().Where(v => v.RoundId == round.Id).ToListAsync(ct);
        var left = views.Count(v => v.Disposition is null);
        if (left > 0 && string.IsNullOrWhiteSpace(answers.Text(WithoutField)))
            return ConsultationRefusals.ViewsLeft(left, WithoutField);
        (round.CompiledAt, round.Summary, round.Changes) = (unit.Now, answers.Text(SummaryField), answers.Text(ChangesField));
        var recipients = await unit.Db.Set<ConsultationRecipient>().Where(r => r.RoundId == round.Id).OrderBy(r => r.Id).ToListAsync(ct);
        var report = new ConsultationReport(
            context.Instance.Number ?? "", (await unit.Db.Cases.FindAsync([context.Instance.Id], ct))?.Title ?? "", round, recipients, views,
            (await Organisation.CurrentOrganisation.Organisation(unit, ct)).Organisation, answers.Text(WithoutField));
        return await File(unit, context.Instance, round, ReportHtml.Write(report), ct) is { } refused ? refused : Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }

    private static async Task<Refusal?> File(ProcessUnit unit, LoadedInstance instance, ConsultationRound round, string html, CancellationToken ct)
    {
        var title = BilingualText.From(ConsultationRefusals.Texts, "ReportTitle", round.Number).Sv;
        var document = new Document
        {
            Id = unit.Ids.Next(),
            SubjectKind = instance.SubjectKind,
            SubjectId = instance.Id,
            Title = title,
            CreatedBy = unit.Actor.AccountId,
            CreatedAt = unit.Now,
            Version = 1,
        };
        unit.Db.Add(document);
        round.DocumentId = document.Id;
        var version = StoredFile.Made($"Remissammanstallning {instance.Number} {round.Number}.html", "text/html; charset=utf-8", html)
            .AddTo(unit, document, 1, DocumentMaturity.Established);
        return await DocumentChanges.Record(unit, instance, document, version, ct);
    }
}
