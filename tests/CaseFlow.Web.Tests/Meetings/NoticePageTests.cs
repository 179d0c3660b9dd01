using System.Net;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Meetings;

/// <summary>The page on which the notice is sent shows what goes out, to whom, and what is missing.</summary>
[TestFixture]
internal sealed class NoticePageTests
{
    private WebApp _app = null!;

    [OneTimeSetUp]
    public void Open() => _app = WebApp.AsShipped();

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [Test]
    [Property("Requirement", "R110")]
    [Property("Requirement", "R123")]
    public async Task The_notice_is_sent_from_a_page_with_its_agenda_recipients_and_gaps()
    {
        var (meeting, task, side) = await Planned();
        using var browser = await _app.SignedIn("administration", side);

        var address = "/kallelse/" + task.Address;
        var page = await WebApp.Page(await browser.GetAsync(address));

        var main = page.QuerySelector("main")!.TextContent;
        Assert.That(page.QuerySelectorAll("ol.agenda h3").Select(h => h.TextContent), Does.Contain("Läget i områdena").And.Contain("Mötets öppnande"));
        Assert.That(main, Does.Contain("15 minuter, kl. 9.05 – 9.20").And.Contain("Läget i områdena: syfte eller vad som förväntas, föredragande"));
        Assert.That(main, Does.Contain("personer får kallelsen").And.Contain("Representant, Fyrbodal"));
        Assert.That(page.QuerySelector($"a[href='/moten/{meeting}']"), Is.Not.Null);
        Assert.That(page.QuerySelector("textarea[name=syfte]")!.TextContent.Trim(), Is.EqualTo("Gemensam inriktning."), "what was said when it was planned");
        Assert.That(page.QuerySelector("#form-notice button")!.TextContent, Is.EqualTo("Skicka kallelsen"));

        using var sent = await browser.PostAsync(address, Forms.Fill(page.QuerySelector("#form-notice")!, ("syfte", "Gemensam inriktning."), ("halsning", "Välkomna till Borås!")));

        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var row = await _app.Read(db => db.Set<Meeting>().SingleAsync(m => m.Id == meeting));
        Assert.That((row.Greeting, row.NoticeSentAt is null), Is.EqualTo(("Välkomna till Borås!", false)));
        page = await WebApp.Page(await browser.GetAsync(address));
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("Kallelsen är skickad."));
        Assert.That(page.QuerySelector("#form-notice"), Is.Null);
    }

    [Test]
    public async Task Who_does_not_set_the_agenda_reads_and_sends_nothing()
    {
        var (_, task, _) = await Planned();
        using var browser = await _app.SignedIn("lasare");

        var page = await WebApp.Page(await browser.GetAsync("/kallelse/" + task.Address));

        Assert.That(page.QuerySelector("#form-notice"), Is.Null);
    }

    [Test]
    public async Task Earlier_meetings_are_folded_and_what_needs_the_reader_stands_first()
    {
        var (meeting, task, side) = await Planned();
        using var browser = await _app.SignedIn("administration", side);

        var page = await WebApp.Page(await browser.GetAsync("/moten"));

        Assert.That(page.QuerySelectorAll($"section[aria-labelledby=mine] a[href='/kallelse/{task.Address}']"), Has.Length.EqualTo(1));
        Assert.That(page.QuerySelectorAll("section[aria-labelledby=past] li").All(l => l.Closest("details") is not null), Is.True);
        Assert.That(page.QuerySelector($"#coming ~ * a[href='/moten/{meeting}'], table a[href='/moten/{meeting}']"), Is.Not.Null);
    }

    private async Task<(Guid Meeting, TaskRow Task, string Side)> Planned()
    {
        _ = _app.Server;
        var planner = new Actor("planerare", [new("administration", "vgr"), new("administration", "vastkom")]);
        var planned = await _app.Services.GetRequiredService<PlanMeeting>().Handle(
            planner, null,
            new("vvg", Meeting.Ordinary, SwedishDates.Day(TimeProvider.System.GetUtcNow()).AddDays(40), new(9, 0), new(12, 0), "Göteborg", "Gemensam inriktning."), CancellationToken.None);
        var id = planned.Value.MeetingId;
        await _app.Services.GetRequiredService<EditAgenda>().Add(planner, null, id, new(ItemKinds.Information, "Läget i områdena", "", 15, ""), null, CancellationToken.None);
        var task = await _app.Read(db => db.Tasks.AsNoTracking().SingleAsync(t => t.InstanceId == id && t.EndedAt == null && t.CommandName == "SendNotice"));
        var side = await _app.Read(db => db.Set<Meeting>().Where(m => m.Id == id).Select(m => m.ChairSide).SingleAsync());
        return (id, task, side!);
    }
}
