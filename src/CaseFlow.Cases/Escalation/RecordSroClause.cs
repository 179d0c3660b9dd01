using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Escalation;

/// <summary>
/// Records what the body above says of a case (R67, R69, R70): one or more clauses, an answer that the process goes on with,
/// and perhaps a commission, which becomes a case of its own in the same commit.
/// </summary>
internal sealed class RecordSroClause : ITaskCommand
{
    private const string AnswerField = "sroSvar";
    private const string DateField = "sroDatum";
    private const string ClausesField = "satser";
    private const string WordingField = "ordalydelse";
    private const string ReportByField = "rapportSenast";
    private const string Postponed = "skjuts-upp";
    private const string GivesCommission = "ger-uppdrag";
    private static readonly string[] Amends = ["kompletterar-uppdrag", "andrad-tidplan"];
    private const int TitleLength = 120;

    public string Name => "RecordSroClause";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var answer = answers.Text(AnswerField) ?? "";
        if (answer == Postponed)
            return Outcome<FeelContext>.Accepted(FeelContext.Empty);
        var package = await unit.Db.Set<EscalationPackage>()
            .Where(p => p.CaseId == context.Instance.Id && p.AnsweredAt == null)
            .OrderByDescending(p => p.ReceivedAt).FirstOrDefaultAsync(ct);
        var clauses = answers.Codes(ClausesField);
        var rules = (await unit.Organisation(ct)).Rules;
        var outcome = context.Instance.Variables["utfall"].AsString();
        if (DecisionRules.CheckAdoption(rules, unit.Today, package?.Body ?? "", outcome, clauses) is { } adoption)
            return adoption;
        if (answers.Date(DateField) > unit.Today)
            return DecisionRefusals.AnswerInTheFuture(DateField);
        if (package is not null)
        {
            package.Answer = answer;
            package.Clauses = string.Join(' ', clauses);
        }

        var wording = answers.Text(WordingField) ?? "";
        if (clauses.Any(c => Amends.Contains(c, StringComparer.Ordinal))
            && await AmendCommission.Said(unit, context.Instance, wording, answers.Date(ReportByField), CommissionDecision.None, ct) is { } unamended)
            return unamended;
        if (!clauses.Contains(GivesCommission, StringComparer.Ordinal))
            return Outcome<FeelContext>.Accepted(FeelContext.Empty);
        var request = new GiveCommissionRequest(
            package?.Body ?? "", wording.Length > TitleLength ? wording[..TitleLength] : wording, null, answers.Date(ReportByField), context.Instance.Id, wording, new(AnswerToCaseId: context.Instance.Id));
        var given = await GiveCommission.Give(unit, request, ct);
        return given.IsAccepted
            ? Outcome<FeelContext>.Accepted(FeelContext.Empty)
            : Outcome<FeelContext>.Refused(given.Refusals);
    }
}
