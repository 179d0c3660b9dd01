using System.Net;
using CaseFlow.Cases.Meetings;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Dashboards;

/// <summary>The indicators: each with heading, definition, a picture with words, and the same numbers as table and CSV.</summary>
[TestFixture]
public sealed class IndicatorPageTests
{
    private static readonly DateTimeOffset Held = new(2025, 4, 11, 9, 0, 0, TimeSpan.Zero);

    private WebApp _app = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _app = WebApp.WithProcess();
        await _app.StartCase("Nytt ärende");
        await _app.Read(db =>
        {
            var meeting = new Meeting { Id = Guid.CreateVersion7(Held), Body = "vvg", Kind = Meeting.Ordinary, Number = "VVG 2025-04-11", Date = new(2025, 4, 11), PlannedBy = "system" };
            db.Add(meeting);
            db.Add(new AgendaItem { Id = Guid.CreateVersion7(Held), MeetingId = meeting.Id, Kind = ItemKinds.Information, Title = "Många", Minutes = 130 });
            db.Add(new AgendaItem { Id = Guid.CreateVersion7(Held), MeetingId = meeting.Id, Kind = ItemKinds.Position, Title = "En", Minutes = 10 });
            db.Add(new AgendaItem { Id = Guid.CreateVersion7(Held), MeetingId = meeting.Id, Kind = ItemKinds.Pause, Title = "Paus", Minutes = 40 });
            return db.SaveChangesAsync();
        });
    }

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [TestCase("/laget/indikatorer")]
    [TestCase("/laget/indikatorer.csv")]
    public async Task It_asks_for_a_sign_in(string address)
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    [Property("Requirement", "R120")]
    [Property("Requirement", "R121")]
    public async Task The_share_of_information_stands_beside_the_baseline_in_words_picture_and_csv()
    {
        using var browser = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await browser.GetAsync("/laget/indikatorer"));
        var section = page.QuerySelector("section[aria-labelledby=information]")!;
        var csv = await browser.GetStringAsync(section.QuerySelector("a[download]")!.GetAttribute("href"));

        Assert.That(section.QuerySelector("#information-says")!.TextContent, Does.Contain("93 procent").And.Contain("2025: 1 möten"));
        Assert.That(section.QuerySelector("svg[role=img]")!.TextContent, Does.Contain("Utgångsläge 93 %"));
        Assert.That(csv, Does.Contain("\"VVG 2025-04-11\";\"93 %\";\"2\";\"130\"").And.Not.Contain("Kompletta"));
    }

    [Test]
    public async Task Every_indicator_has_a_definition_and_a_picture_is_named_and_told()
    {
        using var browser = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await browser.GetAsync("/laget/indikatorer?period=ar&fran=fyrbodal"));

        var sections = page.QuerySelectorAll("section.indicator");
        Assert.That(sections, Has.Length.EqualTo(17));
        Assert.That(sections.Select(s => s.QuerySelectorAll("p").Length), Is.All.GreaterThanOrEqualTo(2));
        foreach (var picture in page.QuerySelectorAll("svg.drawn"))
        {
            Assert.That(page.GetElementById(picture.GetAttribute("aria-labelledby")!), Is.Not.Null);
            Assert.That(page.GetElementById(picture.GetAttribute("aria-describedby")!), Is.Not.Null);
        }
    }
}
