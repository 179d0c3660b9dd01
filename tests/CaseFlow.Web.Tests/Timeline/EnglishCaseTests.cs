using AngleSharp.Html.Dom;
using CaseFlow.Web.Tests.Intake;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Timeline;

/// <summary>Whoever has chosen English reads the steps, lanes and diagrams of a case in English.</summary>
[TestFixture]
internal sealed class EnglishCaseTests
{
    [Test]
    public async Task Steps_lanes_history_and_the_diagram_are_english_on_the_case_in_the_list_and_among_what_is_to_be_done()
    {
        await using var app = WebApp.AsShipped();
        using var leader = await app.SignedIn("processledare", "fyrbodal");
        var number = await Submissions.Submit(leader, Submissions.Answers("Gemensam rutin"));
        using var preparer = await app.SignedIn("beredningsansvarig", "vgr");
        var swedish = await Page(preparer, $"/arenden/{number}");
        await English(preparer);

        var english = await Page(preparer, $"/arenden/{number}");
        Assert.That(Said(swedish), Does.Contain("Bedöm ärendet, var huvudman för sig (Västra Götalandsregionen (VGR))"));
        Assert.That(Said(english), Does.Contain("Assess the case, each party for itself").And.Contain("Preparation (VästKom and VGR)"));
        Assert.That(Said(english), Does.Not.Contain("Bedöm ärendet").And.Not.Contain("Beredning (V"));
        var drawn = await preparer.GetStringAsync(english.QuerySelector("[data-diagram]")!.GetAttribute("data-diagram"));
        Assert.That(drawn, Does.Contain("name=\"Assess the case, each party for itself\"").And.Not.Contain("name=\"Bedöm ärendet"));
        var kept = await preparer.GetStringAsync(swedish.QuerySelector("[data-diagram]")!.GetAttribute("data-diagram"));
        Assert.That(kept, Does.Contain("name=\"Bedöm ärendet"));

        Assert.That(Said(await Page(preparer, "/arenden")), Does.Contain("Preparation (VästKom and VGR)"));
        var todo = await Page(preparer, "/att-gora");
        Assert.That(todo.QuerySelector(".task a")!.TextContent, Is.EqualTo("Assess the case, each party for itself"));
        var task = await Page(preparer, todo.QuerySelector(".task a")!.GetAttribute("href")!);
        Assert.That(Said(task), Does.Contain("each state an assessment"));
        Assert.That(Said(await Page(preparer, "/sa-gar-ett-arende-till")), Does.Contain("County case").And.Not.Contain("Länsärende"));
    }

    private static async Task English(HttpClient browser) =>
        (await browser.PostAsync("/sprak", new FormUrlEncodedContent([KeyValuePair.Create("till", "en"), KeyValuePair.Create("tillbaka", "/")]))).Dispose();

    private static async Task<IHtmlDocument> Page(HttpClient browser, string address) => await WebApp.Page(await browser.GetAsync(address));

    private static string Said(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;
}
