using System.Resources;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Agreements;

/// <summary>Prepares how an agreement is checked against a body (avstämning, R47): only in the ways that the mandate names, never for adoption (R46).</summary>
internal sealed class PrepareAgreementReview : ITaskCommand
{
    private const string TreatmentField = "behandling";
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Agreements.AgreementsTexts", typeof(PrepareAgreementReview).Assembly);

    public string Name => "PrepareAgreementReview";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var clause = (await context.Unit.Organisation(ct)).Rules.For(RuleKinds.TreatmentLimited, context.Unit.Today);
        var treatment = answers.Text(TreatmentField) ?? "";
        return clause is null || clause.Settings.List("treatments").Contains(treatment, StringComparer.Ordinal)
            ? Outcome<FeelContext>.Accepted(FeelContext.Empty)
            : clause.Refuse("agreements.treatment", BilingualText.From(Texts, "Treatment"), TreatmentField);
    }
}
