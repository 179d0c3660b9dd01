using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Web.Tests.Minutes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Meetings;

/// <summary>The roll is called from the register that each area and side keeps of its own seats.</summary>
internal sealed class RollCallTests
{
    private const string Seat = "vvg-fyrbodal-1";

    [Test]
    [Property("Requirement", "R93")]
    [Property("Requirement", "R143")]
    [Property("Requirement", "R144")]
    public async Task The_named_substitute_is_chosen_beside_the_holders_name_and_stands_in_the_minutes()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.UnderWay(app);
        await Appoint(app, meeting, "Ada Ek", isSubstitute: false);
        await Appoint(app, meeting, "Bo Al", isSubstitute: true);
        using var browser = await meeting.Browser($"administration.{meeting.Chair}");

        var page = await Page(browser, meeting);
        var choice = Choices(page).Single(o => o.TextContent.Contains("Bo Al", StringComparison.Ordinal));
        Assert.That(page.QuerySelector($"label[for$='plats-{Seat}']")!.TextContent, Does.Contain("Ada Ek"));
        await Post(browser, meeting, page, ("plats-" + Seat, choice.Value), ("plats-vvg-simba-1", "franvarande"));

        var draft = (await WebApp.Page(await browser.GetAsync(meeting.Path))).QuerySelector("main")!.TextContent;
        Assert.That(draft, Does.Contain("Representant kommun, Ada Ek: ersättare (Bo Al)"));
        Assert.That(draft, Does.Contain("Frånvarande: Representant kommun (SIMBA)"));
    }

    [Test]
    [Property("Requirement", "R93")]
    public async Task Somebody_else_is_named_in_words_and_a_substitute_of_another_seat_is_refused()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.UnderWay(app);
        await Appoint(app, meeting, "Bo Al", isSubstitute: true);
        var other = await app.Read(db => db.Set<SeatHolder>().Select(h => h.Id).SingleAsync());
        using var browser = await meeting.Browser($"ordforande.{meeting.Chair}");

        await Post(browser, meeting, await Page(browser, meeting), ("annan-" + Seat, "Verksamhetschef, Uddevalla"));
        var refused = await app.Services.GetRequiredService<RegisterAttendance>().Handle(
            await meeting.Actor($"ordforande.{meeting.Chair}"), null, meeting.Id, [new("vvg-simba-1", AttendanceStates.Substitute, SubstituteId: other)], CancellationToken.None);

        var roll = await Roll(app, meeting);
        Assert.That(roll.Single().CameInstead, Is.EqualTo("Verksamhetschef, Uddevalla"));
        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("meetings.no-substitute"));
    }

    [Test]
    [Property("Requirement", "R143")]
    public async Task Two_who_call_the_roll_at_once_keep_each_others_words()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.UnderWay(app);
        using var first = await meeting.Browser($"administration.{meeting.Chair}");
        using var second = await meeting.Browser($"ordforande.{meeting.Chair}");
        var (mine, theirs) = (await Page(first, meeting), await Page(second, meeting));

        await Post(second, meeting, theirs, ("plats-vvg-simba-1", "franvarande"));
        await Post(first, meeting, mine, ("plats-" + Seat, "narvarande"));

        var roll = await Roll(app, meeting);
        Assert.That(roll.Select(s => (s.Key, s.Recorded!.State)), Is.EquivalentTo(new[] { ("vvg-simba-1", "franvarande"), (Seat, "narvarande") }));
        var last = await Page(first, meeting);
        await Post(first, meeting, last, ("_step", "rest"));
        Assert.That((await Roll(app, meeting)).Count(s => s.Recorded!.State == "narvarande"), Is.EqualTo(last.QuerySelectorAll(".roll__seat select").Length - 1), "the others are present, the absent one is still absent");
    }

    [Test]
    [Property("Requirement", "R94")]
    [Property("Requirement", "R109")]
    public async Task Those_without_a_seat_stand_in_the_minutes_under_what_they_were_there_as()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.UnderWay(app);
        using var browser = await meeting.Browser($"administration.{meeting.Chair}");
        foreach (var (kind, who) in new[] { ("kallad", "Föredragande SIP"), ("gast", "Praktikant") })
        {
            var form = (await Page(browser, meeting)).QuerySelector("#form-others")!;
            await browser.PostAsync($"/moten/{meeting.Id}", Forms.Fill(form, ("slag", kind), ("person", who), ("fran", "VGR")));
        }

        var text = (await WebApp.Page(await browser.GetAsync(meeting.Path))).QuerySelector("main")!.TextContent;

        Assert.That(text, Does.Contain("Kallad: Föredragande SIP, VGR").And.Contain("Gäst: Praktikant, VGR"));
    }

    private static async Task Appoint(WebApp app, HeldMeeting meeting, string name, bool isSubstitute)
    {
        var seat = await app.Read(db => db.Set<Seat>().SingleAsync(s => s.Key == Seat));
        var done = await app.Services.GetRequiredService<AppointToSeat>().Handle(
            await meeting.Actor("processledare.fyrbodal"), null, new(seat.Id, seat.Version, name, "", null, isSubstitute, meeting.Date, null), CancellationToken.None);
        Assert.That(done.Refusals, Is.Empty);
    }

    private static async Task<IReadOnlyList<SeatAtMeeting>> Roll(WebApp app, HeldMeeting meeting) =>
        [.. (await app.Services.GetRequiredService<MeetingList>().Find(meeting.Id, CancellationToken.None))!.Roll.Seats.Where(s => s.Recorded is not null)];

    private static IEnumerable<IHtmlOptionElement> Choices(IParentNode page) => page.QuerySelectorAll($"select[name='plats-{Seat}'] option").OfType<IHtmlOptionElement>();

    private static async Task<IDocument> Page(HttpClient browser, HeldMeeting meeting) => await WebApp.Page(await browser.GetAsync($"/moten/{meeting.Id}"));

    private static async Task Post(HttpClient browser, HeldMeeting meeting, IParentNode page, params (string Name, string Value)[] typed)
    {
        using var answer = await browser.PostAsync($"/moten/{meeting.Id}", Forms.Fill(page.QuerySelector("#form-attendance")!, typed));
        Assert.That((int)answer.StatusCode, Is.EqualTo(302));
    }
}
