using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Consultation;

/// <summary>A recipient's answer, on whatever road it comes: page, personal link, REST, or filed by the preparers. Each paragraph is a view of its own (R165).</summary>
internal sealed class AnswerConsultation : ITaskCommand
{
    private const string AnswerField = "svarat";
    private const string ViewsField = "synpunkter";

    public string Name => ConsultationRows.AnswerCommand;

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var key = ConsultationRows.RecipientOf(context.Variables);
        var round = await ConsultationRows.Latest(unit.Db, context.Instance.Id, ct);
        // A round that an older process opened has no rows: its answers stand with the task alone.
        if (round is null || await unit.Db.Set<ConsultationRecipient>().FirstOrDefaultAsync(r => r.RoundId == round.Id && r.Key == key, ct) is not { } recipient)
            return Outcome<FeelContext>.Accepted(FeelContext.Empty);
        (recipient.AnsweredAt, recipient.AnsweredBy, recipient.Answer) = (unit.Now, unit.Actor.AccountId, answers.Text(AnswerField));
        recipient.Draft = null;
        unit.Db.AddRange(ConsultationView.Split(answers.Text(ViewsField)).Select((text, index) => new ConsultationView
        {
            Id = unit.Ids.Next(),
            RoundId = round.Id,
            RecipientId = recipient.Id,
            Number = index + 1,
            Text = text,
        }));
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }
}
