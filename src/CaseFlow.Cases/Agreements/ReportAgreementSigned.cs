using System.Resources;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Agreements;

/// <summary>Reports whether an agreement was signed; one that was has a date on which its implementation is followed up (R48).</summary>
internal sealed class ReportAgreementSigned : ITaskCommand
{
    private const string SignedField = "tecknat";
    private const string Signed = "ja";
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Agreements.AgreementsTexts", typeof(ReportAgreementSigned).Assembly);

    public string Name => "ReportAgreementSigned";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var outcome = context.Instance.Variables["utfall"].AsString() ?? "";
        var clause = (await context.Unit.Organisation(ct)).Rules.For(RuleKinds.FollowUpDated, context.Unit.Today, ("outcome", outcome));
        var field = clause?.Settings.Text("field") ?? "";
        return clause is null || answers.Text(SignedField) != Signed || answers.Date(field) is not null
            ? Outcome<FeelContext>.Accepted(FeelContext.Empty)
            : clause.Refuse("agreements.follow-up-missing", BilingualText.From(Texts, "FollowUpMissing"), field);
    }
}
