using System.Net;
using AngleSharp.Dom;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Meetings;

/// <summary>The agenda is built on a page of its own, without script.</summary>
[TestFixture]
internal sealed class AgendaPageTests
{
    private WebApp _app = null!;
    private Guid _meeting;
    private HttpClient _browser = null!;

    private string Address => $"/moten/{_meeting}/dagordning";

    [OneTimeSetUp]
    public void Open() => _app = WebApp.AsShipped();

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [SetUp]
    public async Task Plan()
    {
        _ = _app.Server;
        var planned = await _app.Services.GetRequiredService<PlanMeeting>().Handle(
            new Actor("planerare", [new("administration", "vgr")]), null,
            new("vvg", Meeting.Ordinary, SwedishDates.Day(TimeProvider.System.GetUtcNow()).AddDays(40), new(9, 0), new(10, 0), "Göteborg", ""), CancellationToken.None);
        _meeting = planned.Value.MeetingId;
        _browser = await _app.SignedIn("beredningsansvarig", "vgr");
    }

    [TearDown]
    public void SignOut() => _browser.Dispose();

    [Test]
    [Property("Requirement", "R115")]
    [Property("Requirement", "R116")]
    public async Task Items_are_added_and_moved_and_the_page_says_when_the_agenda_ends()
    {
        await Post("#form-add", ("rubrik", "Läget i områdena"), ("typ", "information"), ("minuter", "40"), ("foredragande", "Områdena"), ("forvantan", "Lyssna"));
        await Post("#form-pause", ("minuter", "20"));
        var page = await Post("#form-add", ("rubrik", "Mötesplan"), ("typ", "stallningstagande"), ("minuter", "15"));

        Assert.That(page.QuerySelector(".page-head")!.TextContent, Does.Contain("Slutar 10.20 enligt dagordningen, 20 minuter efter mötets slut."));
        Assert.That(Titles(page), Is.EqualTo(new[] { "Mötets öppnande", "Godkännande av dagens agenda", "Föregående mötesanteckning", "Läget i områdena", "Paus", "Mötesplan", "Skriftlig information utan föredragning", "Mötets avslutande" }));

        page = await Post(Form(page, "Mötesplan", "up-"));
        Assert.That(Titles(page)[4], Is.EqualTo("Mötesplan"));
        Assert.That(Item(page, "Mötesplan").TextContent, Does.Contain("15 minuter, kl. 9.45 – 10.00"));
    }

    [Test]
    [Property("Requirement", "R120")]
    public async Task Too_much_information_shows_against_the_wish_and_the_start_and_is_made_written_with_one_button()
    {
        var page = await Post("#form-add", ("rubrik", "Läget i områdena"), ("typ", "information"), ("minuter", "30"));
        Assert.That(page.QuerySelector(".agenda-sum")!.TextContent, Does.Contain("100 procent information").And.Contain("högst 40 önskas").And.Contain("utgångsläget var 93"));

        page = await Post(Form(page, "Läget i områdena", "become-"));

        Assert.That(Item(page, "Läget i områdena").TextContent, Does.Contain("Skriftlig information"));
        Assert.That(page.QuerySelector(".agenda-sum")!.TextContent, Does.Contain("0 procent information"));
    }

