using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Organisation.Reading;

namespace CaseFlow.Cases.Tests.Organisation;

public sealed class MandateRulesTests
{
    [Test]
    [Property("Requirement", "R6")]
    public void A_rule_in_force_cites_document_section_and_text()
    {
        var citation = new MandateRules(Example.Mandate()).For(RuleKinds.SidesMustAgree, new(2026, 1, 1));

        Assert.That(citation, Is.Not.Null);
        Assert.Multiple(() =>
        {
            Assert.That(citation!.ClauseId, Is.EqualTo("mandat-2016.sortering"));
            Assert.That(citation.Document.Sv, Is.EqualTo("Uppdragshandling"));
            Assert.That(citation.Section, Is.EqualTo("Arbetsformer"));
            Assert.That(citation.Text.En, Is.EqualTo("The two sides sort together."));
            Assert.That(citation.Version, Is.EqualTo("2016"));
            Assert.That(citation.Settings.List("sides"), Is.EqualTo(new[] { "kusten", "landet" }));
            Assert.That(citation.Settings.Group("needs").List("vvg"), Is.EqualTo(new[] { "behandling" }));
            Assert.That(citation.Settings.Text("missing"), Is.Null);
            Assert.That(citation.Refuses, Is.True);
        });
    }

    [Test]
    [Property("Requirement", "R5")]
    public void Before_the_mandate_was_in_force_the_rule_does_not_hold()
    {
        var rules = new MandateRules(Example.Mandate());

        Assert.That(rules.For(RuleKinds.SidesMustAgree, new(2016, 12, 31)), Is.Null);
        Assert.That(rules.For(RuleKinds.SidesMustAgree, new(2017, 1, 1)), Is.Not.Null);
    }

    [Test]
    [Property("Requirement", "R7")]
    public void A_draft_holds_only_where_it_is_tried_and_there_it_stands_in_the_place_of_the_old()
    {
        var adopted = new MandateRules(Example.Mandate());
        var tried = new MandateRules(Example.Mandate(), "2027-utkast");

        Assert.Multiple(() =>
        {
            Assert.That(adopted.For(RuleKinds.SidesMustAgree, new(2027, 6, 1))!.ClauseId, Is.EqualTo("mandat-2016.sortering"));
            Assert.That(tried.All(RuleKinds.SidesMustAgree, new(2027, 6, 1)).Select(c => c.ClauseId), Is.EqualTo(new[] { "mandat-2027.sortering" }));
            Assert.That(tried.For(RuleKinds.Origin, new(2027, 6, 1)), Is.Not.Null, "what the draft does not touch holds on");
            Assert.That(tried.For(RuleKinds.SidesMustAgree, new(2026, 12, 31))!.ClauseId, Is.EqualTo("mandat-2016.sortering"));
        });
    }

    [Test]
    [Property("Requirement", "R7")]
    public void Practice_and_rules_that_say_so_only_advise_and_what_was_never_adopted_does_not_hold()
    {
        var rules = new MandateRules(Example.Mandate());

        Assert.Multiple(() =>
        {
            Assert.That(rules.For(RuleKinds.ProposalOrReason, new(2026, 1, 1))!.Refuses, Is.False);
            Assert.That(rules.For(RuleKinds.Seats, new(2026, 1, 1))!.Refuses, Is.False);
            Assert.That(rules.For(RuleKinds.Seats, new(2026, 1, 1))!.Because!.Sv, Is.EqualTo("Avviker redan."));
            Assert.That(rules.For(RuleKinds.MinutesRequired, new(2026, 1, 1)), Is.Null);
        });
    }

    [Test]
    public void Of_clauses_of_one_kind_the_one_with_the_asked_values_is_cited()
    {
        var rules = new MandateRules(Example.Mandate());

        Assert.That(rules.For(RuleKinds.Origin, new(2026, 1, 1), ("origin", "sida"))!.ClauseId, Is.EqualTo("mandat-2016.ursprung-sida"));
        Assert.That(rules.For(RuleKinds.Origin, new(2026, 1, 1), ("origin", "okand")), Is.Null);
    }

    [Test]
    public void Deadlines_thresholds_and_who_settles_a_disagreement_are_read()
    {
        var mandate = Example.Mandate();

        Assert.That(mandate.FindDeadline("oenighet"), Is.EqualTo(new Deadline("oenighet", 10, DeadlineUnit.WorkingDays, ClauseStrength.Inferred, "mandat-2016.sortering", new("Tid att enas.", "Time to agree."))));
        Assert.That(mandate.FindThreshold("informationsandel")!.Value, Is.EqualTo(40));
        Assert.That(mandate.Disagreement!.SettledBy.Select(s => (s.Role, s.Side)), Is.EqualTo(new[] { ("chef", "kusten") }));
    }

    [Test]
    public void The_refusal_of_a_rule_names_its_clause()
    {
        var citation = new MandateRules(Example.Mandate()).For(RuleKinds.SidesMustAgree, new(2026, 1, 1));

        var refusal = citation!.Refuse("sorting.alone", new BilingualText("Nej", "No"), "utfall");

        Assert.That((refusal.Kind, refusal.Clause, refusal.Field), Is.EqualTo((RefusalKind.Rule, "mandat-2016.sortering", "utfall")));
    }

    [TestCase("kind: sides-must-agree, sides", "kind: sides-must-agre, sides", "MANDATE-RULE-KIND")]
    [TestCase("strength: praxis", "strength: vana", "YAML-NOT-WORD")]
    [TestCase("replaces: mandat-2016.sortering", "replaces: mandat-2016.sorterin", "YAML-REFERENCE")]
    [TestCase("ruleSets: [2027-utkast]", "ruleSets: [2028]", "YAML-REFERENCE")]
    [TestCase("section: Arbetsformer", "sektion: Arbetsformer", "YAML-UNKNOWN-KEY")]
    [TestCase("unit: working-days", "unit: weeks", "YAML-NOT-WORD")]
    [TestCase("id: mandat-2016.ursprung-sida", "id: mandat-2016.ursprung-omrade ", "YAML-DUPLICATE")]
    public void A_fault_in_the_mandate_refuses_it_with_the_line(string right, string wrong, string code)
    {
        var text = Example.MandateText.Replace(right, wrong, StringComparison.Ordinal);

        var result = MandateReader.Read("mandat.yaml", text);

        var line = text[..text.IndexOf(wrong, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.That(result.Findings.Select(f => (f.Code, f.Line)), Does.Contain((code, line)));
        Assert.That(result.Model, Is.Null);
    }

    [Test]
    public void A_rule_that_only_advises_says_why()
    {
        var text = Example.MandateText.Replace("because: { sv: Avviker redan., en: Departs already. }", "", StringComparison.Ordinal);

        Assert.That(MandateReader.Read("mandat.yaml", text).Findings.Select(f => f.Code), Does.Contain("MANDATE-BECAUSE"));
    }
}
