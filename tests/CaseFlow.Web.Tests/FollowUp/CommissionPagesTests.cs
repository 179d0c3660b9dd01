using System.Net;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.FollowUp;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.FollowUp;

/// <summary>The register of commissions and one commission's page, as everybody who is signed in sees them.</summary>
[TestFixture]
public sealed class CommissionPagesTests
{
    private static readonly Actor Secretariat = new("sro", [new("sro-sekretariat", null, null)]);

    private WebApp _app = null!;
    private string _late = "";

    [OneTimeSetUp]
    public async Task Open()
    {
        _app = WebApp.AsShipped();
        var giving = _app.Services.GetRequiredService<GiveCommission>();
        await giving.Handle(Secretariat, null, new("vvg", "Uppdatera uppdragshandlingen", null, new DateOnly(2099, 1, 8)), default);
        var late = await giving.Handle(Secretariat, null, new("sro", "Se över strukturen", null, new DateOnly(2020, 3, 6), Wording: "Se över länsnivån."), default);
        _late = late.Value.Number!;
    }

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [TestCase("/uppdrag")]
    [TestCase("/uppdrag.csv")]
    [TestCase("/uppdrag/2026-00001")]
    public async Task It_asks_for_a_sign_in(string address)
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    [Property("Requirement", "R190")]
    [Property("Requirement", "R191")]
    public async Task What_is_late_says_so_in_words_and_is_found_by_the_filter_on_page_and_in_csv()
    {
        using var browser = await _app.SignedIn("lasare");
        var all = await WebApp.Page(await browser.GetAsync("/uppdrag"));
        var late = await WebApp.Page(await browser.GetAsync("/uppdrag?lage=forsenat&givare=sro"));
        var csv = await browser.GetStringAsync(late.QuerySelector("a[download]")!.GetAttribute("href"));

        Assert.That(all.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(2));
        Assert.That(all.QuerySelector(".page-head")!.TextContent, Does.Contain("1 är försenade"));
        var row = late.QuerySelectorAll("tbody tr").Single();
        Assert.That(row.TextContent, Does.Contain("Se över strukturen").And.Contain("Försenat").And.Contain("dagar sen"));
        Assert.That(csv, Does.Contain("\"Se över strukturen\"").And.Contain("\"2020-03-06\"").And.Not.Contain("uppdragshandlingen"));
    }

    [Test]
    [Property("Requirement", "R72")]
    public async Task One_commission_is_told_as_a_thread()
    {
        using var browser = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await browser.GetAsync("/uppdrag/" + _late));

        Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo("Se över strukturen"));
        Assert.That(page.QuerySelectorAll(".timeline__entry").Select(e => e.TextContent), Has.Exactly(1).Contains("Se över länsnivån."));
        Assert.That(page.QuerySelector(".notice--stop")!.TextContent, Does.Contain("försenat").And.Contain("2020"));
        using var none = await browser.GetAsync("/uppdrag/2020-99999");
        Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
