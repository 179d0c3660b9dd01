using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseFlow.Web.Tests.Intake;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Sorting;

/// <summary>The pair assesses a case in the pages, each under own sign-in.</summary>
[TestFixture]
internal sealed class SortingCompanionTests
{
    [Test]
    [Property("Requirement", "R43")]
    public async Task The_other_side_confirms_what_the_first_has_said_with_one_button_and_the_case_goes_on()
    {
        await using var app = WebApp.AsShipped();
        await Submit(app);
        using var first = await app.SignedIn("beredningsansvarig", "vastkom");
        var page = await Open(first);
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("Rutinen brister vid utskrivning"), "the matter is at hand");
        Assert.That(page.QuerySelector("#form-confirm"), Is.Null);
        using var said = await first.PostAsync(page.Url(), Forms.Fill(page.QuerySelector("#form-task")!, ("utfall", "vvg"), ("behandling", "dialog"), ("skal", "Rör alla områden.")));
        Assert.That(said.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await Follow(first, said)).QuerySelector(".notice--success")!.TextContent, Does.Contain("Ärendet går vidare när den andra sidan"));

        using var second = await app.SignedIn("beredningsansvarig", "vgr");
        page = await Open(second);
        Assert.That(page.QuerySelector(".said")!.TextContent, Does.Contain("VästKom har bedömt").And.Contain("VVG, dialog").And.Contain("Rör alla områden."));
        using var confirmed = await second.PostAsync(page.Url(), Forms.Fill(page.QuerySelector("#form-confirm")!));

        Assert.That(confirmed.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await Follow(second, confirmed)).QuerySelector(".notice--success")!.TextContent, Does.Contain("Beredning av underlag"));
    }

    [Test]
    public async Task What_the_decision_table_proposes_is_shown_on_request_with_the_rule_that_fired()
    {
        await using var app = WebApp.AsShipped();
        await Submit(app);
        using var browser = await app.SignedIn("beredningsansvarig", "vgr");
        var proposal = (await Open(browser)).QuerySelectorAll("details").Single(d => d.QuerySelector("summary")!.TextContent.Contains("beslutstabellen", StringComparison.Ordinal));

        Assert.That(proposal.HasAttribute("open"), Is.False);
        Assert.That(proposal.TextContent, Does.Contain("Åter till området").And.Contain("troligen lösas delregionalt"));
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task With_separate_assessments_nobody_reads_the_first_before_the_second_is_in()
    {
        await using var app = WebApp.AsShipped((path, text) => path.EndsWith("mandat.yaml", StringComparison.Ordinal)
            ? text.Replace("separate: false", "separate: true", StringComparison.Ordinal)
            : text);
        await Submit(app);
        using var first = await app.SignedIn("beredningsansvarig", "vastkom");
        var page = await Open(first);
        var task = page.Url();
        (await first.PostAsync(task, Forms.Fill(page.QuerySelector("#form-task")!, ("utfall", "vvg"), ("behandling", "dialog"), ("skal", "Hemligt skäl.")))).Dispose();

        using var second = await app.SignedIn("beredningsansvarig", "vgr");
        var list = await WebApp.Page(await second.GetAsync("/sortering"));
        Assert.That(list.QuerySelector("table")!.TextContent, Does.Not.Contain("VVG · dialog"));
        page = await Open(second);
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("Den visas när du har gjort din").And.Not.Contain("Hemligt skäl."));
        Assert.That(await second.GetStringAsync(task), Does.Not.Contain("Hemligt skäl."), "the ended task tells its answers to nobody else");

        (await second.PostAsync(page.Url(), Forms.Fill(page.QuerySelector("#form-task")!, ("utfall", "vvg"), ("behandling", "dialog"), ("skal", "Rör alla områden.")))).Dispose();
        Assert.That(await second.GetStringAsync(task), Does.Contain("Hemligt skäl."));
    }

    [Test]
    [Property("Requirement", "R6")]
    [Property("Requirement", "R45")]
    public async Task What_the_clause_demands_is_marked_as_compulsory_and_the_refusal_cites_the_clause()
    {
        await using var app = WebApp.AsShipped();
        await Submit(app);
        using var browser = await app.SignedIn("beredningsansvarig", "vgr");
        var page = await Open(browser);
        Assert.That(page.QuerySelectorAll("legend").Single(l => l.TextContent.Contains("Hur ska VVG ta upp ärendet?", StringComparison.Ordinal)).TextContent, Does.Not.Contain("frivilligt"));

        using var refused = await browser.PostAsync(page.Url(), Forms.Fill(page.QuerySelector("#form-task")!, ("utfall", "vvg")));

        Assert.That((await WebApp.Page(refused)).QuerySelector("#error-summary")!.TextContent, Does.Contain("Uppdragshandling för Vårdsamverkan Västra Götaland, Uppgifter").And.Contain("sorterar tillsammans"));
    }

    private static async Task Submit(WebApp app)
    {
        using var leader = await app.SignedIn("processledare", "fyrbodal");
        await Submissions.Submit(leader, Submissions.Answers("Rutin vid utskrivning", ("fraga", "Rutinen brister vid utskrivning till hemmet."), ("omfattning", "ett-omrade")));
    }

    private static async Task<IHtmlDocument> Open(HttpClient browser)
    {
        var list = await WebApp.Page(await browser.GetAsync("/sortering"));
        var address = list.QuerySelector("table a.button")!.GetAttribute("href")!;
        var page = await WebApp.Page(await browser.GetAsync(address));
        page.DocumentElement.SetAttribute("data-address", address);
        return page;
    }

    private static async Task<IHtmlDocument> Follow(HttpClient browser, HttpResponseMessage answer) =>
        await WebApp.Page(await browser.GetAsync(answer.Headers.Location));
}

file static class PageAddress
{
    public static string Url(this IDocument page) => page.DocumentElement.GetAttribute("data-address")!;
}
