using System.Net;
using AngleSharp.Html.Dom;
using CaseFlow.Cases.Minutes;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Minutes;

/// <summary>The minutes are written from what was recorded, by several, in versions that are all kept.</summary>
internal sealed class MinutesPageTests
{
    [Test]
    [Property("Requirement", "R108")]
    [Property("Requirement", "R99")]
    [Property("Requirement", "R138")]
    public async Task The_draft_holds_the_head_the_attendance_by_group_and_the_items_with_times_and_clauses()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.In(app);
        using var browser = await meeting.Browser($"administration.{meeting.Chair}");

        var text = Typed(await Open(browser, meeting));

        var date = meeting.Date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("sv-SE"));
        Assert.That(text, Does.Contain($"Datum: {date}\nTid: kl. 9.00 – 12.00\nPlats: Göteborg och digitalt"));
        Assert.That(text, Does.Match("## Närvaro\n\n### Fyrbodal\n\n- .+: närvarande"));
        Assert.That(text, Does.Match(@"## \d\. Årshjulet 2027\n\n20 minuter, kl\. 9\.05 – 9\.25\nFöredragande: Beredningen\n\nStällningstagande: .*[Nn]oterar"));
    }

    [Test]
    [Property("Requirement", "R138")]
    public async Task Each_saved_version_is_kept_and_its_changes_are_marked_for_eyes_and_ears()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.In(app);
        using var browser = await meeting.Browser($"administration.{meeting.Chair}");
        await Save(browser, await Open(browser, meeting), meeting, "Första stycket.\n\nMötet noterade informationen.");
        var saved = await Save(browser, await Open(browser, meeting), meeting, "Första stycket.\n\nMötet noterade den muntliga informationen.");

        Assert.That(saved.Headers.Location!.ToString(), Does.EndWith("?sparat=ja"));
        var page = await WebApp.Page(await browser.GetAsync(meeting.Path + "?fran=1&till=2"));
        Assert.That(page.QuerySelector("ins")!.TextContent, Does.StartWith("Tillagt:").And.Contain("den muntliga"));
        Assert.That(page.QuerySelectorAll("del"), Is.Empty);
        Assert.That(await app.Read(db => db.Set<MinutesVersion>().CountAsync(v => v.MeetingId == meeting.Id)), Is.EqualTo(2));
    }

    [Test]
    [Property("Requirement", "R138")]
    public async Task Two_who_write_at_once_lose_nothing()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.In(app);
        using var first = await meeting.Browser($"administration.{meeting.Chair}");
        using var second = await meeting.Browser($"administration.{meeting.Chair}");
        await Save(first, await Open(first, meeting), meeting, "Ett.\n\nTvå.\n\nTre.");
        var (mine, theirs) = (await Open(first, meeting), await Open(second, meeting));
        await Save(second, theirs, meeting, "Ett, den andras.\n\nTvå.\n\nTre.");

        var merged = await Save(first, mine, meeting, "Ett.\n\nTvå.\n\nTre, min.");

        Assert.That(merged.Headers.Location!.ToString(), Does.EndWith("?sparat=sammanfogat"));
        Assert.That(await Last(app, meeting), Is.EqualTo("Ett, den andras.\n\nTvå.\n\nTre, min."));

        (mine, theirs) = (await Open(first, meeting), await Open(second, meeting));
        await Save(second, theirs, meeting, "Ett, igen den andras.\n\nTvå.\n\nTre, min.");
        var collided = await Save(first, mine, meeting, "Ett, nu min.\n\nTvå.\n\nTre, min.");

        Assert.That(collided.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var page = await WebApp.Page(collided);
        Assert.That(page.QuerySelector(".side-by-side")!.TextContent, Does.Contain("igen").And.Contain("nu min"));
        Assert.That(Typed(page), Does.Contain("Ett, nu min."), "what was typed is still there");
        Assert.That((await Save(first, page, meeting, "Ett, bådas.\n\nTvå.\n\nTre, min.")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    [Property("Requirement", "R138")]
    public async Task Who_takes_part_comments_and_the_writer_marks_it_as_taken_care_of()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.In(app);
        using var member = await meeting.Browser($"vice-ordforande.{meeting.Other}");
        var page = await Open(member, meeting);
        Assert.That(page.QuerySelector("textarea[name=anteckning]"), Is.Null, "only the administration writes");
        (await member.PostAsync(meeting.Path, Forms.Fill(page.QuerySelector("#form-comment")!, ("kommentar", "Tiden stämmer inte.")))).Dispose();

        using var writer = await meeting.Browser($"administration.{meeting.Chair}");
        page = await Open(writer, meeting);
        Assert.That(page.QuerySelector(".note")!.TextContent, Does.Contain("Tiden stämmer inte."));
        (await writer.PostAsync(meeting.Path, Forms.Fill(page.QuerySelector(".note form")!))).Dispose();
        Assert.That((await Open(writer, meeting)).QuerySelector(".note")!.TextContent, Does.Contain("Åtgärdad"));
    }

    [Test]
    [Property("Requirement", "R138")]
    public async Task The_task_is_done_on_the_same_page_and_only_over_the_version_that_was_seen()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.In(app);
        var administration = $"administration.{meeting.Chair}";
        using var browser = await meeting.Browser(administration);
        var list = await WebApp.Page(await browser.GetAsync("/att-gora"));
        var address = "/anteckning/" + (await meeting.TaskOf("SubmitMinutes", administration)).Address;
        Assert.That(list.QuerySelector($"a[href^='{address}']"), Is.Not.Null);
        var old = await WebApp.Page(await browser.GetAsync(address));
        await Save(browser, await Open(browser, meeting), meeting, "Första.");
        await Save(browser, await Open(browser, meeting), meeting, "Andra.");
        var seen = await Open(browser, meeting);
        await Save(browser, await Open(browser, meeting), meeting, "Tredje.");

        using var refused = await browser.PostAsync(address, Forms.Fill(seen.QuerySelector("#form-minutes")!, ("anteckning", "Andra."), ("_step", "send")));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        using var done = await browser.PostAsync(address, Forms.Fill((await WebApp.Page(await browser.GetAsync(address))).QuerySelector("#form-minutes")!, ("_step", "send")));
        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await meeting.Open("SignMinutes"), Has.Count.EqualTo(2));
        Assert.That(await Last(app, meeting), Is.EqualTo("Tredje."));
        using var late = await browser.PostAsync(address, Forms.Fill(old.QuerySelector("#form-minutes")!, ("anteckning", "För sent."), ("_step", "save")));
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "what is being signed is not changed");
    }

    private static async Task<IHtmlDocument> Open(HttpClient browser, HeldMeeting meeting) => await WebApp.Page(await browser.GetAsync(meeting.Path));

    private static string Typed(IHtmlDocument page) => ((IHtmlTextAreaElement)page.QuerySelector("textarea[name=anteckning]")!).Value;

    private static Task<HttpResponseMessage> Save(HttpClient browser, IHtmlDocument page, HeldMeeting meeting, string text) =>
        browser.PostAsync(meeting.Path, Forms.Fill(page.QuerySelector("#form-minutes")!, ("anteckning", text), ("_step", "save")));

    private static Task<string> Last(WebApp app, HeldMeeting meeting) =>
        app.Read(db => db.Set<MinutesVersion>().Where(v => v.MeetingId == meeting.Id).OrderByDescending(v => v.Version).Select(v => v.Text).FirstAsync());
}
