using AngleSharp.Html.Dom;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Timeline;

/// <summary>What the letters say is to be read on the case's page is there: why it was sorted as it was, what was answered, which meeting it waits for.</summary>
[TestFixture]
internal sealed class CaseReasonsTests
{
    [Test]
    [Property("Requirement", "R43")]
    [Property("Requirement", "R155")]
    public async Task A_case_that_was_sorted_twice_shows_both_outcomes_and_the_reason_of_each_side()
    {
        await using var app = WebApp.AsShipped();
        await Play(app, "lansarende/scenarios/omprovad-sortering.yaml", text => text
            .Replace("{ utfall: partsfraga, part: vgr }", "{ utfall: partsfraga, part: vgr, skal: \"Rör en huvudman.\" }", StringComparison.Ordinal));

        var sorting = (await Page(app)).QuerySelector("section[aria-labelledby=sorting]")!;

        Assert.That(sorting.QuerySelectorAll("h3").Select(h => h.TextContent), Is.EqualTo(new[] { "Nu: Partsfråga, Västra Götalandsregionen (VGR), mån 9 feb 2026", "Tidigare: Åter till området, Södra Älvsborg, ons 4 feb 2026" }));
        Assert.That(sorting.TextContent, Does.Contain("VästKom").And.Contain("Rör en huvudman.").And.Contain("Kan lösas i området."));
    }

    [Test]
    [Property("Requirement", "R75")]
    [Property("Requirement", "R155")]
    public async Task The_answer_of_the_body_above_is_there_with_its_wording_and_both_bodies_are_in_the_history()
    {
        await using var app = WebApp.AsShipped();
        await Play(app, "lansarende/scenarios/hela-vagen.yaml", text => Until(text, "  - do: ConfirmSpread").Replace(
            "ordalydelse: \"SRO", "medskick: \"Följs upp inom ett år.\"\n      ordalydelse: \"SRO", StringComparison.Ordinal));

        var page = await Page(app);

        Assert.That(page.QuerySelector("section[aria-labelledby=answers]")!.TextContent, Does.Contain("SRO har svarat").And.Contain("rekommenderar huvudmännen, ställer sig bakom")
            .And.Contain("SRO rekommenderar huvudmännen att anta riktlinjen.").And.Contain("Följs upp inom ett år."));
        Assert.That(page.QuerySelector("section[aria-labelledby=history]")!.TextContent, Does.Contain("VVG tog ställning: ställer sig bakom").And.Contain("SRO svarade: rekommenderar huvudmännen"));
    }

    [TestCase("  - do: PutOnAgenda", "Väntar på VVG:s nästa möte.", "VVG:s nästa möte")]
    [TestCase("  - do: CancelMeeting", "Står på dagordningen för VVG:s möte ", "VVG:s möte 19 mars 2026")]
    [Property("Requirement", "R103")]
    public async Task A_case_that_waits_for_a_meeting_says_for_which_one(string until, string sentence, string next)
    {
        await using var app = WebApp.AsShipped();
        await Play(app, "mote/scenarios/flyttat-mote.yaml", text => Until(text, until));

        var page = await Page(app);

        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain(sentence));
        var row = await app.Read(db => db.Cases.SingleAsync());
        Assert.That((row.OwnerText, row.NextStep), Is.EqualTo(("VVG", next)), "lists and letters say the same");
    }

    private static string Until(string text, string step) => text[..text.IndexOf(step, StringComparison.Ordinal)];

    /// <summary>Plays a scenario of the product into the application's database, through the use cases.</summary>
    private static async Task Play(WebApp app, string path, Func<string, string> change)
    {
        _ = app.Server;
        var text = change(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "workflows", path)));
        await using var services = ScenarioRunner.Services(Store.Database(app.Services.GetRequiredService<IConfiguration>()), new ScenarioClock());
        var played = await services.GetRequiredService<ScenarioRunner>().Run(Scenario.Read(path, text), CancellationToken.None);
        Assert.That(played.Failures, Is.Empty);
    }

    private static async Task<IHtmlDocument> Page(WebApp app)
    {
        var number = (await app.Read(db => db.Set<CaseRow>().SingleAsync())).Number;
        using var browser = await app.SignedIn("lasare");
        return await WebApp.Page(await browser.GetAsync($"/arenden/{number}"));
    }
}
