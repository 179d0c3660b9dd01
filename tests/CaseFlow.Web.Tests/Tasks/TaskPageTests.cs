using System.Net;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Tasks;

/// <summary>A user task that exists only in the definitions is done on its page, without a line of code for it.</summary>
[TestFixture]
public sealed class TaskPageTests
{
    private WebApp _app = null!;
    private TaskAddress _task;

    [OneTimeSetUp]
    public void Open() => _app = WebApp.WithProcess();

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [SetUp]
    public async Task Start() => _task = await _app.StartCase();

    [Test]
    public async Task Who_may_do_it_sees_it_among_what_is_to_be_done_and_does_it()
    {
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var list = await WebApp.Page(await browser.GetAsync("/att-gora"));
        Assert.That(list.QuerySelectorAll(".task a").Select(a => a.GetAttribute("href")), Does.Contain($"/uppgifter/{_task}"));

        var page = await WebApp.Page(await browser.GetAsync($"/uppgifter/{_task}"));
        Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo("Granska underlaget"));
        using var answer = await browser.PostAsync($"/uppgifter/{_task}", Forms.Fill(page.QuerySelector("#form-task")!, ("utfall", "vvg"), ("minuter", "20"), ("skal", "Gäller hela länet.")));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());

        var done = await WebApp.Page(await browser.GetAsync(answer.Headers.Location));
        Assert.That(done.QuerySelector(".notice--success")!.TextContent, Does.Contain("Granska underlaget"));
        Assert.That(await _app.Read(db => db.TaskAnswers.Where(a => a.InstanceId == _task.InstanceId).Select(a => a.Answers).SingleAsync()), Does.Contain("Gäller hela länet."));
    }

    [Test]
    public async Task Whose_task_it_is_not_is_told_who_may_with_the_status_of_a_refusal()
    {
        using var other = await _app.SignedIn("processledare", "skaraborg");
        using var answer = await other.GetAsync($"/uppgifter/{_task}");
        var page = await WebApp.Page(answer);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("Fyrbodal"));
        Assert.That(page.QuerySelector("#form-task"), Is.Null);
    }

    [Test]
    public async Task A_faulty_answer_changes_nothing_and_keeps_every_word()
    {
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await browser.GetAsync($"/uppgifter/{_task}"));
        using var answer = await browser.PostAsync($"/uppgifter/{_task}", Forms.Fill(page.QuerySelector("#form-task")!, ("utfall", "vilande"), ("minuter", "tusen"), ("skal", "Allt detta\r\nska stå kvar")));
        var again = await WebApp.Page(answer);

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        Assert.That(again.Title, Does.StartWith("Fel:"));
        Assert.That(again.QuerySelectorAll(".summary a").Select(a => a.GetAttribute("href")), Is.EqualTo(new[] { "#vilandeTill", "#minuter" }));
        Assert.That(again.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n").Trim(), Is.EqualTo("Allt detta\nska stå kvar"));
        Assert.That(again.QuerySelector("[data-part]")!.HasAttribute("hidden"), Is.False, "what the answer asks for has come forth");
        Assert.That(await _app.Read(db => db.Tasks.Where(t => t.InstanceId == _task.InstanceId).Select(t => t.EndedAt).SingleAsync()), Is.Null);
    }

    [Test]
    public async Task A_part_that_does_not_apply_is_put_away_and_not_sent()
    {
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await browser.GetAsync($"/uppgifter/{_task}"));

        var part = page.QuerySelector("[data-part]")!;
        Assert.That((part.HasAttribute("hidden"), part.HasAttribute("disabled")), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Asking_how_the_form_looks_sends_nothing()
    {
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await browser.GetAsync($"/uppgifter/{_task}"));
        using var answer = await browser.PostAsync($"/uppgifter/{_task}", Forms.Fill(page.QuerySelector("#form-task")!, ("utfall", "vilande"), ("_redraw", "1")));
        var drawn = await WebApp.Page(answer);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(drawn.QuerySelector("[data-part]")!.HasAttribute("hidden"), Is.False);
        Assert.That(drawn.QuerySelectorAll(".summary"), Is.Empty);
    }

    [Test]
    public async Task When_somebody_else_was_first_both_texts_are_shown()
    {
        using var first = await _app.SignedIn("processledare", "fyrbodal");
        using var second = await _app.SignedIn("processtod", "fyrbodal");
        var seenByFirst = await WebApp.Page(await first.GetAsync($"/uppgifter/{_task}"));
        var seenBySecond = await WebApp.Page(await second.GetAsync($"/uppgifter/{_task}"));
        using var accepted = await first.PostAsync($"/uppgifter/{_task}", Forms.Fill(seenByFirst.QuerySelector("#form-task")!, ("utfall", "vvg"), ("skal", "Den förstes ord")));
        using var late = await second.PostAsync($"/uppgifter/{_task}", Forms.Fill(seenBySecond.QuerySelector("#form-task")!, ("utfall", "vvg"), ("skal", "Den andres ord")));
        var page = await WebApp.Page(late);

        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page.QuerySelector(".notice--warning")!.TextContent, Does.Contain("Någon annan hann före"));
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("Den förstes ord").And.Contain("Den andres ord"));
    }

    [Test]
    public async Task A_double_click_is_one_act()
    {
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await browser.GetAsync($"/uppgifter/{_task}"));
        var values = Forms.Values(page.QuerySelector("#form-task")!, ("utfall", "vvg"), ("skal", "En gång"));
        using var one = new FormUrlEncodedContent(values);
        using var two = new FormUrlEncodedContent(values);
        using var first = await browser.PostAsync($"/uppgifter/{_task}", one);
        using var second = await browser.PostAsync($"/uppgifter/{_task}", two);

        Assert.That((first.StatusCode, second.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)));
        Assert.That(await _app.Read(db => db.TaskAnswers.CountAsync(a => a.InstanceId == _task.InstanceId)), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_may_not_do_it_reads_whom_it_waits_for_and_cannot_send()
    {
        using var browser = await _app.SignedIn("processledare", "skaraborg");
        using var mine = await _app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await browser.GetAsync($"/uppgifter/{_task}"));
        Assert.That(page.QuerySelector("#form-task"), Is.Null);
        Assert.That(page.QuerySelector(".notice")!.TextContent, Does.Contain("Fyrbodal"));

        // A form made by hand does not help.
        var form = (await WebApp.Page(await mine.GetAsync($"/uppgifter/{_task}"))).QuerySelector("#form-task")!;
        var own = (await WebApp.Page(await browser.GetAsync("/att-gora"))).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var answer = await browser.PostAsync($"/uppgifter/{_task}", Forms.Fill(form, ("utfall", "vvg"), ("skal", "Smygväg"), ("_token", own)));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await _app.Read(db => db.Tasks.Where(t => t.InstanceId == _task.InstanceId).Select(t => t.EndedAt).SingleAsync()), Is.Null);
    }

    [TestCase("/uppgifter/finns-inte")]
    [TestCase("/uppgifter/00000000000000000000000000000000-1")]
    public async Task An_unknown_task_is_not_found(string address)
    {
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        using var answer = await browser.GetAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
