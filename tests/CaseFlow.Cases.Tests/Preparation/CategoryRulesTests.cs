using System.Text.Json;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Organisation.Reading;
using CaseFlow.Cases.Preparation;
using CaseFlow.Cases.Sorting;

namespace CaseFlow.Cases.Tests.Preparation;

/// <summary>What the shipped mandate asks of a distribution, a follow-up, and a matter that lies outside the body's scope.</summary>
public sealed class CategoryRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [TestCase("Kommunerna: 600 000 kr\nVGR: 400 000 kr")]
    [TestCase("Kommunerna: 600000\n\nVGR: 400000,00")]
    [Property("Requirement", "R29")]
    public void Lines_that_come_to_the_whole_amount_pass(string lines)
    {
        Assert.That(Distribution(lines), Is.Null);
    }

    [TestCase("Kommunerna: 600 000 kr\nVGR: 300 000 kr", "preparation.not-the-whole")]
    [TestCase("Kommunerna: 1 000 000 kr\nVGR", "preparation.line-without-amount")]
    [TestCase("Kommunerna 1000000", "preparation.line-without-amount")]
    [Property("Requirement", "R29")]
    public void Lines_that_do_not_are_refused_with_the_clause(string lines, string code)
    {
        var refusal = Distribution(lines);

        Assert.That((refusal?.Code, refusal?.Clause, refusal?.Field), Is.EqualTo((code, "vvg-2016.uppgifter.nationella-satsningar", "fordelning")));
    }

    [TestCase("stallningstagande", null, null, true)]
    [TestCase("stallningstagande", "2026-12-01", null, false)]
    [TestCase("stallningstagande", null, "Följs upp i styrgruppen.", false)]
    [TestCase("dialog", null, null, false)]
    [Property("Requirement", "R80")]
    public void A_position_is_followed_up_or_says_why_not(string treatment, string? on, string? reason, bool isRefused)
    {
        var answers = Answers(("behandling", treatment), ("uppfoljningDatum", on), ("uppfoljningSaknas", reason));

        Assert.That(PreparationRules.CheckFollowUp(Rule(RuleKinds.FollowUpOrReason), answers) is not null, Is.EqualTo(isRefused));
    }

    [TestCase("en-kommun", "vvg", null, true)]
    [TestCase("ett-omrade", "vvg", "  ", true)]
    [TestCase("en-kommun", "vvg", "Avgör frågan för hela länet.", false)]
    [TestCase("en-kommun", "ater", null, false)]
    [TestCase("hela-lanet", "vvg", null, false)]
    [TestCase("flera-omraden", "vvg", null, false)]
    [TestCase(null, "vvg", null, false)]
    [Property("Requirement", "R9")]
    public void A_matter_that_is_not_county_wide_goes_to_the_forum_only_with_a_word_of_reason(string? concerned, string outcome, string? reason, bool isRefused)
    {
        var refusal = SortingRules.CheckScope(Rule(RuleKinds.Scope), concerned, Answers(("utfall", outcome), ("skal", reason)));

        Assert.That(refusal?.Clause, isRefused ? Is.EqualTo("vvg-2016.uppdrag.omfattning") : Is.Null);
    }

    private static Cases.Language.Refusal? Distribution(string lines) =>
        PreparationRules.CheckDistribution(Rule(RuleKinds.RowsComeToTotal), Answers(("belopp", "1000000"), ("fordelning", lines)));

    private static MandateCitation? Rule(string kind)
    {
        var path = Tests.Organisation.Workflows.File("organisation/mandat.yaml");
        var mandate = MandateReader.Read(path, File.ReadAllText(path)).Model;
        return mandate is null ? null : new MandateRules(mandate).For(kind, Today);
    }

    private static FormAnswers Answers(params (string Key, string? Text)[] fields) => FormAnswers.FromJson(
        fields.Where(f => f.Text is not null).ToDictionary(f => f.Key, f => JsonSerializer.SerializeToElement(f.Text), StringComparer.Ordinal));
}
