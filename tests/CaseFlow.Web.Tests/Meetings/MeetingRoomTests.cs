using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Minutes;
using CaseFlow.Web.Tests.Minutes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Meetings;

/// <summary>Meeting mode: one item at a time, for two who record at once.</summary>
internal sealed class MeetingRoomTests
{
    [Test]
    [Property("Requirement", "R138")]
    public async Task Two_who_write_notes_at_once_lose_no_word()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.UnderWay(app);
        using var first = await meeting.Browser($"administration.{meeting.Chair}");
        using var second = await meeting.Browser($"ordforande.{meeting.Chair}");
        await Note(first, meeting, await Room(first, meeting), "Fyrbodal berättade.\n\nSkaraborg frågade.");
        var (mine, theirs) = (await Room(first, meeting), await Room(second, meeting));

        await Note(second, meeting, theirs, "Fyrbodal berättade.\n\nSkaraborg frågade om pengar.");
        var apart = await Note(first, meeting, mine, "Fyrbodal berättade om läget.\n\nSkaraborg frågade.");
        Assert.That(apart.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await Notes(app, meeting), Is.EqualTo("Fyrbodal berättade om läget.\n\nSkaraborg frågade om pengar."));

        // The page that is now old is written on again, in a paragraph that the other has changed.
        var collided = await Note(first, meeting, mine, "Fyrbodal berättade.\n\nSkaraborg frågade om tid.");
        var page = await WebApp.Page(collided);
        Assert.That(collided.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page.QuerySelector("[data-notes-collision]")!.TextContent, Does.Contain("om pengar").And.Contain("om tid"));
        Assert.That(page.QuerySelector<IHtmlTextAreaElement>("textarea[name=anteckning]")!.Value, Does.Contain("om tid"), "what was typed is still in the box");
        Assert.That(await Notes(app, meeting), Does.Contain("om pengar"), "and nothing was overwritten");
    }

    [Test]
    [Property("Requirement", "R113")]
    public async Task What_is_changed_after_the_agenda_was_approved_stands_in_the_minutes_as_a_change_at_the_meeting()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.UnderWay(app);
        using var browser = await meeting.Browser($"ordforande.{meeting.Chair}");
        var agenda = await Item(app, meeting, i => i.StandingKey == "agenda");
        Assert.That((await Room(browser, meeting)).QuerySelector("main")!.TextContent, Does.Contain("Dagordningen är inte godkänd än."));
        using var approved = await Post(browser, meeting, await Room(browser, meeting, agenda.Id), "#form-approve", agenda.Id);
        Assert.That(approved.StatusCode, Is.EqualTo(HttpStatusCode.Found));

        await app.Services.GetRequiredService<EditAgenda>().Add(
            await meeting.Actor($"ordforande.{meeting.Chair}"), null, meeting.Id, new("information", "Läget på akuten", "", 5, ""), null, CancellationToken.None);

        Assert.That((await Room(browser, meeting, agenda.Id)).QuerySelector("main")!.TextContent, Does.Contain("Tillagd: Läget på akuten"));
        var minutes = (await WebApp.Page(await browser.GetAsync(meeting.Path))).QuerySelector("main")!.TextContent;
        Assert.That(minutes, Does.Contain("Dagens agenda godkänns.").And.Contain("Ändring vid mötet: tillagd punkt: Läget på akuten"));
        Assert.That(minutes, Does.Not.Contain("punkt: Årshjulet"), "what was there when the agenda was approved is no change");
    }

    [Test]
    [Property("Requirement", "R114")]
    public async Task Approving_the_previous_minutes_links_to_them_and_marks_them_approved()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.UnderWay(app);
        var earlier = await app.Read(async db =>
        {
            var before = new Meeting { Id = Guid.NewGuid(), Body = "vvg", Kind = Meeting.Ordinary, Number = "VVG förra", Date = meeting.Date.AddDays(-30), PlannedBy = "x" };
            db.Add(before);
            db.Add(new MinutesVersion { MeetingId = before.Id, Version = 1, Text = "Förra.", Hash = Paragraphs.Hash("Förra."), WrittenBy = "x" });
            await db.SaveChangesAsync();
            return before.Id;
        });
        using var browser = await meeting.Browser($"ordforande.{meeting.Chair}");
        var item = await Item(app, meeting, i => i.StandingKey == "foregaende");
        var room = await Room(browser, meeting, item.Id);
        Assert.That(room.QuerySelector($"a[href='/moten/{earlier}/anteckning']"), Is.Not.Null);

        await Post(browser, meeting, room, "#form-approve", item.Id);

        var marked = await app.Read(db => db.Set<Meeting>().SingleAsync(m => m.Id == earlier));
        Assert.That((marked.MinutesApprovedIn, marked.MinutesApprovedAt is not null), Is.EqualTo((meeting.Id, true)));
        var minutes = await WebApp.Page(await browser.GetAsync(meeting.Path));
        Assert.That(minutes.QuerySelector($".minutes-text a[href='/moten/{earlier}/anteckning']")?.TextContent, Does.Contain("VVG förra"));
    }

    [Test]
    [Property("Requirement", "R62")]
    [Property("Requirement", "R115")]
    public async Task An_item_is_begun_recorded_and_followed_by_the_next_and_readers_only_look()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.UnderWay(app);
        using var browser = await meeting.Browser($"administration.{meeting.Chair}");
        var room = await Room(browser, meeting);
        await Post(browser, meeting, room, "#form-start", meeting.ItemId);
        var begun = await Room(browser, meeting);
        Assert.That(begun.QuerySelector("[data-clock]")!.GetAttribute("data-minutes"), Is.EqualTo("20"));

        using var recorded = await Post(browser, meeting, begun, "#form-clauses", meeting.ItemId, ("satser", "noterar"), ("_step", "next"));

        Assert.That(recorded.Headers.Location!.ToString(), Does.EndWith(begun.QuerySelector("a[rel=next]")!.GetAttribute("href")!));
        Assert.That((await Item(app, meeting, i => i.Id == meeting.ItemId)).Clauses, Is.EqualTo("noterar"));
        using var reader = await app.SignedIn("lasare");
        var seen = await Room(reader, meeting);
        Assert.That(seen.QuerySelectorAll("main form").Select(f => f.Id), Is.Empty);
        Assert.That(seen.QuerySelector("[data-room]")!.GetAttribute("data-next"), Is.Not.Empty);
    }

    private static Task<AgendaItem> Item(WebApp app, HeldMeeting meeting, Func<AgendaItem, bool> which) =>
        app.Read(async db => (await db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == meeting.Id).ToListAsync()).Single(which));

    private static async Task<string> Notes(WebApp app, HeldMeeting meeting) => (await Item(app, meeting, i => i.Id == meeting.ItemId)).Notes;

    private static string Path(HeldMeeting meeting, Guid item) => $"/moten/{meeting.Id}/rum?punkt={item}";

    private static async Task<IDocument> Room(HttpClient browser, HeldMeeting meeting, Guid? item = null) =>
        await WebApp.Page(await browser.GetAsync(Path(meeting, item ?? meeting.ItemId)));

    private static Task<HttpResponseMessage> Note(HttpClient browser, HeldMeeting meeting, IParentNode page, string text) =>
        Post(browser, meeting, page, "#form-notes", meeting.ItemId, ("anteckning", text), ("_request", Guid.NewGuid().ToString("N")));

    private static Task<HttpResponseMessage> Post(HttpClient browser, HeldMeeting meeting, IParentNode page, string form, Guid item, params (string Name, string Value)[] typed) =>
        browser.PostAsync(Path(meeting, item), Forms.Fill(page.QuerySelector(form)!, typed));
}
