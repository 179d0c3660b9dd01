using System.Net;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Tasks;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Feedback;

/// <summary>Spridningsläget: what the areas have done, for everybody signed in.</summary>
[TestFixture]
public sealed class SpreadPageTests
{
    private static readonly DateTimeOffset Asked = new(2026, 2, 5, 10, 0, 0, TimeSpan.Zero);

    private WebApp _app = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _app = WebApp.WithProcess();
        var id = (await _app.StartCase("Gemensam rutin")).InstanceId;
        await _app.Read(db =>
        {
            var meeting = new Meeting { Id = Guid.CreateVersion7(Asked), Body = "vvg", Kind = Meeting.Ordinary, Number = "VVG 2026-02-05", Date = new(2026, 2, 5), PlannedBy = "system" };
            db.Add(meeting);
            db.Add(new AgendaItem { Id = Guid.CreateVersion7(Asked), MeetingId = meeting.Id, Kind = ItemKinds.Position, Title = "Rutin", CaseId = id, ClosedAt = Asked, ToBeSpread = true, Wording = "VVG ställer sig bakom rutinen." });
            db.Add(Step(id, 901, "fyrbodal", Asked.AddDays(9)));
            db.Add(new TaskAnswersRow { InstanceId = id, TaskKey = 901, ElementId = "SpridOchForankra", Answers = """{"hur":"På chefsmötet i Uddevalla","malgrupp":["chefer","politik"]}""", AnsweredBy = "system", AnsweredAt = Asked.AddDays(9) });
            db.Add(Step(id, 902, "skaraborg", null));
            return db.SaveChangesAsync();
        });
    }

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [TestCase("/spridning")]
    [TestCase("/spridning.csv")]
    public async Task It_asks_for_a_sign_in(string address)
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    [Property("Requirement", "R154")]
    public async Task A_position_says_what_each_area_has_done_and_who_is_late()
    {
        using var browser = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await browser.GetAsync("/spridning"));

        var main = page.QuerySelector("main")!.TextContent;
        Assert.That(main, Does.Contain("VVG ställer sig bakom rutinen.").And.Contain("1 av 2 områden är klara, 1 är försenade."));
        var rows = page.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.That(rows, Has.Exactly(1).Contains("Fyrbodal").And.Exactly(1).Contains("På chefsmötet i Uddevalla").And.Exactly(1).Contains("chefer, politiker"));
        Assert.That(rows.Single(r => r.Contains("Skaraborg", StringComparison.Ordinal)), Does.Contain("Försenat").And.Contain("senast"));
        Assert.That(page.QuerySelectorAll("a[href^='/arenden/']"), Is.Not.Empty);
    }

    [Test]
    [Property("Requirement", "R154")]
    public async Task Page_and_csv_are_narrowed_by_the_address_alike()
    {
        using var browser = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await browser.GetAsync("/spridning?visa=sena"));
        var csv = await browser.GetStringAsync(page.QuerySelector("a[download]")!.GetAttribute("href"));

        Assert.That(page.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr"), Has.Length.EqualTo(1));
        Assert.That(csv, Does.Contain("Skaraborg").And.Contain("Försenat").And.Not.Contain("Fyrbodal"));
    }

    private static TaskRow Step(Guid id, long key, string area, DateTimeOffset? done)
    {
        var row = new TaskRow { InstanceId = id, TaskKey = key, SubjectKind = "case", ProcessId = "lansarende", ElementId = "SpridOchForankra", Name = "Sprid och förankra", CommandName = "ConfirmSpread", Version = 1, OpenedAt = Asked, DueAt = Asked.AddDays(28), EndedAt = done, End = done is null ? null : TaskEnd.Done };
        row.Candidates.Add(new() { InstanceId = id, TaskKey = key, Role = "processledare", Area = area });
        return row;
    }
}
