using System.Net;
using AngleSharp.Html.Dom;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Timeline;

/// <summary>A selection of cases gets a name, is shared with one's own, and may be what the list opens with.</summary>
[TestFixture]
public sealed class SavedViewTests
{
    private const string Waiting = "/arenden?visa=pagar&sort=andrat";
    private WebApp _app = null!;

    [SetUp]
    public async Task Open()
    {
        _app = WebApp.WithProcess();
        await _app.StartCase();
    }

    [TearDown]
    public void Close() => _app.Dispose();

    [Test]
    public async Task A_view_that_is_shared_with_an_area_is_seen_there_and_nowhere_else()
    {
        using var leader = await _app.SignedIn("processledare", "fyrbodal");
        var page = await Get(leader, "/arenden?sort=andrat&visa=pagar&sida=2");
        using var saved = await leader.PostAsync("/arenden?sort=andrat&visa=pagar&sida=2", Forms.Fill(page.QuerySelector("#form-view-save")!, ("name", "Väntat längst"), ("share", "omrade:fyrbodal")));

        Assert.That(saved.Headers.Location?.OriginalString, Does.EndWith(Waiting), "the order of the address does not matter, the page in it is left out");
        Assert.That(Views(await Get(leader, Waiting)), Does.Contain(("Väntat längst", Waiting, "true")));
        using var colleague = await _app.SignedIn("processtod", "fyrbodal");
        Assert.That(Views(await Get(colleague, "/arenden")), Does.Contain(("Väntat längst · delat", Waiting, (string?)null)));
        Assert.That((await Get(colleague, Waiting)).QuerySelector("#form-view-remove"), Is.Null, "only its owner removes it");
        using var other = await _app.SignedIn("processledare", "skaraborg");
        Assert.That(Views(await Get(other, "/arenden")), Is.Empty);
    }

    [Test]
    public async Task Nobody_shares_with_an_area_that_is_not_their_own()
    {
        using var leader = await _app.SignedIn("processledare", "fyrbodal");
        var page = await Get(leader, Waiting);
        using var answer = await leader.PostAsync(Waiting, Forms.Fill(page.QuerySelector("#form-view-save")!, ("name", "Deras"), ("share", "omrade:skaraborg")));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await WebApp.Page(answer)).QuerySelector(".summary")!.TextContent, Does.Contain("som du själv företräder"));
    }

    [Test]
    public async Task The_list_opens_with_the_chosen_view_and_all_cases_are_one_link_away()
    {
        using var leader = await _app.SignedIn("processledare", "fyrbodal");
        using var saved = await leader.PostAsync(Waiting, Forms.Fill((await Get(leader, Waiting)).QuerySelector("#form-view-save")!, ("name", "Mitt"), ("share", "")));
        using var chosen = await leader.PostAsync(Waiting, Forms.Fill((await Get(leader, Waiting)).QuerySelector("#form-view-default")!));

        using var opened = await leader.GetAsync("/arenden");
        Assert.That(opened.Headers.Location?.OriginalString, Does.EndWith(Waiting));
        var all = (await Get(leader, Waiting)).QuerySelector("nav.chips a")!.GetAttribute("href")!;
        using var everything = await leader.GetAsync(all);
        Assert.That(everything.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var removed = await leader.PostAsync(Waiting, Forms.Fill((await Get(leader, Waiting)).QuerySelector("#form-view-remove")!));
        using var plain = await leader.GetAsync("/arenden");
        Assert.That(plain.StatusCode, Is.EqualTo(HttpStatusCode.OK), "a view that is gone opens nothing");
    }

    private static async Task<IHtmlDocument> Get(HttpClient browser, string address) => await WebApp.Page(await browser.GetAsync(address));

    private static IEnumerable<(string Name, string? Href, string? Current)> Views(IHtmlDocument page) =>
        page.QuerySelectorAll("nav.chips a").Select(a => (a.TextContent.Trim(), a.GetAttribute("href"), a.GetAttribute("aria-current"))).Skip(1);
}
