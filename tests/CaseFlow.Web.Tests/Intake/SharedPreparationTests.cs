using NUnit.Framework;

namespace CaseFlow.Web.Tests.Intake;

/// <summary>The other areas share a question and talk about its preparation, beside the record.</summary>
[TestFixture]
internal sealed class SharedPreparationTests
{
    [Test]
    [Property("Requirement", "R36")]
    [Property("Requirement", "R55")]
    public async Task Another_area_shares_the_question_and_its_comment_is_read_as_working_material()
    {
        await using var app = WebApp.AsShipped();
        using var leader = await app.SignedIn("processledare", "fyrbodal");
        var number = await Submissions.Submit(leader, Submissions.Answers("Rutin vid utskrivning"));
        using var other = await app.SignedIn("processledare", "skaraborg");
        var page = await WebApp.Page(await other.GetAsync($"/arenden/{number}"));
        (await other.PostAsync($"/arenden/{number}", Forms.Fill(page.QuerySelector("#form-join-skaraborg")!))).Dispose();
        (await other.PostAsync($"/arenden/{number}", Forms.Fill(page.QuerySelector("#form-comment")!, ("kommentar", "Vi har samma fråga hos oss.")))).Dispose();

        using var preparer = await app.SignedIn("beredningsansvarig", "vgr");
        page = await WebApp.Page(await preparer.GetAsync($"/arenden/{number}"));
        Assert.That(page.QuerySelector("main aside")!.TextContent, Does.Contain("Delar frågan").And.Contain("Skaraborg"));
        var thread = page.QuerySelector("[aria-labelledby=thread]")!.TextContent;
        Assert.That(thread, Does.Contain("Vi har samma fråga hos oss.").And.Contain("Skaraborg").And.Contain("rbetsmaterial"));
        Assert.That(page.QuerySelector("#form-join-skaraborg"), Is.Null, "only an area's own process leader shares for it");
    }

    [Test]
    [Property("Requirement", "R21")]
    public async Task A_case_without_benefit_to_residents_is_not_handed_in()
    {
        await using var app = WebApp.AsShipped();
        using var leader = await app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await leader.GetAsync("/lamna-in"));
        using var answer = await leader.PostAsync("/lamna-in", Forms.Fill(page.QuerySelector("#form-submit")!, ("rubrik", "Rutin vid utskrivning"), ("_step", "check")));

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        Assert.That((await WebApp.Page(answer)).QuerySelector(".summary--error")!.QuerySelectorAll("a").Select(a => a.GetAttribute("href")), Does.Contain("#nytta"));
    }
}
