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
        var citation = new MandateRules(Example.Mandate()).For(RuleKinds.SidesAgree, new(2026, 1, 1));

        Assert.That(citation, Is.Not.Null);
        Assert.Multiple(() =>
        {
            Assert.That(citation!.ClauseId, Is.EqualTo("mandat-2016.sortering"));
            Assert.That(citation.Document.Sv, Is.EqualTo("Uppdragshandling"));
            Assert.That(citation.Section, Is.EqualTo("Arbetsformer"));
            Assert.That(citation.Text.En, Is.EqualTo("The two sides sort together."));
            Assert.That(citation.Settings["sidor"], Is.EqualTo(new[] { "kusten", "landet" }));
            Assert.That(citation.Setting("dagar"), Is.EqualTo("10"));
            Assert.That(citation.Refuses, Is.True);
        });
    }

    [Test]
    [Property("Requirement", "R5")]
    public void Before_the_mandate_was_in_force_the_rule_does_not_hold()
    {
        var rules = new MandateRules(Example.Mandate());

        Assert.That(rules.For(RuleKinds.SidesAgree, new(2016, 12, 31)), Is.Null);
        Assert.That(rules.For(RuleKinds.SidesAgree, new(2017, 1, 1)), Is.Not.Null);
    }

    [Test]
    [Property("Requirement", "R7")]
    public void A_draft_is_never_in_force_and_a_clause_ends_on_its_last_day()
    {
        var rules = new MandateRules(Example.Mandate());

        Assert.Multiple(() =>
        {
            Assert.That(rules.For(RuleKinds.SidesAgree, new(2027, 6, 1))!.ClauseId, Is.EqualTo("mandat-2016.sortering"));
            Assert.That(rules.For(RuleKinds.ProposalExpected, new(2025, 12, 31))!.Refuses, Is.False, "practice advises");
            Assert.That(rules.For(RuleKinds.ProposalExpected, new(2026, 1, 1)), Is.Null);
        });
    }

    [Test]
    public void The_refusal_of_a_rule_names_its_clause()
    {
        var citation = new MandateRules(Example.Mandate()).For(RuleKinds.SidesAgree, new(2026, 1, 1));

        var refusal = citation!.Refuse("sorting.alone", new BilingualText("Nej", "No"), "utfall");

        Assert.That((refusal.Kind, refusal.Clause, refusal.Field), Is.EqualTo((RefusalKind.Rule, "mandat-2016.sortering", "utfall")));
    }

    [TestCase("regel: sidor-eniga", "regel: sidor-eninga", "MANDATE-RULE-KIND")]
    [TestCase("styrka: praxis", "styrka: vana", "MANDATE-STRENGTH")]
    [TestCase("dokument: mandat-2027", "dokument: mandat-2028", "ORG-REFERENCE")]
    [TestCase("avsnitt: Sortering", "avsnit: Sortering", "YAML-UNKNOWN-KEY")]
    public void A_fault_in_the_mandate_refuses_it_with_the_line(string right, string wrong, string code)
    {
        var text = Example.MandateText.Replace(right, wrong, StringComparison.Ordinal);

        var result = MandateReader.Read("mandat.yaml", text);

        var line = text[..text.IndexOf(wrong, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.That(result.Findings.Select(f => (f.Code, f.Line)), Does.Contain((code, line)));
        Assert.That(result.Model, Is.Null);
    }
}