    [Test]
    [Property("Requirement", "R109")]
    public async Task Somebody_is_called_to_one_item_and_a_wrong_address_keeps_what_was_typed()
    {
        var page = await Post("#form-add", ("rubrik", "Riktlinjen"), ("typ", "dialog"), ("minuter", "10"));
        var form = Form(page, "Riktlinjen", "invite-");
        using var wrong = await _browser.PostAsync(Address, Forms.Fill(page.QuerySelector(form)!, ("kalladRoll", "Sakkunnig, VGR"), ("kalladAdress", "sakkunnig")));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await WebApp.Page(wrong)).QuerySelector(form + " [name=kalladRoll]")!.GetAttribute("value"), Is.EqualTo("Sakkunnig, VGR"));

        page = await Post(form, ("kalladRoll", "Sakkunnig, VGR"), ("kalladAdress", "sakkunnig@vgr.example"));

        Assert.That(Item(page, "Riktlinjen").TextContent, Does.Contain("En kallad till punkten").And.Contain("Sakkunnig, VGR, sakkunnig@vgr.example"));
    }

    [Test]
    public async Task Others_are_told_that_the_agenda_is_not_theirs_and_the_overview_leads_here_for_those_who_build_it()
    {
        using var reader = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await reader.GetAsync(Address));
        var overview = await WebApp.Page(await _browser.GetAsync($"/moten/{_meeting}"));

        Assert.That(page.QuerySelectorAll("form").Where(f => f.Id?.StartsWith("form-add", StringComparison.Ordinal) == true), Is.Empty);
        Assert.That(overview.QuerySelector($"a[href='{Address}']"), Is.Not.Null);
        Assert.That((await WebApp.Page(await reader.GetAsync($"/moten/{_meeting}"))).QuerySelector($"a[href='{Address}']"), Is.Null);
    }

    [Test]
    [Property("Requirement", "R110")]
    public async Task What_was_sent_and_what_was_added_since_stand_on_the_page_of_the_notice()
    {
        var task = await _app.Read(db => db.Tasks.AsNoTracking().SingleAsync(t => t.InstanceId == _meeting && t.EndedAt == null && t.CommandName == "SendNotice"));
        var notice = await WebApp.Page(await _browser.GetAsync("/kallelse/" + task.Address));
        using var sent = await _browser.PostAsync("/kallelse/" + task.Address, Forms.Fill(notice.QuerySelector("#form-notice")!, ("syfte", "Inriktning."), ("halsning", "Välkomna!")));
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var side = await _app.Read(db => db.Set<Meeting>().Where(m => m.Id == _meeting).Select(m => m.ChairSide).SingleAsync());
        using var administration = await _app.SignedIn("administration", side);
        var builder = await WebApp.Page(await administration.GetAsync(Address));
        await administration.PostAsync(Address, Forms.Fill(builder.QuerySelector("#form-add")!, ("rubrik", "Sent tillagt"), ("typ", "dialog"), ("minuter", "5")));

        var page = await WebApp.Page(await administration.GetAsync($"/moten/{_meeting}/kallelse"));
        Assert.That(page.QuerySelector("section[aria-labelledby=added]")!.TextContent, Does.Contain("Sent tillagt").And.Contain("Kompletterande"));
        Assert.That(page.QuerySelector("section[aria-labelledby=notice-1]")!.TextContent, Does.Contain("Välkomna!").And.Not.Contain("Sent tillagt"));
        using var supplement = await administration.PostAsync($"/moten/{_meeting}/kallelse", Forms.Fill(page.QuerySelector("#form-supplement")!));
        page = await WebApp.Page(await administration.GetAsync($"/moten/{_meeting}/kallelse"));

        Assert.That(supplement.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(page.QuerySelector("section[aria-labelledby=notice-2]")!.TextContent, Does.Contain("Kompletterande handlingar").And.Contain("Sent tillagt"));
        Assert.That(page.QuerySelector("section[aria-labelledby=added]"), Is.Null);
    }

    private async Task<IDocument> Post(string form, params (string Name, string Value)[] typed)
    {
        var page = await WebApp.Page(await _browser.GetAsync(Address));
        using var answer = await _browser.PostAsync(Address, Forms.Fill(page.QuerySelector(form)!, typed));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        return await WebApp.Page(await _browser.GetAsync(Address));
    }

    private static string[] Titles(IDocument page) => [.. page.QuerySelectorAll("ol[data-agenda] > li h3").Select(h => h.TextContent)];

    private static IElement Item(IDocument page, string title) => page.QuerySelectorAll("ol[data-agenda] > li").Single(l => l.QuerySelector("h3")!.TextContent == title);

    private static string Form(IDocument page, string title, string name) => "#" + Item(page, title).QuerySelectorAll("form").Select(f => f.Id!).Single(id => id.StartsWith("form-" + name, StringComparison.Ordinal));
}
