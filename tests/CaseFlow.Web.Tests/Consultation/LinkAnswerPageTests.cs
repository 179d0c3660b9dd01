using System.Net;
using AngleSharp.Html.Dom;
using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Consultation;

/// <summary>A recipient without an account answers by personal link; the preparers see it on the page of the consultation.</summary>
[TestFixture]
public sealed class LinkAnswerPageTests
{
    private readonly ScenarioClock _clock = new();
    private WebApp _app = null!;
    private CaseRow _case = null!;

    [SetUp]
    public async Task Open()
    {
        _app = WebApp.AsShipped();
        _app.Clock = _clock;
        _clock.MoveTo(new(2026, 1, 12, 7, 0, 0, TimeSpan.Zero));
        const string File = "lansarende/scenarios/remiss.yaml";
        var scenario = Scenario.Read(File, await System.IO.File.ReadAllTextAsync(Path.Combine(Repository.Root, "workflows", File)));
        var taken = scenario.Steps.TakeWhile(s => s.Do != "AnswerConsultation").ToList();
        var result = await new ScenarioRunner(_app.Services, _clock).Run(scenario with { Steps = taken, Expect = [] }, CancellationToken.None);
        Assert.That(result.Failures, Is.Empty);
        _case = await _app.Read(db => db.Cases.AsNoTracking().SingleAsync());
    }

    [TearDown]
    public void Close() => _app.Dispose();

