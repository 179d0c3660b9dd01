using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Preparation;
using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Tests.Preparation;

/// <summary>Who prepares the material, and what a case that asks for a position carries.</summary>
internal sealed class PreparationRulesTests
{
    private static readonly MandateCitation Pair = Mandated.Clause(RuleKinds.OnePersonPerSide);
    private static readonly MandateCitation Proposal = Mandated.Clause(RuleKinds.ProposalOrReason);

    [TestCase("kusten")]
    [TestCase("landet")]
    [Property("Requirement", "R42")]
    public void The_preparer_of_one_side_prepares(string side)
    {
        Assert.That(PreparationRules.CheckPerson(Pair, Mandated.Preparer("kim", side)), Is.Null);
    }

    [Test]
    [Property("Requirement", "R42")]
    public void Who_is_preparer_of_both_sides_is_refused_with_the_clause()
    {
        var refusal = PreparationRules.CheckPerson(Pair, Mandated.Preparer("kim", "kusten", "landet"));

        Assert.That(Mandated.Seen(refusal!), Is.EqualTo((RefusalKind.Rule, "preparation.both-sides", "mandat.par", (string?)null)));
        Assert.That(refusal!.Text.Sv, Does.StartWith("Underlaget bereds av två personer"));
        Assert.That(refusal.Text.En, Does.StartWith("The material is prepared by two persons"));
    }

    [Test]
    [Property("Requirement", "R42")]
    public void Another_role_at_the_other_side_does_not_make_anybody_its_preparer()
    {
        Assert.That(PreparationRules.CheckPerson(Pair, new Actor("kim", [new("bereder", "kusten"), new("lamnar-in", "landet")])), Is.Null);
    }

    [Test]
    [Property("Requirement", "R5")]
    public void Without_a_clause_in_force_one_person_may_prepare_for_both()
    {
        var clause = Mandated.Rules.For(RuleKinds.OnePersonPerSide, Mandated.BeforeTheMandate);

        Assert.That(PreparationRules.CheckPerson(clause, Mandated.Preparer("kim", "kusten", "landet")), Is.Null);
    }

    [TestCase("", "")]
    [TestCase(" ", "  ")]
    [Property("Requirement", "R49")]
    public void A_position_without_proposal_and_without_reason_is_refused_at_the_proposal(string proposal, string reason)
    {
        var refusal = PreparationRules.CheckProposal(Proposal, Asked("beslutas", proposal, reason));

        Assert.That(Mandated.Seen(refusal!), Is.EqualTo((RefusalKind.Rule, "preparation.proposal-missing", "mandat.forslag", "forslag")));
        Assert.That(
            (refusal!.Text.Sv, refusal.Text.En),
            Is.EqualTo(("Skriv ett förslag till ställningstagande, eller varför det saknas.", "Write a proposed position, or why there is none.")));
    }

    [TestCase("beslutas", "Rutinen antas.", "", Description = "a proposal")]
    [TestCase("beslutas", "", "Frågan är öppen.", Description = "the reason why there is none")]
    [TestCase("beslutas", "Rutinen antas.", "Frågan är öppen.", Description = "both")]
    [TestCase("dialog", "", "", Description = "a treatment that asks for no position")]
    [TestCase("", "", "", Description = "no treatment yet")]
    [Property("Requirement", "R49")]
    public void A_proposal_is_asked_for_only_where_a_position_is_and_a_reason_does_instead(string treatment, string proposal, string reason)
    {
        Assert.That(PreparationRules.CheckProposal(Proposal, Asked(treatment, proposal, reason)), Is.Null);
    }

    [Test]
    [Property("Requirement", "R5")]
    public void Without_a_clause_in_force_no_proposal_is_asked_for()
    {
        var clause = Mandated.Rules.For(RuleKinds.ProposalOrReason, Mandated.BeforeTheMandate);

        Assert.That(PreparationRules.CheckProposal(clause, Asked("beslutas", "", "")), Is.Null);
    }

    [TestCase("norr", "processledare", "norr", ExpectedResult = true)]
    [TestCase("norr", "processledare", "soder", ExpectedResult = false)]
    [TestCase("norr", "foretrader", "norr", ExpectedResult = false)]
    [TestCase(null, "processledare", "norr", ExpectedResult = false, Description = "a case that arose in no area has no such leader")]
    [Property("Requirement", "R54")]
    public bool The_process_leader_of_the_area_where_the_case_arose_writes_too(string? origin, string role, string area) =>
        SaveMaterial.IsOriginLeader(
            new Actor("kim", [new(role, Area: area)]), new CaseRow { Title = "Gemensam rutin", OriginKind = "area", OriginArea = origin, SubmittedBy = "sam" });

    [Test]
    public void There_are_no_words_where_there_is_no_material_or_it_was_erased()
    {
        Assert.Multiple(() =>
        {
            Assert.That(MaterialAnswers.Of(null).Keys, Is.Empty);
            Assert.That(MaterialAnswers.Of(new Material { SavedBy = "kim" }).Keys, Is.Empty);
            Assert.That(MaterialAnswers.Of(new Material { SavedBy = "kim", Answers = "null" }).Keys, Is.Empty);
            Assert.That(MaterialAnswers.Of(new Material { SavedBy = "kim", Answers = """{"forslag":"Rutinen antas."}""" }).Text("forslag"), Is.EqualTo("Rutinen antas."));
        });
    }

    private static FormAnswers Asked(string treatment, string proposal, string reason) =>
        Mandated.Answers(("behandling", treatment), ("forslag", proposal), ("forslagSaknas", reason));
}
