using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Escalation;

/// <summary>What the body above said of a case.</summary>
/// <param name="Body">Key of the body; empty when the package is not there any more.</param>
/// <param name="On">The day of its meeting.</param>
/// <param name="Answer">Code of the answer.</param>
/// <param name="Clauses">Codes of the clauses, in order.</param>
/// <param name="Wording">The clauses as worded.</param>
/// <param name="Comments">Comments and conditions that were sent along.</param>
public sealed record EscalationAnswer(
    string Body, DateTimeOffset At, DateOnly? On, string Answer, IReadOnlyList<string> Clauses, string Wording, string Comments);

/// <summary>The answers of the body above with their reasons, as the letter to the submitter promises.</summary>
public sealed class EscalationAnswers(IDbContextFactory<CaseFlowDb> databases)
{
    private const string Postponed = "skjuts-upp";

    /// <summary>The latest first; a postponement is no answer.</summary>
    public async Task<IReadOnlyList<EscalationAnswer>> Of(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var packages = (await db.Set<EscalationPackage>().AsNoTracking().Where(p => p.CaseId == caseId).ToListAsync(ct)).OrderBy(p => p.ReceivedAt).ToList();
        var answered = await db.Tasks.AsNoTracking().Where(t => t.InstanceId == caseId && t.CommandName == nameof(RecordSroClause) && t.End == TaskEnd.Done)
            .Join(db.TaskAnswers.AsNoTracking(), t => new { t.InstanceId, t.TaskKey }, a => new { a.InstanceId, a.TaskKey }, (t, a) => new { a.AnsweredAt, a.Answers }).ToListAsync(ct);
        return
        [
            .. from row in answered
               orderby row.AnsweredAt descending
               let answers = FormAnswers.OfJson(row.Answers)
               let answer = answers.Text("sroSvar") ?? ""
               where answer.Length > 0 && answer != Postponed
               select new EscalationAnswer(
                   packages.LastOrDefault(p => p.ReceivedAt <= row.AnsweredAt)?.Body ?? "", row.AnsweredAt, answers.Date("sroDatum"), answer,
                   answers.Codes("satser"), answers.Text("ordalydelse") ?? "", answers.Text("medskick") ?? ""),
        ];
    }
}
