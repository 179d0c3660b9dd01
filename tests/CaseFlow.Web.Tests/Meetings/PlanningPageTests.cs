using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Language;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Meetings;

/// <summary>Planning is shown to those who plan for the body, and to nobody else.</summary>
[TestFixture]
internal sealed class PlanningPageTests
{
    private WebApp _app = null!;

    [OneTimeSetUp]
    public void Open() => _app = WebApp.AsShipped();

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [TestCase("sro-sekretariat", null, "sro")]
    [TestCase("administration", "vgr", "vvg")]
    [TestCase("beredningsansvarig", "vgr", "vvg beredning")]
    [TestCase("lasare", null, "")]
    public async Task The_bodies_to_plan_for_are_those_of_the_readers_role(string role, string? side, string bodies)
    {
        using var browser = await _app.SignedIn(role, side);

        var page = await WebApp.Page(await browser.GetAsync("/moten"));

        Assert.That(page.QuerySelectorAll("select[name=organ] option").Select(o => o.GetAttribute("value")).Where(v => v?.Length > 0), Is.EquivalentTo(bodies.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [TestCase("sro-sekretariat", null, ExpectedResult = false)]
    [TestCase("vice-ordforande", "vastkom", ExpectedResult = true)]
    public async Task<bool> Moving_and_cancelling_are_shown_to_those_who_plan_for_the_body(string role, string? side)
    {
        _ = _app.Server;
        var planned = await _app.Services.GetRequiredService<PlanMeeting>().Handle(
            new Actor("planerare", [new("administration", "vgr")]), null,
            new("vvg", Meeting.Ordinary, SwedishDates.Day(TimeProvider.System.GetUtcNow()).AddDays(40), new(9, 0), new(12, 0), "Göteborg", ""), CancellationToken.None);
        using var browser = await _app.SignedIn(role, side);

        var page = await WebApp.Page(await browser.GetAsync($"/moten/{planned.Value.MeetingId}"));

        return page.QuerySelector("#move") is not null;
    }
}
