using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Preparation;

/// <summary>The pair says that the material is ready, goes out for consultation, or rests (R42, R49).</summary>
internal sealed class PrepareMaterial : ITaskCommand
{
    private const string Ready = "klart";

    // The version of the material that the writer saw; who sends none writes it anew.
    private const string SeenField = "underlagsversion";

    public string Name => "PrepareMaterial";

    public IReadOnlyCollection<string> OwnFields => [SeenField];

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var rules = (await unit.Organisation(ct)).Rules;
        if (PreparationRules.CheckPerson(rules.For(RuleKinds.OnePersonPerSide, unit.Today), unit.Actor) is { } person)
            return person;
        var isReady = answers.Text("nasta") == Ready;
        if (isReady && Faults(rules, unit.Today, answers).OfType<Refusal>().ToList() is { Count: > 0 } faults)
            return Outcome<FeelContext>.Refused(faults);
        var material = await unit.Db.Set<Material>().FindAsync([context.Instance.Id], ct);
        if (answers.Number(SeenField) is { } seen && seen != (material?.Version ?? 0))
            return PreparationRefusals.Changed();
        if (material is null)
        {
            material = new Material { CaseId = context.Instance.Id, SavedBy = unit.Actor.AccountId };
            unit.Db.Add(material);
        }

        material.Answers = answers.Without(SeenField).ToJson();
        material.Version++;
        (material.SavedBy, material.SavedAt, material.ReadyAt) = (unit.Actor.AccountId, unit.Now, isReady ? unit.Now : null);
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }

    private static IEnumerable<Refusal?> Faults(MandateRules rules, DateOnly today, FormAnswers answers) =>
    [
        PreparationRules.CheckProposal(rules.For(RuleKinds.ProposalOrReason, today), answers),
        PreparationRules.CheckFollowUp(rules.For(RuleKinds.FollowUpOrReason, today), answers),
        PreparationRules.CheckDistribution(rules.For(RuleKinds.RowsComeToTotal, today), answers),
    ];
}
