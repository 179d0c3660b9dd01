using System.Net;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Decisions;

/// <summary>The register of positions, and the cases that belong together, as everybody who is signed in sees them.</summary>
[TestFixture]
internal sealed class PositionsPageTests
{
    private static readonly DateTimeOffset Taken = new(2020, 5, 14, 9, 0, 0, TimeSpan.Zero);

    private WebApp _app = null!;

    [OneTimeSetUp]
    public void Open() => _app = WebApp.WithProcess();

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [Test]
    public async Task It_asks_for_a_sign_in()
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync("/stallningstaganden");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    [Property("Requirement", "R79")]
    public async Task An_old_position_is_found_by_a_word_of_it_and_says_whether_it_holds()
    {
        var old = await Add("2020-90001", "Länsgemensam rutin i MedControl", Taken, "stannar-i-vvg");
        await Add("2026-90002", "Rutin för hemgång", Taken.AddYears(6), "rekommenderande");
        using var browser = await _app.SignedIn("lasare");

        var found = (await WebApp.Page(await browser.GetAsync("/stallningstaganden?q=medcontrol"))).QuerySelector("table")!.TextContent;
        Assert.That(found, Does.Contain("2020-90001").And.Contain("Gäller").And.Not.Contain("2026-90002"));
        var year = (await WebApp.Page(await browser.GetAsync("/stallningstaganden?ar=2026"))).QuerySelector("table")!.TextContent;
        Assert.That(year, Does.Contain("2026-90002").And.Contain("Preliminärt, väntar på SRO").And.Not.Contain("2020-90001"));

        var again = await Add("2026-90003", "Rutin i MedControl, igen", Taken.AddYears(6), "stannar-i-vvg");
        await _app.Read(db =>
        {
            db.Add(new CaseLink { CaseId = again, ToCaseId = old, Kind = CaseLinkKind.Reopens, MadeBy = "system", MadeAt = Taken });
            return db.SaveChangesAsync();
        });
        var replaced = (await WebApp.Page(await browser.GetAsync("/stallningstaganden?ar=2020"))).QuerySelector("table")!.TextContent;
        Assert.That(replaced, Does.Contain("Ersatt av ett senare"));
    }

    [Test]
    [Property("Requirement", "R79")]
    public async Task The_opening_of_a_meeting_is_no_position_whatever_was_said_of_it()
    {
        await Add("2019-90004", "Samverkan vid utskrivning", Taken.AddYears(-1), "stannar-i-vvg");
        await _app.Read(async db =>
        {
            var meeting = await db.Set<Meeting>().SingleAsync(m => m.Number == "VVG 2019-90004");
            db.Add(new AgendaItem
            {
                Id = Guid.CreateVersion7(),
                MeetingId = meeting.Id,
                Kind = ItemKinds.Formalities,
                Title = "Mötets öppnande",
                ClosedAt = Taken.AddYears(-1),
                Conclusion = "tagen",
                Clauses = "staller-sig-bakom",
                Effect = "stannar-i-vvg",
            });
            return await db.SaveChangesAsync();
        });
        using var browser = await _app.SignedIn("lasare");

        var found = (await WebApp.Page(await browser.GetAsync("/stallningstaganden?ar=2019"))).QuerySelector("table")!.TextContent;

        Assert.That(found, Does.Contain("2019-90004").And.Not.Contain("Mötets öppnande"));
    }

    private Task<Guid> Add(string number, string title, DateTimeOffset at, string effect) => _app.Read(async db =>
    {
        var row = new CaseRow { Id = Guid.CreateVersion7(at), Number = number, Title = title, OriginKind = "area", OriginArea = "fyrbodal", SubmittedBy = "system", SubmittedAt = at, StatusSince = at };
        var meeting = new Meeting { Id = Guid.CreateVersion7(at), Body = "vvg", Kind = Meeting.Ordinary, Number = "VVG " + number, Date = DateOnly.FromDateTime(at.Date), PlannedBy = "system" };
        db.Cases.Add(row);
        db.Add(meeting);
        db.Add(new AgendaItem
        {
            Id = Guid.CreateVersion7(at),
            MeetingId = meeting.Id,
            Kind = ItemKinds.Position,
            Title = title,
            CaseId = row.Id,
            ClosedAt = at,
            Conclusion = "tagen",
            Clauses = "staller-sig-bakom",
            Effect = effect,
        });
        await db.SaveChangesAsync();
        return row.Id;
    });
}
