using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using Explained = CaseFlow.Web.Language.Words;

namespace CaseFlow.Web.Tests.Language;

/// <summary>No abbreviation stands unexplained (R40).</summary>
[TestFixture]
internal sealed partial class WordsTests
{
    /// <summary>Patterns of dates, numbers of standards and names of protocols, which stand for nothing else.</summary>
    private static readonly string[] NoWords = ["DD", "MM", "MMMM", "EN", "ÅÅÅÅ", "GET", "SHA"];

    [Test]
    [Property("Requirement", "R40")]
    public void Every_abbreviation_that_pages_and_forms_show_is_explained()
    {
        var known = Explained.All.Select(w => w.Word).ToHashSet(StringComparer.Ordinal);
        var unknown = Shown().SelectMany(text => Abbreviation().Matches(text).Select(m => m.Value)).Where(word => !known.Contains(word)).Except(NoWords).Distinct();

        Assert.That(unknown, Is.Empty);
    }

    [Test]
    [Property("Requirement", "R40")]
    public async Task The_words_are_open_to_all_and_stand_explained_where_they_are_used()
    {
        await using var app = WebApp.AsShipped();
        using var browser = app.Browser();

        Assert.That((await WebApp.Page(await browser.GetAsync("/ord"))).QuerySelector("table")!.TextContent, Does.Contain("samordnad individuell plan"));
        using var preparer = await app.SignedIn("sro-sekretariat");
        Assert.That((await WebApp.Page(await preparer.GetAsync("/till-sro"))).QuerySelector(".page-head abbr[title]")!.GetAttribute("title"), Does.StartWith("Samrådsorganet"));
    }

    [Test]
    public void A_text_is_split_at_what_is_explained_and_loses_nothing()
    {
        var pieces = Explained.Split("VVG lyfter till SRO, som XYZ.").ToList();

        Assert.That(string.Concat(pieces.Select(p => p.Text)), Is.EqualTo("VVG lyfter till SRO, som XYZ."));
        Assert.That(pieces.Where(p => p.Means is not null).Select(p => p.Text), Is.EqualTo(new[] { "VVG", "SRO" }));
    }

    private static IEnumerable<string> Shown()
    {
        var resources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.resx", SearchOption.AllDirectories).Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal));
        foreach (var value in resources.SelectMany(f => XDocument.Load(f).Descendants("data").Select(d => d.Value)))
            yield return value;
        foreach (var form in Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), "*.form", SearchOption.AllDirectories))
        {
            foreach (Match label in FormText().Matches(File.ReadAllText(form)))
                yield return label.Groups["text"].Value;
        }
    }

    [GeneratedRegex(@"\b\p{Lu}{2,}\b")]
    private static partial Regex Abbreviation();

    [GeneratedRegex("\"(?:label|description|text)\": \"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex FormText();
}
