using System.Net;
using AngleSharp.Html.Dom;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Minutes;

/// <summary>The minutes are signed by one of each side over the text that was read, and published for everybody.</summary>
internal sealed class SigningTests
{
    private const string Text = "# Mötesanteckning\n\n## 1. Årshjulet\n\nMötet noterade informationen.\n\n- [Underlag](/handlingar/1)";

    [Test]
    [Property("Requirement", "R139")]
    public async Task A_signature_needs_the_password_again_over_the_text_that_is_shown_and_no_other_road_signs()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.In(app);
        await meeting.Submit(Text);
        var chair = $"ordforande.{meeting.Chair}";
        var task = await meeting.TaskOf("SignMinutes", chair);
        var answers = FormAnswers.FromFields([KeyValuePair.Create("signerat", (IReadOnlyList<string>)["ja"])]);
        var elsewhere = await app.Services.GetRequiredService<CompleteTask>().Handle(await meeting.Actor(chair), null, new(task.Address, task.Version, answers), CancellationToken.None);
        Assert.That(elsewhere.Refusals.Select(r => r.Code), Is.EqualTo(new[] { "minutes.not-confirmed" }));

        using var browser = await meeting.Browser(chair);
        var (address, page) = await Open(browser, meeting, "SignMinutes", "underskrift", chair);
        var hash = Paragraphs.Hash(Paragraphs.Normal(Text));
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("Mötet noterade informationen.").And.Contain(hash));
        using var wrong = await browser.PostAsync(address, Forms.Fill(page.QuerySelector("#form-sign")!, ("signerat", "ja"), ("_password", "fel-losenord-har")));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        using var other = await browser.PostAsync(address, Forms.Fill(page.QuerySelector("#form-sign")!, ("signerat", "ja"), ("_password", DemoAccounts.Password), ("_hash", new string('0', 64))));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "another text than the one that was shown");
        Assert.That(await Signatures(app, meeting), Is.Empty);

        await Sign(meeting, chair);

        var signature = (await Signatures(app, meeting)).Single();
        Assert.That((signature.Role, signature.Side, signature.Method, signature.Hash), Is.EqualTo(("ordforande", meeting.Chair, "losenord", hash)));
    }

    [Test]
    [Property("Requirement", "R139")]
    public async Task Who_cannot_sign_sends_it_back_with_the_reason_and_the_new_version_has_no_signature()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.In(app);
        await meeting.Submit(Text);
        await Sign(meeting, $"ordforande.{meeting.Chair}");
        var member = $"vice-ordforande.{meeting.Other}";
        using var browser = await meeting.Browser(member);
        var (address, page) = await Open(browser, meeting, "SignMinutes", "underskrift", member);
        using var declined = await browser.PostAsync(address, Forms.Fill(page.QuerySelector("#form-sign")!, ("signerat", "nej"), ("skal", "En synpunkt saknas.")));
        Assert.That(declined.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        using var writer = await meeting.Browser($"administration.{meeting.Chair}");
        page = await WebApp.Page(await writer.GetAsync(meeting.Path));
        Assert.That(page.QuerySelector(".note")!.TextContent, Does.Contain("Kunde inte skriva under").And.Contain("En synpunkt saknas."));
        await meeting.Submit(Text + "\n\nEn synpunkt.");
        page = await WebApp.Page(await writer.GetAsync(meeting.Path));
        Assert.That(page.QuerySelector(".page-head")!.TextContent, Does.Contain("Version 2, 0 av 2 underskrifter."));
    }

    [Test]
    [Property("Requirement", "R140")]
    [Property("Requirement", "R141")]
    [Property("Requirement", "R142")]
    public async Task Published_is_said_when_both_sites_have_confirmed_and_withdrawn_minutes_are_gone()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.In(app);
        await app.Read(async db =>
        {
            var seat = await db.Set<Seat>().FirstAsync(s => s.Body == "vvg");
            db.Add(new SeatHolder { Id = Guid.NewGuid(), SeatId = seat.Id, PersonName = "Xenia Prov", ValidFrom = new(2020, 1, 1), AppointedBy = "system" });
            return await db.SaveChangesAsync();
        });
        await meeting.Submit(Text + "\n\nXenia Provs fråga besvarades.");
        await Sign(meeting, $"ordforande.{meeting.Chair}");
        await Sign(meeting, $"vice-ordforande.{meeting.Other}");
        var address = $"/anteckningar/vvg/{meeting.Date:yyyy-MM-dd}";
        using var anybody = app.Browser();
        Assert.That((await anybody.GetAsync(address)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "signed is not published");

        using var first = await meeting.Browser($"administration.{meeting.Chair}");
        var (publishing, page) = await Open(first, meeting, "ConfirmPublication", "publicering", $"administration.{meeting.Chair}");
        Assert.That(page.QuerySelector(".notice--warning")!.TextContent, Does.Contain("Xenia Prov"));
        using var unseen = await first.PostAsync(publishing, Forms.Fill(page.QuerySelector("#form-approve")!));
        Assert.That(unseen.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        (await first.PostAsync(publishing, Forms.Fill(page.QuerySelector("#form-approve")!, ("namn", "true")))).Dispose();

        page = await WebApp.Page(await anybody.GetAsync(address));
        Assert.That(page.QuerySelector("h1")!.TextContent, Does.Match(@"^\d{4}-\d\d-\d\d Mötesanteckning .* VVG$"));
        Assert.That(page.QuerySelector("article h2")!.TextContent, Does.Contain("1. Årshjulet"));
        Assert.That(page.QuerySelector("article a"), Is.Null, "what needs a sign-in is named, not linked to");
        Assert.That(await anybody.GetStringAsync("/anteckningar/feed.atom"), Does.Contain(address).And.Contain("Mötet noterade informationen."));
        await Confirm(first, meeting, $"administration.{meeting.Chair}");
        Assert.That(await Status(anybody, address), Is.EqualTo("Publiceras"));
        using var second = await meeting.Browser($"administration.{meeting.Other}");
        await Confirm(second, meeting, $"administration.{meeting.Other}");
        Assert.That(await Status(anybody, address), Is.EqualTo("Publicerad"));

        page = await WebApp.Page(await first.GetAsync(address));
        (await first.PostAsync(address, Forms.Fill(page.QuerySelector("#form-withdraw")!, ("skal", "Fel bilaga låg med.")))).Dispose();
        using var gone = await anybody.GetAsync(address);
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That((await WebApp.Page(gone)).QuerySelector("main")!.TextContent, Does.Contain("Fel bilaga låg med.").And.Not.Contain("Mötet noterade"));
        Assert.That(await anybody.GetStringAsync("/anteckningar/feed.atom"), Does.Not.Contain(address));
        Assert.That(await app.Read(db => db.Set<SecurityEvent>().CountAsync(e => e.Code == "minutes.withdrawn")), Is.EqualTo(1));
    }

    private static async Task Sign(HeldMeeting meeting, string user)
    {
        using var browser = await meeting.Browser(user);
        var (address, page) = await Open(browser, meeting, "SignMinutes", "underskrift", user);
        using var signed = await browser.PostAsync(address, Forms.Fill(page.QuerySelector("#form-sign")!, ("signerat", "ja"), ("_password", DemoAccounts.Password)));
        Assert.That(signed.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    private static async Task Confirm(HttpClient browser, HeldMeeting meeting, string user)
    {
        var (address, page) = await Open(browser, meeting, "ConfirmPublication", "publicering", user);
        using var confirmed = await browser.PostAsync(address, Forms.Fill(page.QuerySelector("#form-confirm")!, ("publicerad", "true")));
        Assert.That(confirmed.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    private static async Task<string> Status(HttpClient browser, string address) =>
        (await WebApp.Page(await browser.GetAsync(address))).QuerySelector(".tag")!.TextContent;

    private static async Task<(string Address, IHtmlDocument Page)> Open(HttpClient browser, HeldMeeting meeting, string command, string place, string user)
    {
        var address = $"/{place}/{(await meeting.TaskOf(command, user)).Address}";
        return (address, await WebApp.Page(await browser.GetAsync(address)));
    }

    private static Task<List<MinutesSignature>> Signatures(WebApp app, HeldMeeting meeting) =>
        app.Read(db => db.Set<MinutesSignature>().AsNoTracking().Where(s => s.MeetingId == meeting.Id).ToListAsync());
}
