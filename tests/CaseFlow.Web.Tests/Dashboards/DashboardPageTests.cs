using System.Net;
using CaseFlow.Cases.Timeline;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Dashboards;

/// <summary>Läget: numbers in tables, and the same numbers as CSV.</summary>
[TestFixture]
public sealed class DashboardPageTests
{
    private static readonly DateTimeOffset LongAgo = new(2020, 1, 7, 9, 0, 0, TimeSpan.Zero);

    private WebApp _app = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _app = WebApp.WithProcess();
        await _app.StartCase("Nytt ärende");
        await _app.Read(db =>
        {
            db.Cases.Add(new CaseRow { Id = Guid.CreateVersion7(LongAgo), Number = "2020-00001", Title = "Bortglömt ärende", OriginKind = "area", OriginArea = "skaraborg", SubmittedBy = "system", SubmittedAt = LongAgo, StatusKey = "vilande", StatusSv = "Vilande", StatusEn = "Dormant", StatusSince = LongAgo });
            return db.SaveChangesAsync();
        });
    }

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [TestCase("/laget")]
    [TestCase("/laget.csv")]
    public async Task It_asks_for_a_sign_in(string address)
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Every_running_case_is_counted_and_the_one_that_nobody_has_is_named()
    {
        using var browser = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await browser.GetAsync("/laget"));

        Assert.That(Cell(page, "statuses-table", "Vilande"), Is.EqualTo("1"));
        Assert.That(Cell(page, "statuses-table", "Granskas"), Is.EqualTo("1"));
        Assert.That(Cell(page, "ages-table", "Mer än 180 dagar"), Is.EqualTo("1"));
        Assert.That(page.QuerySelectorAll("a[href='/arenden/2020-00001']"), Has.Length.EqualTo(1));
        Assert.That(page.QuerySelectorAll("svg.bar").All(b => b.GetAttribute("aria-hidden") == "true"), Is.True);
    }

    [Test]
    public async Task Period_and_origin_in_the_address_narrow_page_and_csv_alike()
    {
        using var browser = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await browser.GetAsync("/laget?period=30&fran=fyrbodal"));
        var csv = await browser.GetStringAsync(page.QuerySelector("a[download]")!.GetAttribute("href"));

        Assert.That(page.QuerySelector("#statuses-table-caption")!.Closest("table")!.TextContent, Does.Not.Contain("Vilande"));
        Assert.That(csv, Does.Contain("\"pågående ärenden\";\"\";\"1\"").And.Not.Contain("Vilande"));
    }

    private static string? Cell(AngleSharp.Dom.IDocument page, string table, string name) =>
        page.QuerySelector($"#{table}-caption")!.Closest("table")!.QuerySelectorAll("tbody tr")
            .FirstOrDefault(r => r.QuerySelector("th")!.TextContent.Trim() == name)?.QuerySelector("td")!.TextContent.Trim();
}
