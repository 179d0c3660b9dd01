using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Sorting;

namespace CaseFlow.Cases.Tests.Sorting;

/// <summary>Who may say where a case belongs, and what each outcome needs.</summary>
internal sealed class SortingRulesTests
{
    private static readonly MandateCitation Pair = Mandated.Clause(RuleKinds.OnePersonPerSide);
    private static readonly MandateCitation Agreement = Mandated.Clause(RuleKinds.SidesMustAgree);

    [Test]
    [Property("Requirement", "R42")]
    public void The_preparer_of_a_side_answers_for_it()
    {
        Assert.That(SortingRules.CheckPerson(Pair, Mandated.Preparer("kim", "kusten"), "kusten", ["sam"]), Is.Null);
    }

    [Test]
    [Property("Requirement", "R42")]
    public void Who_is_preparer_of_the_other_side_too_is_refused_with_the_clause()
    {
        var refusal = SortingRules.CheckPerson(Pair, Mandated.Preparer("kim", "kusten", "landet"), "kusten", []);

        Assert.That(Mandated.Seen(refusal!), Is.EqualTo((RefusalKind.Rule, "sorting.both-sides", "mandat.par", (string?)null)));
        Assert.That(refusal!.Text.Sv, Does.StartWith("Bedömningen ska göras av två personer"));
        Assert.That(refusal.Text.En, Does.StartWith("The assessment is made by two persons"));
    }

    [Test]
    [Property("Requirement", "R42")]
    public void Another_role_at_the_other_side_does_not_make_anybody_its_preparer()
    {
        var actor = new Actor("kim", [new("bereder", "kusten"), new("lamnar-in", "landet")]);

        Assert.That(SortingRules.CheckPerson(Pair, actor, "kusten", []), Is.Null);
    }

    [Test]
    [Property("Requirement", "R42")]
    public void Who_has_answered_for_the_other_side_in_this_round_is_refused()
    {
        var refusal = SortingRules.CheckPerson(Pair, Mandated.Preparer("kim", "kusten"), "kusten", ["sam", "kim"]);

        Assert.That(refusal?.Code, Is.EqualTo("sorting.both-sides"));
    }

    [Test]
    [Property("Requirement", "R5")]
    public void Without_a_clause_in_force_one_person_may_answer_for_both()
    {
        var clause = Mandated.Rules.For(RuleKinds.OnePersonPerSide, Mandated.BeforeTheMandate);

        Assert.That(SortingRules.CheckPerson(clause, Mandated.Preparer("kim", "kusten", "landet"), "kusten", ["kim"]), Is.Null);
    }

    [Test]
    [Property("Requirement", "R45")]
    public void An_outcome_with_what_it_needs_is_accepted()
    {
        Assert.That(SortingRules.CheckOutcome(Agreement, Mandated.Answers(("utfall", "forum"), ("behandling", "dialog"))), Is.Empty);
    }

    [TestCase("")]
    [TestCase("  ")]
    [Property("Requirement", "R45")]
    public void To_the_body_without_a_treatment_is_refused_at_that_field(string treatment)
    {
        var refusal = SortingRules.CheckOutcome(Agreement, Mandated.Answers(("utfall", "forum"), ("behandling", treatment))).Single();

        Assert.That(Mandated.Seen(refusal), Is.EqualTo((RefusalKind.Rule, "sorting.outcome-incomplete", "mandat.sortering", "behandling")));
        Assert.That((refusal.Text.Sv, refusal.Text.En), Is.EqualTo(("Utfallet behöver den här uppgiften.", "The outcome needs this to be stated.")));
    }

    [Test]
    [Property("Requirement", "R43")]
    public void Everything_that_is_missing_is_told_at_once()
    {
        var refusals = SortingRules.CheckOutcome(Agreement, Mandated.Answers(("utfall", "ater")));

        Assert.That(refusals.Select(r => r.Field), Is.EqualTo(new[] { "aterTill", "skal" }));
    }

    [Test]
    [Property("Requirement", "R43")]
    public void An_outcome_without_needs_needs_nothing()
    {
        Assert.That(SortingRules.CheckOutcome(Agreement, Mandated.Answers(("utfall", "vilande"))), Is.Empty);
    }

    [TestCase("")]
    [TestCase(null)]
    public void No_outcome_is_the_forms_to_refuse(string? outcome)
    {
        var answers = outcome is null ? Mandated.Answers() : Mandated.Answers(("utfall", outcome));

        Assert.That(SortingRules.CheckOutcome(Agreement, answers), Is.Empty);
    }

    [Test]
    [Property("Requirement", "R5")]
    public void Without_a_clause_in_force_no_outcome_needs_anything()
    {
        var clause = Mandated.Rules.For(RuleKinds.SidesMustAgree, Mandated.BeforeTheMandate);

        Assert.That(SortingRules.CheckOutcome(clause, Mandated.Answers(("utfall", "forum"))), Is.Empty);
    }
}
