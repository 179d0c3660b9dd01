using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        var number = await Submit(app);
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

    private static async Task<string> Submit(WebApp app)
    {
        _ = app.Server;
        var account = await app.Read(db => db.Users.SingleAsync(u => u.UserName == "processledare.fyrbodal@demo.example"));
        var actor = await app.Services.GetRequiredService<ActorSource>().Find(account.Id, CancellationToken.None);
        var answers = FormAnswers.FromFields(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["rubrik"] = "Rutin vid utskrivning",
            ["fraga"] = "Rutinen brister vid utskrivning till hemmet.",
            ["lansfragaDatum"] = "2026-01-12",
            ["lansfragaMotiv"] = "Återkommer i alla kommuner.",
            ["omfattning"] = "hela-lanet",
            ["varforInteDelregionalt"] = "Rutinen behöver vara densamma.",
            ["onskatResultat"] = "dialog",
            ["nytta"] = "Samma stöd.",
            ["kontakt"] = "Processledaren",
        }.Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string>)[pair.Value])));
        var handed = await app.Services.GetRequiredService<SubmitCase>().Handle(actor!, null, new(new("fyrbodal", null), answers), CancellationToken.None);
        Assert.That(handed.Refusals, Is.Empty);
        return handed.Value.Number;
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
