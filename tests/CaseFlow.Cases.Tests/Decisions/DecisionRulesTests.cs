using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Tests.Decisions;

/// <summary>What the recorded clauses of an item must fulfil, where they lead its case, and how far a position reaches.</summary>
internal sealed class DecisionRulesTests
{
    private const string Body = "forum";
    private const string Adviser = "grupp-norr";

    [TestCase(DecisionRules.Notes)]
    [TestCase(DecisionRules.Endorses)]
    [TestCase(DecisionRules.EndorsesWithChange)]
    [TestCase(DecisionRules.Postpones)]
    [TestCase(DecisionRules.AmendsCommission)]
    [Property("Requirement", "R65")]
    public void Each_standard_wording_stands_by_itself(string clause)
    {
        Assert.That(Check(Body, null, new([clause])), Is.Empty);
    }

    [Test]
    [Property("Requirement", "R65")]
    public void The_standard_wordings_are_those_that_the_models_speak_of()
    {
        Assert.That(
            DecisionRules.Known,
            Is.EqualTo(new[] { "noterar", "staller-sig-bakom", "staller-sig-bakom-med-andring", "ingen-samsyn", "tillbaka", "skjuts-upp", "ger-uppdrag", "kompletterar-uppdrag" }));
    }

    [Test]
    [Property("Requirement", "R67")]
    public void Several_clauses_stand_together()
    {
        var recorded = new RecordedClauses([DecisionRules.Endorses, DecisionRules.GivesCommission, DecisionRules.Notes], CommissionTitle: "Ta fram en rutin");

        Assert.That(Check(Body, null, recorded), Is.Empty);
    }

