using System.Net;
using CaseFlow.Cases.Timeline;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Processes;

/// <summary>How a case goes is open to everybody, drawn from what is deployed.</summary>
[TestFixture]
public sealed class ProcessPageTests
{
    [Test, Property("Requirement", "R53")]
    public async Task Anybody_sees_the_way_every_status_and_every_seat_without_names()
    {
        using var app = new WebApp();
        app.Settings["CaseFlow:Workflows"] = Path.Combine(Repository.Root, "workflows");
        using var browser = app.Browser();
        using var answer = await browser.GetAsync("/sa-gar-ett-arende-till");
        var page = await WebApp.Page(answer);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var statuses = page.QuerySelectorAll("#statuses-table-caption").Single().Closest("table")!;
        Assert.That(statuses.QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim()), Is.SupersetOf(new[] { "Under sortering", "På dagordning", "Hos SRO", "Avslutat" }));
        Assert.That(page.QuerySelectorAll("[id^=seats-][id$=-caption]"), Is.Not.Empty);
        var diagram = page.QuerySelector("[data-diagram]")!.GetAttribute("data-diagram")!;
        using var model = await browser.GetAsync(diagram);
        Assert.That(model.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/bpmn+xml"));
    }

    [Test, Property("Requirement", "R51")]
    public async Task The_number_of_cases_of_each_status_is_that_of_the_rows()
    {
        await using var app = WebApp.AsShipped();
        using var browser = app.Browser();
        await app.Read(db =>
        {
            foreach (var number in new[] { "2026-90001", "2026-90002" })
                db.Cases.Add(new CaseRow { Id = Guid.CreateVersion7(), Number = number, Title = "Ett ärende", OriginKind = "area", SubmittedBy = "system", StatusKey = "beredning", StatusSv = "Beredning av underlag", StatusEn = "Material being prepared" });
            return db.SaveChangesAsync();
        });
        var page = await WebApp.Page(await browser.GetAsync("/sa-gar-ett-arende-till"));

        var lines = page.QuerySelector("#statuses-table-caption")!.Closest("table")!.QuerySelectorAll("tbody tr");
        Assert.That(lines.Single(r => r.QuerySelector("th")!.TextContent.Trim() == "Beredning av underlag").QuerySelectorAll("td")[^1].TextContent.Trim(), Is.EqualTo("2"));
        Assert.That(lines.Single(r => r.QuerySelector("th")!.TextContent.Trim() == "Under sortering").QuerySelectorAll("td")[^1].TextContent.Trim(), Is.EqualTo("0"));
    }

    [Test]
    public async Task Before_the_first_deployment_the_page_says_so()
    {
        using var app = new WebApp();
        using var browser = app.Browser();
        var page = await WebApp.Page(await browser.GetAsync("/sa-gar-ett-arende-till"));

        Assert.That(page.QuerySelector(".empty__title")!.TextContent, Is.EqualTo("Ingen process är i drift än"));
    }
}
