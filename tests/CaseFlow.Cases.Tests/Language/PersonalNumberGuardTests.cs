using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Tests.Language;

[Property("Requirement", "R39")]
public sealed class PersonalNumberGuardTests
{
    // The numbers are those that the Swedish Tax Agency publishes for tests, and constructed ones with a right check digit.
    [TestCase("811228-9874")]
    [TestCase("8112289874")]
    [TestCase("19811228-9874")]
    [TestCase("198112289874")]
    [TestCase("811228+9874")]
    [TestCase("811228 9874")]
    [TestCase("811228 - 9874")]
    [TestCase("811228–9874")]
    [TestCase("811228\u22129874")]
    [TestCase("811228\u00A09874")]
    [TestCase("81\u200B1228-9874")]
    [TestCase("811228-9874")]
    [TestCase("1981-12-28-9874")]
    [TestCase("81-12-28-9874")]
    [TestCase("1981 12 28 9874")]
    [TestCase("pnr811228-9874x")]
    [TestCase("Hen (811228-9874) behöver en SIP.")]
    [TestCase("journal_19811228_9874.pdf")]
    [TestCase("121212-1212")]
    [TestCase("12 811228-9874")]
    [TestCase("000101-2384")]
    [TestCase("0001012384")]
    public void A_personal_identity_number_is_found(string text)
    {
        Assert.That(PersonalNumberGuard.Contains(text), Is.True);
    }

    [TestCase("701063-2391")]
    [TestCase("19701063-2391")]
    [TestCase("197010632391")]
    public void A_co_ordination_number_is_found(string text)
    {
        Assert.That(PersonalNumberGuard.Contains(text), Is.True);
    }

    [TestCase("556016-0680", Description = "organisation number with a right check digit")]
    [TestCase("232100-0131", Description = "organisation number of a region")]
    [TestCase("165560160680", Description = "organisation number with its prefix")]
    [TestCase("212000-1355")]
    public void An_organisation_number_is_no_hit(string text)
    {
        Assert.That(PersonalNumberGuard.Contains(text), Is.False);
    }

    [TestCase("070-101 12 31")]
    [TestCase("0701011231")]
    [TestCase("070 101 12 31")]
    [TestCase("0303-12 34 56")]
    [TestCase("+46 811228 9874")]
    [TestCase("+46811228 9874")]
    [TestCase("0046 8112289874")]
    [TestCase("Nås på 031-123 45 67 eller 010-441 00 00")]
    public void A_telephone_number_is_no_hit(string text)
    {
        Assert.That(PersonalNumberGuard.Contains(text), Is.False);
    }

    [Test]
    public void No_telephone_number_in_the_usual_groupings_is_a_hit()
    {
        for (var number = 0; number < 100_000; number++)
        {
            var digits = $"070{1_000_000 + (number * 7):0000000}";
            string[] ways =
            [
                digits,
                $"{digits[..3]}-{digits[3..]}",
                $"{digits[..3]}-{digits[3..6]} {digits[6..8]} {digits[8..]}",
                $"{digits[..4]}-{digits[4..6]} {digits[6..8]} {digits[8..]}",
                $"+46 {digits[1..3]} {digits[3..6]} {digits[6..8]} {digits[8..]}",
                $"+46{digits[1..]}",
            ];
            foreach (var way in ways)
                Assert.That(PersonalNumberGuard.Contains(way), Is.False, way);
        }
    }

    [TestCase("Personnummer: 0701011231")]
    [TestCase("pnr 0701011231")]
    [TestCase("född 0701011231")]
    [TestCase("070101-1231")]
    public void Ten_digits_that_could_be_a_telephone_number_are_a_hit_when_the_words_or_the_hyphen_say_so(string text)
    {
        Assert.That(PersonalNumberGuard.Contains(text), Is.True);
    }

    [TestCase("811228-9875", Description = "wrong check digit")]
    [TestCase("811328-9872", Description = "no thirteenth month")]
    [TestCase("810230-9878", Description = "no 30 February")]
    [TestCase("810292-9874", Description = "no 32nd day either way")]
    [TestCase("19000229-2387", Description = "1900 was no leap year")]
    [TestCase("RS 2022-01294")]
    [TestCase("2026-00017")]
    [TestCase("2025-04-11 0900")]
    [TestCase("98112289874", Description = "eleven digits")]
    [TestCase("5811228987412345")]
    [TestCase("")]
    [TestCase(null)]
    public void Other_numbers_are_no_hit(string? text)
    {
        Assert.That(PersonalNumberGuard.Contains(text), Is.False);
    }

    [Test]
    public void The_place_of_each_hit_is_given_in_the_original_text()
    {
        const string Text = "Å\u200Bb 811228-9874 och 121212-1212.";

        var hits = PersonalNumberGuard.Find(Text);

        Assert.That(hits.Select(h => Text.Substring(h.Start, h.Length)), Is.EqualTo(new[] { "811228-9874", "121212-1212" }));
    }

    [Test]
    public void The_refusal_names_the_field_and_gives_advice_in_both_languages_without_repeating_the_number()
    {
        var refusal = PersonalNumberGuard.Check("811228-9874", "fraga");

        Assert.That(refusal, Is.Not.Null);
        Assert.Multiple(() =>
        {
            Assert.That(refusal!.Kind, Is.EqualTo(RefusalKind.Invalid));
            Assert.That(refusal.Field, Is.EqualTo("fraga"));
            Assert.That(refusal.Text.Sv, Does.Contain("1177").And.Not.Contain("9874"));
            Assert.That(refusal.Text.En, Does.Contain("1177").And.Not.EqualTo(refusal.Text.Sv));
        });
    }

    [Test]
    public void A_long_text_of_digits_is_searched_in_reasonable_time()
    {
        var text = string.Concat(Enumerable.Repeat("811228 9875 ", 20_000));

        Assert.That(PersonalNumberGuard.Contains(text), Is.False);
    }
}