    [Test]
    [Property("Requirement", "R65")]
    public void No_clause_at_all_and_a_clause_that_nobody_knows_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Check(Body, null, new([])), Is.EqualTo(new[] { (RefusalKind.Invalid, "decisions.clause-missing", (string?)null, "satser") }));
            Assert.That(Check(Body, null, new([DecisionRules.Notes, "beslutar"])), Is.EqualTo(new[] { (RefusalKind.Invalid, "decisions.clause-missing", (string?)null, "satser") }));
        });
    }

    [TestCase("", ExpectedResult = "decisions.reason-missing")]
    [TestCase("  ", ExpectedResult = "decisions.reason-missing")]
    [TestCase("Kostnaden saknas.", ExpectedResult = "")]
    [Property("Requirement", "R56")]
    public string Back_to_the_preparers_only_with_a_reason(string reason) =>
        string.Join(',', Check(Body, null, new([DecisionRules.Returns], Reason: reason)).Select(r => r.Code));

    [Test]
    [Property("Requirement", "R56")]
    public void The_missing_reason_is_told_at_its_field()
    {
        Assert.That(Check(Body, null, new([DecisionRules.Returns])), Is.EqualTo(new[] { (RefusalKind.Invalid, "decisions.reason-missing", (string?)null, "skal") }));
    }

    [Test]
    [Property("Requirement", "R67")]
    public void One_part_may_be_endorsed_and_another_returned_but_not_returned_without_a_common_view()
    {
        var views = new RecordedClauses([DecisionRules.Returns, DecisionRules.NoCommonView], DivergentViews: "Två synsätt.", NextStep: "Nytt möte.", Reason: "Kostnaden saknas.");

        Assert.Multiple(() =>
        {
            Assert.That(Check(Body, null, new([DecisionRules.Endorses, DecisionRules.Returns], Reason: "Del två saknar kostnad.")), Is.Empty);
            Assert.That(Check(Body, null, views), Is.EqualTo(new[] { (RefusalKind.Invalid, "decisions.contradiction", (string?)null, "satser") }));
            Assert.That(Check(Body, null, views with { Clauses = [DecisionRules.NoCommonView] }), Is.Empty);
        });
    }

    [TestCase("staller-sig-bakom ingen-samsyn skjuts-upp", ExpectedResult = "decisions.postponed-and-concluded")]
    [TestCase("staller-sig-bakom ingen-samsyn", ExpectedResult = "decisions.position-without-common-view")]
    [TestCase("staller-sig-bakom-med-andring ingen-samsyn tillbaka", ExpectedResult = "decisions.contradiction")]
    [TestCase("staller-sig-bakom skjuts-upp", ExpectedResult = "decisions.postponed-and-concluded")]
    [TestCase("ingen-samsyn skjuts-upp", ExpectedResult = "decisions.postponed-and-concluded")]
    [TestCase("tillbaka skjuts-upp", ExpectedResult = "decisions.postponed-and-concluded")]
    [TestCase("ingen-samsyn tillbaka", ExpectedResult = "decisions.contradiction")]
    [TestCase("staller-sig-bakom tillbaka", ExpectedResult = "", Description = "one part is endorsed, another returned")]
    [TestCase("noterar skjuts-upp", ExpectedResult = "decisions.postponed-and-concluded")]
    [TestCase("ger-uppdrag skjuts-upp", ExpectedResult = "decisions.postponed-and-concluded,decisions.commission-title-missing")]
    [TestCase("skjuts-upp", ExpectedResult = "")]
    [Property("Requirement", "R67")]
    public string What_contradicts_itself_is_refused(string clauses) => string.Join(',', Check(
        Body, null, new(clauses.Split(' '), DivergentViews: "Två synsätt.", NextStep: "Nytt möte.", Reason: "Del två saknar kostnad.")).Select(r => r.Code));

    [TestCase("")]
    [TestCase(" ")]
    [Property("Requirement", "R67")]
    public void A_commission_has_a_title(string title)
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                Check(Body, null, new([DecisionRules.GivesCommission], CommissionTitle: title)),
                Is.EqualTo(new[] { (RefusalKind.Invalid, "decisions.commission-title-missing", (string?)null, "uppdrag") }));
            Assert.That(Check(Body, null, new([DecisionRules.GivesCommission], CommissionTitle: "Ta fram en rutin")), Is.Empty);
        });
    }

    [TestCase("stannar", ExpectedResult = "")]
    [TestCase("vagledande", ExpectedResult = "")]
    [TestCase("ej-angiven", ExpectedResult = "", Description = "said to be stated later")]
    [TestCase("", ExpectedResult = "")]
    [TestCase("bindande", ExpectedResult = "decisions.unknown-effect")]
    [Property("Requirement", "R63")]
    public string An_effect_is_one_of_the_clause(string effect) =>
        string.Join(',', Check(Body, null, new([DecisionRules.Endorses], Effect: effect)).Select(r => r.Code));

    [Test]
    [Property("Requirement", "R63")]
    public void An_unknown_effect_cites_the_clause_and_points_at_the_field()
    {
        Assert.That(
            Check(Body, null, new([DecisionRules.Endorses], Effect: "bindande")),
            Is.EqualTo(new[] { (RefusalKind.Invalid, "decisions.unknown-effect", "mandat.effekt", "effekt") }));
    }

    [TestCase(Body, "avtal", DecisionRules.Endorses, ExpectedResult = "decisions.never-adopted")]
    [TestCase(Body, "avtal", DecisionRules.EndorsesWithChange, ExpectedResult = "decisions.never-adopted")]
    [TestCase(Body, "avtal", DecisionRules.Notes, ExpectedResult = "", Description = "an agreement may be noted")]
    [TestCase(Body, "forum", DecisionRules.Endorses, ExpectedResult = "", Description = "what was sorted to the body may be endorsed")]
    [TestCase(Body, null, DecisionRules.Endorses, ExpectedResult = "", Description = "an item without a case")]
    [TestCase("grupp-soder", "avtal", DecisionRules.Endorses, ExpectedResult = "", Description = "a body without such a clause")]
    [TestCase(Adviser, "avtal", DecisionRules.Endorses, ExpectedResult = "", Description = "a clause that only advises")]
    [Property("Requirement", "R46")]
    public string An_agreement_is_never_endorsed(string body, string? outcome, string clause) =>
        string.Join(',', Check(body, outcome, new([DecisionRules.Notes, clause])).Select(r => r.Code));

    [Test]
    [Property("Requirement", "R46")]
    public void The_refused_endorsement_cites_the_clause()
    {
        Assert.That(
            Check(Body, "avtal", new([DecisionRules.Endorses])),
            Is.EqualTo(new[] { (RefusalKind.Rule, "decisions.never-adopted", "mandat.avtal", "satser") }));
    }

    [TestCase(Body, true, DecisionRules.Endorses, "", "", ExpectedResult = "")]
    [TestCase(Body, false, DecisionRules.Endorses, "", "", ExpectedResult = "decisions.views-missing")]
    [TestCase(Body, false, DecisionRules.Endorses, "Två synsätt.", " ", ExpectedResult = "decisions.views-missing")]
    [TestCase(Body, false, DecisionRules.Endorses, " ", "Nytt möte.", ExpectedResult = "decisions.views-missing")]
    [TestCase(Body, false, DecisionRules.Endorses, "Två synsätt.", "Nytt möte.", ExpectedResult = "")]
    [TestCase(Body, true, DecisionRules.NoCommonView, "", "", ExpectedResult = "decisions.views-missing")]
    [TestCase(Body, true, DecisionRules.NoCommonView, "Två synsätt.", "Nytt möte.", ExpectedResult = "")]
    [TestCase("grupp-soder", false, DecisionRules.Endorses, "", "", ExpectedResult = "", Description = "a body without such a clause")]
    [TestCase(Adviser, false, DecisionRules.Endorses, "", "", ExpectedResult = "", Description = "a clause that only advises")]
    [Property("Requirement", "R62")]
    public string Without_consensus_the_views_and_the_next_step_are_noted(string body, bool consensus, string clause, string views, string next) =>
        string.Join(',', Check(body, null, new([clause], Consensus: consensus, DivergentViews: views, NextStep: next)).Select(r => r.Code));

    [Test]
    [Property("Requirement", "R62")]
    public void Missing_views_cite_the_clause_and_point_at_the_field()
    {
        Assert.That(
            Check(Body, null, new([DecisionRules.NoCommonView])),
            Is.EqualTo(new[] { (RefusalKind.Rule, "decisions.views-missing", "mandat.konsensus", "skildaSynsatt") }));
    }

    [Test]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var recorded = new RecordedClauses([DecisionRules.Returns, DecisionRules.NoCommonView, DecisionRules.GivesCommission, DecisionRules.Endorses], Effect: "bindande");

        Assert.That(Check(Body, "avtal", recorded).Select(r => r.Code), Is.EqualTo(new[]
        {
            "decisions.contradiction", "decisions.reason-missing", "decisions.commission-title-missing",
            "decisions.unknown-effect", "decisions.never-adopted", "decisions.views-missing",
        }));
    }

    [Test]
    public void Each_refusal_is_a_sentence_in_both_languages()
    {
        var all = DecisionRules.Check(
                Mandated.Rules, Mandated.Today, Body, "avtal",
                new([DecisionRules.Returns, DecisionRules.NoCommonView, DecisionRules.GivesCommission, DecisionRules.Endorses, "beslutar"], Effect: "bindande"))
            .ToDictionary(r => r.Code, r => (r.Text.Sv, r.Text.En), StringComparer.Ordinal);

        Assert.That(all, Is.EqualTo(new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["decisions.clause-missing"] = ("Välj minst en sats.", "Choose at least one clause."),
            ["decisions.contradiction"] = (
                "Ett ärende som går tillbaka till beredningen kan inte samtidigt avslutas utan samsyn.",
                "A case that goes back to the preparers cannot be concluded without a common view at the same time."),
            ["decisions.reason-missing"] = (
                "Skriv varför ärendet går tillbaka och vad beredningen ska svara på.", "Write why the case goes back and what the preparers are to answer."),
            ["decisions.commission-title-missing"] = ("Skriv vad uppdraget gäller.", "Write what the commission is about."),
            ["decisions.unknown-effect"] = (
                "Välj om ställningstagandet stannar i organet, är vägledande eller är rekommenderande.",
                "Choose whether the position stays in the body, guides or is recommended."),
            ["decisions.never-adopted"] = (
                "Avtal och överenskommelser ligger utanför organets uppdrag. Notera informationen eller för dialog i stället.",
                "Agreements lie outside the body’s mandate. Note the information or hold a dialogue instead."),
            ["decisions.views-missing"] = (
                "När det inte finns samsyn antecknas de skilda synsätten och nästa steg.",
                "When there is no consensus, the diverging views and the next step are noted."),
        }));
    }

    [Test]
    [Property("Requirement", "R5")]
    public void Before_the_mandate_only_what_the_record_itself_needs_is_asked_for()
    {
        var recorded = new RecordedClauses([DecisionRules.Endorses], Effect: "bindande", Consensus: false);

        Assert.That(DecisionRules.Check(Mandated.Rules, Mandated.BeforeTheMandate, Body, "avtal", recorded), Is.Empty);
    }

    [TestCase("noterar", ExpectedResult = "tagen")]
    [TestCase("ingen-samsyn", ExpectedResult = "tagen")]
    [TestCase("staller-sig-bakom tillbaka", ExpectedResult = "tillbaka")]
    [TestCase("skjuts-upp", ExpectedResult = "skjuts-upp")]
    [TestCase("skjuts-upp tillbaka", ExpectedResult = "tillbaka", Description = "back goes before later")]
    [Property("Requirement", "R67")]
    public string The_clauses_steer_the_case(string clauses) => DecisionRules.Conclusion(new(clauses.Split(' ')));

    [TestCase(DecisionRules.Endorses, ExpectedResult = true)]
    [TestCase(DecisionRules.EndorsesWithChange, ExpectedResult = true)]
    [TestCase(DecisionRules.Notes, ExpectedResult = false)]
    [TestCase(DecisionRules.NoCommonView, ExpectedResult = false)]
    [Property("Requirement", "R63")]
    public bool Only_what_is_endorsed_is_a_position(string clause) => DecisionRules.IsPosition(new([DecisionRules.GivesCommission, clause]));

    [TestCase("staller-sig-bakom", "vagledande", ExpectedResult = "vagledande", Description = "as it was stated")]
    [TestCase("staller-sig-bakom", "", ExpectedResult = "ej-angiven", Description = "a position without one is stated later")]
    [TestCase("staller-sig-bakom", null, ExpectedResult = "ej-angiven")]
    [TestCase("noterar", null, ExpectedResult = "stannar", Description = "what is no position stays in the body")]
    [TestCase("noterar", "vagledande", ExpectedResult = "vagledande")]
    [Property("Requirement", "R63")]
    public string The_effect_is_as_stated_or_what_the_clause_says_of_one_that_is_not(string clause, string? stated) =>
        DecisionRules.Effect(Mandated.Rules, Mandated.Today, new([clause], Effect: stated));

    [TestCase("staller-sig-bakom")]
    [TestCase("noterar")]
    [Property("Requirement", "R5")]
    public void Before_the_mandate_there_is_no_effect_to_state(string clause)
    {
        Assert.That(DecisionRules.Effect(Mandated.Rules, Mandated.BeforeTheMandate, new([clause])), Is.Empty);
    }

    private static IReadOnlyList<(RefusalKind Kind, string Code, string? Clause, string? Field)> Check(string body, string? outcome, RecordedClauses recorded) =>
        [.. DecisionRules.Check(Mandated.Rules, Mandated.Today, body, outcome, recorded).Select(Mandated.Seen)];
}
