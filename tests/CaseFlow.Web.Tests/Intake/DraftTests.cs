using System.Net;
using CaseFlow.Cases.Intake;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Intake;

/// <summary>What is being written is kept, and nothing of it is thrown away by the service.</summary>
[TestFixture]
public sealed class DraftTests
{
    private WebApp _app = null!;
    private HttpClient _leader = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _app = Submissions.WithShippedProcesses();
        _leader = await _app.SignedIn("processledare", "fyrbodal");
    }

    [OneTimeTearDown]
    public void Close()
    {
        _leader.Dispose();
        _app.Dispose();
    }

    [SetUp]
    public Task Forget() => _app.Read(db => db.Set<Draft>().ExecuteDeleteAsync());

    [Test]
    public async Task It_is_kept_says_when_is_listed_and_gone_on_with()
    {
        var page = await WebApp.Page(await Submissions.Post(_leader, "draft", ("rubrik", "Halvfärdigt"), ("fraga", "Rad ett\nrad två")));
        Assert.That(page.QuerySelector("[data-draft-status]")!.TextContent, Does.Match(@"^Sparat \d\d:\d\d$"));
        Assert.That(page.QuerySelector("[data-draft-status]")!.GetAttribute("role"), Is.EqualTo("status"), "told politely");

        var list = await Submissions.Open(_leader);
        var again = await WebApp.Page(await _leader.GetAsync(list.QuerySelector("aside a")!.GetAttribute("href")));
        Assert.That(again.QuerySelector("[name=rubrik]")!.GetAttribute("value"), Is.EqualTo("Halvfärdigt"));
        Assert.That(again.QuerySelector("[name=fraga]")!.TextContent.Trim(), Is.EqualTo("Rad ett\nrad två"));
    }

    [Test]
    public async Task Saved_in_another_tab_meanwhile_both_texts_are_shown_and_both_can_be_kept()
    {
        using var first = await Submissions.Post(_leader, "draft", ("rubrik", "Början"));
        var address = (await Submissions.Open(_leader)).QuerySelector("aside a")!.GetAttribute("href")!;
        var one = await WebApp.Page(await _leader.GetAsync(address));
        var two = await WebApp.Page(await _leader.GetAsync(address));
        using var saved = await _leader.PostAsync(address, Forms.Fill(one.QuerySelector("#form-submit")!, ("rubrik", "Ena flikens ord"), ("_step", "draft")));
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var late = await _leader.PostAsync(address, Forms.Fill(two.QuerySelector("#form-submit")!, ("rubrik", "Andra flikens ord"), ("_step", "draft")));
        var page = await WebApp.Page(late);

        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page.QuerySelector("[data-draft-conflict]")!.TextContent, Does.Contain("Ena flikens ord"));
        Assert.That(page.QuerySelector("[name=rubrik]")!.GetAttribute("value"), Is.EqualTo("Andra flikens ord"));

        using var copied = await _leader.PostAsync(address, Forms.Fill(page.QuerySelector("#form-submit")!, ("_step", "copy")));
        Assert.That(copied.StatusCode, Is.EqualTo(HttpStatusCode.OK), await copied.Content.ReadAsStringAsync());
        Assert.That((await Submissions.Open(_leader)).QuerySelectorAll("aside a").Select(a => a.TextContent), Is.EquivalentTo(new[] { "Ena flikens ord", "Andra flikens ord" }));
    }

    [Test]
    [Property("Requirement", "R39")]
    public async Task A_personal_number_is_not_kept_even_in_a_draft()
    {
        using var answer = await Submissions.Post(_leader, "draft", ("rubrik", "Ett utkast"), ("fraga", "Om 811228-9874"));
        var page = await WebApp.Page(answer);

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        Assert.That(page.QuerySelector("[data-draft-status]")!.TextContent, Does.StartWith("Inte sparat.").And.Contain("personnummer"));
        Assert.That(page.QuerySelector("[name=fraga]")!.TextContent, Does.Contain("811228-9874"), "what was typed stays before the writer's eyes");
        Assert.That(await _app.Read(db => db.Set<Draft>().CountAsync()), Is.Zero);
    }

    [Test]
    [Property("Requirement", "R33")]
    public async Task It_stays_with_the_matter_that_was_raised_at_a_meeting()
    {
        var raised = new CandidateCase { Id = Guid.CreateVersion7(), MeetingId = await Submissions.Meeting(_app, "vvg", new(2026, 11, 3)), Question = "Kan rutinen bli gemensam?", RaisedInRole = "ledamot", RaisedBy = "system" };
        await _app.Read(db =>
        {
            db.Add(raised);
            return db.SaveChangesAsync();
        });
        var page = await Submissions.Open(_leader, $"?fraga={raised.Id}");
        (await _leader.PostAsync($"/lamna-in?fraga={raised.Id}", Forms.Fill(page.QuerySelector("#form-submit")!, [.. Submissions.Answers("Påbörjat"), ("_step", "draft")]))).Dispose();
        var draft = (await Submissions.Open(_leader)).QuerySelector("aside a")!.GetAttribute("href")!;

        var again = await WebApp.Page(await _leader.GetAsync(draft));
        var check = await WebApp.Page(await _leader.PostAsync(draft, Forms.Fill(again.QuerySelector("#form-submit")!, ("_step", "check"))));
        using var sent = await _leader.PostAsync(draft, Forms.Fill(check.QuerySelector("#form-check")!, ("_step", "submit")));

        var number = sent.Headers.Location!.ToString().Split('/')[^1].Split('?')[0];
        var about = await _app.Read(db => db.Cases.SingleAsync(c => c.Number == number));
        Assert.That(await _app.Read(db => db.Set<CandidateCase>().Where(c => c.Id == raised.Id).Select(c => c.CaseId).SingleAsync()), Is.EqualTo(about.Id));
    }

    [Test]
    public async Task It_is_thrown_away_when_the_writer_says_so_and_twice_is_once()
    {
        using var saved = await Submissions.Post(_leader, "draft", ("rubrik", "Ångrat"));
        var form = (await Submissions.Open(_leader)).QuerySelector("aside form")!;
        using var one = await _leader.PostAsync("/lamna-in", Forms.Fill(form));
        using var two = await _leader.PostAsync("/lamna-in", Forms.Fill(form));

        Assert.That((one.StatusCode, two.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)));
        Assert.That(await _app.Read(db => db.Set<Draft>().CountAsync()), Is.Zero);
    }
}
