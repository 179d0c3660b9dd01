using CaseFlow.Cases.Minutes;

namespace CaseFlow.Cases.Tests.Minutes;

/// <summary>What two people wrote at once comes together by paragraph, or is told apart; and what a difference looks like.</summary>
[Property("Requirement", "R138")]
internal sealed class ParagraphsTests
{
    private const string Origin = "Ett\n\nTvå\n\nTre";

    [TestCase("Ett ändrat\n\nTvå\n\nTre", "Ett\n\nTvå\n\nTre ändrat", "Ett ändrat\n\nTvå\n\nTre ändrat", TestName = "Different paragraphs come together")]
    [TestCase("Ett ändrat\n\nTvå\n\nTre", "Ett\n\nTvå ändrat\n\nTre", "Ett ändrat\n\nTvå ändrat\n\nTre", TestName = "Neighbouring paragraphs come together")]
    [TestCase("Ett\n\nTvå\n\nTre\n\nMin", "Ett\n\nTvå\n\nTre\n\nDin", "Ett\n\nTvå\n\nTre\n\nDin\n\nMin", TestName = "Both additions at one place stay")]
    [TestCase("Ett\n\nTre", "Ett\n\nTvå\n\nTre\n\nDin", "Ett\n\nTre\n\nDin", TestName = "A removal and an addition come together")]
    [TestCase(Origin, "Ett\n\nTvå B\n\nTre", "Ett\n\nTvå B\n\nTre", TestName = "What one left alone is as the other wrote it")]
    [TestCase("Ett\n\nTvå A\n\nTre", "Ett\n\nTvå B\n\nTre", null, TestName = "The same paragraph changed in two ways does not come together")]
    [TestCase("Ett\n\nTre", "Ett\n\nTvå B\n\nTre", null, TestName = "A removed paragraph that the other changed does not come together")]
    public void Merge(string mine, string theirs, string? merged)
    {
        Assert.That(Paragraphs.Merge(Origin, mine, theirs), Is.EqualTo(merged));
    }

    [Test]
    public void The_difference_of_a_reworked_paragraph_is_its_words_and_the_pieces_are_both_texts_again()
    {
        const string older = "## Rubrik\n\nMötet noterade informationen om planen.\n\nSlut";
        const string newer = "## Rubrik\n\nMötet noterade den skriftliga informationen om planen.\n\nNytt stycke.\n\nSlut";

        var difference = TextDifference.Of(older, newer);

        Assert.Multiple(() =>
        {
            Assert.That(Of(difference, DifferenceKind.Added), Is.EqualTo(new[] { "den skriftliga ", "Nytt stycke." }));
            Assert.That(Of(difference, DifferenceKind.Removed), Is.Empty);
            Assert.That(Without(difference, DifferenceKind.Added), Is.EqualTo(older));
            Assert.That(Without(difference, DifferenceKind.Removed), Is.EqualTo(newer));
        });
    }

    [Test]
    public void A_paragraph_with_nothing_in_common_is_another_paragraph()
    {
        var difference = TextDifference.Of("Helt andra ord stod här.", "Ingenting liknar detta nu");

        Assert.That(difference.Select(p => p.Pieces.Single().Kind), Is.EqualTo(new[] { DifferenceKind.Removed, DifferenceKind.Added }));
    }

    [Test]
    public void The_same_text_written_with_other_blanks_has_the_same_hash()
    {
        Assert.That(Paragraphs.Hash(Paragraphs.Normal("Ett  \r\n\r\n\r\nTvå\r\n")), Is.EqualTo(Paragraphs.Hash(Paragraphs.Normal("Ett\n\nTvå"))));
    }

    [Test]
    [Property("Requirement", "R147")]
    public void Links_lead_to_the_web_and_to_this_site_and_nowhere_that_a_browser_would_run()
    {
        var blocks = MinutesMarkup.Read("## 1. Plan\n- [Presentation](/handlingar/1)\n- [Kalender](https://example.org/a)\n\n[x](javascript:alert(1)) [y](//example.org)");

        Assert.Multiple(() =>
        {
            Assert.That(blocks.Select(b => b.Kind), Is.EqualTo(new[] { MinutesBlockKind.Heading, MinutesBlockKind.List, MinutesBlockKind.Paragraph }));
            Assert.That(blocks.SelectMany(b => b.Lines).SelectMany(l => l).Select(i => i.Href).OfType<string>(), Is.EqualTo(new[] { "/handlingar/1", "https://example.org/a" }));
        });
    }

    private static IEnumerable<string> Of(IReadOnlyList<DifferenceParagraph> difference, DifferenceKind kind) =>
        difference.SelectMany(p => p.Pieces).Where(p => p.Kind == kind).Select(p => p.Text);

    private static string Without(IReadOnlyList<DifferenceParagraph> difference, DifferenceKind kind) =>
        string.Join("\n\n", difference.Select(p => string.Concat(p.Pieces.Where(x => x.Kind != kind).Select(x => x.Text))).Where(t => t.Length > 0));
}
