using System.Net;
using AngleSharp.Html.Dom;
using CaseFlow.Web.Tests.Intake;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Timeline;

/// <summary>What people do on a case's page beside its tasks: share it, talk, link it, take it up again.</summary>
[TestFixture]
public sealed class CasePageTests
{
    private WebApp _app = null!;
    private HttpClient _leader = null!;
    private HttpClient _other = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _app = Submissions.WithShippedProcesses();
        _leader = await _app.SignedIn("processledare", "fyrbodal");
        _other = await _app.SignedIn("processledare", "skaraborg");
    }

    [OneTimeTearDown]
    public void Close()
    {
        _leader.Dispose();
        _other.Dispose();
        _app.Dispose();
    }

    [Test]
    [Property("Requirement", "R36")]
    [Property("Requirement", "R55")]
    public async Task Another_area_shares_the_question_with_its_words_in_the_thread_which_says_that_it_is_working_material()
    {
        var number = await Submissions.Submit(_leader, Submissions.Answers("Delad fråga"));
        var page = await Page(_other, number);
        var form = page.QuerySelector("#form-join-skaraborg")!;
        using var personal = await _other.PostAsync($"/arenden/{number}", Forms.Fill(form, ("kommentar", "Som för 811228-9874")));
        Assert.That((int)personal.StatusCode, Is.EqualTo(422));
        using var joined = await _other.PostAsync($"/arenden/{number}", Forms.Fill(form, ("kommentar", "Så är det hos oss med.")));
        Assert.That(joined.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await joined.Content.ReadAsStringAsync());

        var seen = await Page(_leader, number);
        Assert.That(seen.QuerySelector("section[aria-labelledby=sponsors]")!.TextContent, Does.Contain("Skaraborg"));
        var thread = seen.QuerySelector("section[aria-labelledby=thread]")!;
        Assert.That(thread.QuerySelector("h2")!.TextContent, Does.Contain("Arbetsmaterial"));
        Assert.That(thread.TextContent, Does.Contain("Så är det hos oss med.").And.Contain("rocessledare").And.Contain("Skaraborg"));
        Assert.That((await Page(_other, number)).QuerySelector("#form-join-skaraborg"), Is.Null, "once is enough");
    }

    [Test]
    [Property("Requirement", "R55")]
    public async Task Who_only_reads_gets_no_form_for_the_thread()
    {
        var number = await Submissions.Submit(_leader, Submissions.Answers("Läst fråga"));
        using var reader = await _app.SignedIn("lasare");

        Assert.That((await Page(reader, number)).QuerySelector("#form-comment"), Is.Null);
        Assert.That((await Page(_other, number)).QuerySelector("#form-comment"), Is.Not.Null, "the other areas talk");
    }

    [Test]
    [Property("Requirement", "R39")]
    public async Task A_personal_number_in_a_comment_is_refused_and_an_organisation_number_is_not()
    {
        var number = await Submissions.Submit(_leader, Submissions.Answers("Kommenterad fråga"));
        using var refused = await Comment(number, "Ring om 19811228-9874");
        using var taken = await Comment(number, "Avtalet med 212000-1355 gäller.");
        Assert.That(((int)refused.StatusCode, (int)taken.StatusCode), Is.EqualTo((422, 302)));
    }

    [Test]
    public async Task Two_cases_are_linked_by_number_and_the_link_is_read_from_both_and_taken_away()
    {
        var one = await Submissions.Submit(_leader, Submissions.Answers("Ena halvan"));
        var two = await Submissions.Submit(_leader, Submissions.Answers("Andra halvan"));
        var page = await Page(_leader, one);
        using var unknown = await _leader.PostAsync($"/arenden/{one}", Forms.Fill(page.QuerySelector("#form-link")!, ("nummer", "1999-00001"), ("slag", "Duplicates")));
        Assert.That((await WebApp.Page(unknown)).QuerySelector(".summary a")!.GetAttribute("href"), Is.EqualTo("#nummer"));
        using var linked = await _leader.PostAsync($"/arenden/{one}", Forms.Fill(page.QuerySelector("#form-link")!, ("nummer", two), ("slag", "Duplicates")));
        Assert.That(linked.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await linked.Content.ReadAsStringAsync());

        Assert.That(Links(await Page(_leader, one)), Does.Contain("Samma fråga som").And.Contain(two));
        var there = await Page(_leader, two);
        Assert.That(Links(there), Does.Contain("Samma fråga som").And.Contain(one));
        Assert.That((await Page(_other, two)).QuerySelector("#form-link"), Is.Null, "who takes no part links nothing");

        var form = there.QuerySelector("section[aria-labelledby=links] form")!;
        using var removed = await _leader.PostAsync($"/arenden/{two}", Forms.Fill(form));
        using var again = await _leader.PostAsync($"/arenden/{two}", Forms.Fill(form));
        Assert.That((removed.StatusCode, again.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)), "a double click ends where the first one did");
        Assert.That(Links(await Page(_leader, one)), Does.Not.Contain(two));
    }

    [Test]
    public async Task A_closed_case_is_taken_up_again_as_a_new_one_and_each_points_at_the_other()
    {
        var number = await Submissions.Submit(_leader, Submissions.Answers("Återtagen och öppnad"));
        var running = await Page(_leader, number);
        Assert.That(running.QuerySelector("#form-reopen"), Is.Null, "only a closed one");
        using var withdrawn = await _leader.PostAsync($"/arenden/{number}", Forms.Fill(running.QuerySelector("#form-withdraw")!));
        var closed = await Page(_leader, number);
        Assert.That((await Page(_other, number)).QuerySelector("#form-reopen"), Is.Null, "only for who speaks for the origin");

        using var nothing = await _leader.PostAsync($"/arenden/{number}", Forms.Fill(closed.QuerySelector("#form-reopen")!, ("skal", " ")));
        Assert.That((await WebApp.Page(nothing)).QuerySelector(".summary a")!.GetAttribute("href"), Is.EqualTo("#reopen-skal"));
        using var opened = await _leader.PostAsync($"/arenden/{number}", Forms.Fill(closed.QuerySelector("#form-reopen")!, ("skal", "Frågan är inte löst.")));
        Assert.That(opened.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await opened.Content.ReadAsStringAsync());

        var again = await WebApp.Page(await _leader.GetAsync(opened.Headers.Location));
        Assert.That(Links(again), Does.Contain("Öppnades igen från").And.Contain(number));
        Assert.That(again.QuerySelector("section[aria-labelledby=thread]")!.TextContent, Does.Contain("Frågan är inte löst."));
        Assert.That(Links(await Page(_leader, number)), Does.Contain("Öppnades igen som"));
    }

    [Test]
    public async Task The_tasks_of_a_case_say_whom_they_wait_for_and_who_has_taken_them()
    {
        var number = await Submissions.Submit(_leader, Submissions.Answers("Tagen uppgift"));
        using var preparer = await _app.SignedIn("beredningsansvarig", "vgr");
        var list = await WebApp.Page(await preparer.GetAsync("/att-gora"));
        var line = list.QuerySelectorAll(".task").First(t => t.TextContent.Contains(number, StringComparison.Ordinal));
        using var taken = await preparer.PostAsync("/att-gora", Forms.Fill(line.QuerySelector("form")!));
        Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await taken.Content.ReadAsStringAsync());

        var tasks = (await Page(_leader, number)).QuerySelector("section[aria-labelledby=open-tasks]")!;
        Assert.That(tasks.TextContent, Does.Contain("Tagen av").And.Contain("eredningsansvarig"));
        Assert.That(tasks.QuerySelector("a"), Is.Null, "what one may not do is no link");
        var own = await Page(preparer, number);
        Assert.That(own.QuerySelector("section[aria-labelledby=open-tasks]")!.TextContent, Does.Contain("Väntar på dig").And.Contain("Du har tagit den"));
        var mine = await WebApp.Page(await preparer.GetAsync("/att-gora?visa=mina"));
        Assert.That(mine.QuerySelectorAll(".task").Select(t => t.TextContent), Has.Some.Contains(number));
    }

    private static string Links(IHtmlDocument page) => page.QuerySelector("section[aria-labelledby=links]")!.TextContent;

    private static async Task<IHtmlDocument> Page(HttpClient browser, string number) => await WebApp.Page(await browser.GetAsync($"/arenden/{number}"));

    private async Task<HttpResponseMessage> Comment(string number, string text) =>
        await _leader.PostAsync($"/arenden/{number}", Forms.Fill((await Page(_leader, number)).QuerySelector("#form-comment")!, ("kommentar", text)));
}
