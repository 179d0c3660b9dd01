using System.Net;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Organisation;

/// <summary>Each owner appoints to its own seats; everybody sees who sits where.</summary>
[TestFixture]
public sealed class RepresentativesPageTests
{
    private WebApp _app = null!;

    [OneTimeSetUp]
    public void Open() => _app = WebApp.WithProcess();

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [Test]
    public async Task It_asks_for_a_sign_in()
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync("/representanter");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test, Property("Requirement", "R87")]
    public async Task An_area_appoints_to_its_own_seat_and_is_offered_no_other()
    {
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await browser.GetAsync("/representanter"));
        var change = page.QuerySelectorAll("td a[href*='plats=']");
        Assert.That(change.Select(a => a.Closest("tr")!.QuerySelector("td")!.TextContent.Trim()).Distinct(), Is.EqualTo(new[] { "Fyrbodal" }));

        var address = change[0].GetAttribute("href")!.Split('#')[0];
        var form = await WebApp.Page(await browser.GetAsync(address));
        using var empty = await browser.PostAsync(address, Forms.Fill(form.QuerySelector("#form-appoint")!, ("personName", "")));
        Assert.That((int)empty.StatusCode, Is.EqualTo(422));
        using var answer = await browser.PostAsync(address, Forms.Fill(form.QuerySelector("#form-appoint")!, ("personName", "Namn Namnsson"), ("personTitle", "socialchef")));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());

        var after = await WebApp.Page(await browser.GetAsync(answer.Headers.Location));
        Assert.That(after.QuerySelector("table")!.TextContent, Does.Contain("Namn Namnsson, socialchef"));
    }

    [Test, Property("Requirement", "R87")]
    public async Task Somebody_elses_seat_is_refused_with_the_clause()
    {
        using var owner = await _app.SignedIn("processledare", "fyrbodal");
        var seat = (await WebApp.Page(await owner.GetAsync("/representanter"))).QuerySelector("td a[href*='plats=']")!.GetAttribute("href")!.Split('#')[0];
        using var browser = await _app.SignedIn("administration", "vgr");
        var page = await WebApp.Page(await browser.GetAsync(seat));

        Assert.That(page.QuerySelector("#form-appoint"), Is.Null);
        Assert.That(page.QuerySelector(".notice--stop")!.TextContent, Does.Contain("vvg-2016.sammansattning.omraden-utser"));
    }

    [Test, Property("Requirement", "R86")]
    public async Task A_composition_that_departs_from_the_mandate_is_told()
    {
        using var browser = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await browser.GetAsync("/representanter?organ=vvg"));

        Assert.That(page.QuerySelector(".notice--warning")!.TextContent, Does.Contain("vvg-2016.sammansattning.goteborgsomradet"));
    }
}