    [Test]
    [Property("Requirement", "R167")]
    public async Task A_recipient_reads_the_proposal_keeps_a_draft_and_answers_without_an_account()
    {
        var link = await GiveLink("skaraborg");
        using var browser = _app.Browser();
        using var opened = await browser.GetAsync(link);
        Assert.That(opened.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(opened.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
        Assert.That(opened.Headers.CacheControl?.NoStore, Is.True);
        var page = await WebApp.Page(opened);
        var main = page.QuerySelector("main")!.TextContent;
        Assert.That(main, Does.Contain("Skaraborg").And.Contain("Fungerar rutinen hos er?").And.Contain("ställer sig bakom förslaget"));
        Assert.That(main, Does.Not.Contain("Processledare i området"), "the contact of the submitter does not go out");
        Assert.That(page.QuerySelector("[name=forVem]"), Is.Null);

        using var kept = await browser.PostAsync(link, Forms.Fill(Form(page), ("svarat", "synpunkter"), ("synpunkter", "Första tanken"), ("_step", "draft")));
        Assert.That(kept.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        page = await WebApp.Page(await browser.GetAsync(link));
        Assert.That(((IHtmlTextAreaElement)page.QuerySelector("[name=synpunkter]")!).Value.Trim(), Is.EqualTo("Första tanken"));

        using var sent = await browser.PostAsync(link, Forms.Fill(Form(page), ("svarat", "synpunkter"), ("synpunkter", "Färdigt svar"), ("_step", "send")));
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        page = await WebApp.Page(await browser.GetAsync(link));
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("Tack, ert svar är inlämnat").And.Contain("Färdigt svar"));
        Assert.That(page.QuerySelector("form#form-answer"), Is.Null);

        using var preparer = await _app.SignedIn("beredningsansvarig", "vgr");
        var run = await WebApp.Page(await preparer.GetAsync($"/arenden/{_case.Number}/remiss"));
        Assert.That(run.QuerySelector("main")!.TextContent, Does.Contain("1 av 4 har svarat"));
    }

    [Test]
    [Property("Requirement", "R164")]
    public async Task What_is_sent_after_the_closing_is_refused_and_stands_on_the_page()
    {
        var link = await GiveLink("skaraborg");
        using var browser = _app.Browser();
        var page = await WebApp.Page(await browser.GetAsync(link));
        using var preparer = await _app.SignedIn("beredningsansvarig", "vgr");
        var run = await WebApp.Page(await preparer.GetAsync($"/arenden/{_case.Number}/remiss"));
        using var closed = await preparer.PostAsync($"/arenden/{_case.Number}/remiss", Forms.Fill(run.QuerySelector("#form-close")!));
        Assert.That(closed.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        using var late = await browser.PostAsync(link, Forms.Fill(Form(page), ("svarat", "synpunkter"), ("synpunkter", "Det tog tid att förankra."), ("_step", "send")));

        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await WebApp.Page(late)).QuerySelector("main")!.TextContent, Does.Contain("Remissen är stängd").And.Contain("Det tog tid att förankra."));
    }

    [Test]
    [Property("Requirement", "R167")]
    public async Task A_link_that_does_not_hold_tells_nothing_and_asks_for_no_sign_in()
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync("/remissvar/" + new string('x', 43));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That((await WebApp.Page(answer)).QuerySelector("main")!.TextContent, Does.Contain("Länken gäller inte").And.Not.Contain("SIP"));
        using var paper = await browser.GetAsync($"/remissvar/{new string('x', 43)}/handlingar/{Guid.Empty}");
        Assert.That(paper.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    [Property("Requirement", "R165")]
    public async Task The_preparers_answer_views_many_at_once_and_get_them_as_a_table()
    {
        var link = await GiveLink("skaraborg");
        using var browser = _app.Browser();
        var page = await WebApp.Page(await browser.GetAsync(link));
        using var sent = await browser.PostAsync(link, Forms.Fill(Form(page), ("svarat", "synpunkter"), ("synpunkter", "=Ett\n\nTvå"), ("_step", "send")));
        using var preparer = await _app.SignedIn("beredningsansvarig", "vgr");
        var address = $"/arenden/{_case.Number}/remiss";
        var run = await WebApp.Page(await preparer.GetAsync(address));
        var views = run.QuerySelectorAll("[name=synpunkt]").Select(v => v.GetAttribute("value")!).ToList();
        Assert.That(views, Has.Count.EqualTo(2));

        List<KeyValuePair<string, string>> fields = [.. Forms.Values(run.QuerySelector("#form-dispose")!, ("omhandertagande", "Accepted"), ("skal", "Bra.")), .. views.Select(v => KeyValuePair.Create("synpunkt", v))];
        using var content = new FormUrlEncodedContent(fields);
        using var done = await preparer.PostAsync(address, content);
        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        var csv = await preparer.GetStringAsync($"{address}/synpunkter.csv");
        Assert.That(csv, Does.Contain("\"Skaraborg\";\"1\";\"'=Ett\";\"Accepteras\";\"Bra.\"").And.Contain("\"Två\""));
        var report = await WebApp.Page(await preparer.GetAsync($"{address}/sammanstallning"));
        Assert.That(report.QuerySelectorAll("tbody tr").Select(r => r.TextContent), Has.Exactly(2).Contains("Accepteras"));
    }

    [Test]
    public async Task Who_tries_tokens_is_stopped()
    {
        using var app = WebApp.WithProcess();
        app.Settings["CaseFlow:PersonalLinks:CallsPerMinute"] = "2";
        using var browser = app.Browser();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await browser.GetAsync("/remissvar/" + new string((char)('a' + i), 43));
            statuses.Add(answer.StatusCode);
        }

        Assert.That(statuses, Is.EqualTo(new[] { HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.TooManyRequests }));
    }

    private static AngleSharp.Dom.IElement Form(IHtmlDocument page) => page.QuerySelector("#form-answer") ?? throw new AssertionException("There is no form to answer by.");

    private async Task<string> GiveLink(string recipient)
    {
        var id = await _app.Read(db => db.Set<ConsultationRecipient>().Where(r => r.Key == recipient).Select(r => r.Id).SingleAsync());
        using var preparer = await _app.SignedIn("beredningsansvarig", "vgr");
        var address = $"/arenden/{_case.Number}/remiss";
        var page = await WebApp.Page(await preparer.GetAsync(address));
        using var shown = await preparer.PostAsync(address, Forms.Fill(page.QuerySelector("#form-link-" + id.ToString("N"))!));
        Assert.That(shown.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return new Uri((await WebApp.Page(shown)).QuerySelector(".notice code")!.TextContent).AbsolutePath;
    }
}
