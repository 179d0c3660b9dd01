using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Preparation;

/// <summary>The material is written by several, kept on the way, judged without stopping anybody, and marks its case.</summary>
[TestFixture]
internal sealed class PreparePageTests
{
    [Test]
    [Property("Requirement", "R54")]
    [Property("Requirement", "R58")]
    public async Task The_areas_process_leader_writes_and_the_preparer_goes_on_from_there()
    {
        await using var app = WebApp.AsShipped();
        var number = await Sorted(app);
        using var leader = await app.SignedIn("processledare", "fyrbodal");
        var page = await Open(leader, number);
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("Du är medberedare").And.Contain("Inte bedömt"));
        Assert.That(page.QuerySelector("button[value=go-on]"), Is.Null, "the pair alone sends it on");
        using var saved = await leader.PostAsync(Address(number), Forms.Fill(
            page.QuerySelector("#form-material")!, ("sammanfattning", "Vi föreslår en gemensam rutin."), ("amnen", "in-utskrivning"), ("kategori", "riktlinje-rutin"), ("rattsligGrund", "HSL 16 kap."), ("_step", "save")));
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        using var preparer = await app.SignedIn("beredningsansvarig", "vgr");
        page = await Open(preparer, number);
        Assert.That(page.QuerySelector<IHtmlTextAreaElement>("textarea[name=sammanfattning]")!.Value, Is.EqualTo("Vi föreslår en gemensam rutin."));
        Assert.That(page.QuerySelector<IHtmlInputElement>("input[name=amnen][value=in-utskrivning]")!.IsChecked, Is.True);
        Assert.That(page.QuerySelector("aside")!.TextContent, Does.Contain("Bakgrund").And.Contain("Ärendet kan gå vidare ändå"));
        using var sent = await preparer.PostAsync(Address(number), Forms.Fill(page.QuerySelector("#form-material")!, ("nasta", "klart"), ("_step", "go-on")));

        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await sent.Content.ReadAsStringAsync());
        Assert.That((await WebApp.Page(await preparer.GetAsync("/arenden?q=hsl+16+kap"))).QuerySelector("table")!.TextContent, Does.Contain(number));
        var about = await WebApp.Page(await preparer.GetAsync($"/arenden/{number}"));
        Assert.That(about.QuerySelector("[aria-labelledby=material]")!.TextContent, Does.Contain("Vi föreslår en gemensam rutin."));
    }

    [Test]
    [Property("Requirement", "R54")]
    public async Task Another_area_reads_and_its_try_to_write_is_refused()
    {
        await using var app = WebApp.AsShipped();
        var number = await Sorted(app);
        using var leader = await app.SignedIn("processledare", "fyrbodal");
        var own = await Open(leader, number);
        using var other = await app.SignedIn("processledare", "skaraborg");

        Assert.That((await Open(other, number)).QuerySelector("#form-material"), Is.Null);
        var page = await WebApp.Page(await other.GetAsync("/lamna-in"));
        using var tried = await other.PostAsync(Address(number), Forms.Fill(
            own.QuerySelector("#form-material")!, ("sammanfattning", "Från fel område."), ("_step", "save"),
            ("_token", page.QuerySelector<IHtmlInputElement>("input[name=_token]")!.Value)));
        Assert.That(tried.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Who_saves_over_a_newer_text_sees_both()
    {
        await using var app = WebApp.AsShipped();
        var number = await Sorted(app);
        using var leader = await app.SignedIn("processledare", "fyrbodal");
        using var preparer = await app.SignedIn("beredningsansvarig", "vgr");
        var early = await Open(leader, number);
        (await preparer.PostAsync(Address(number), Forms.Fill((await Open(preparer, number)).QuerySelector("#form-material")!, ("sammanfattning", "Beredarens text."), ("_step", "save")))).Dispose();

        using var late = await leader.PostAsync(Address(number), Forms.Fill(early.QuerySelector("#form-material")!, ("sammanfattning", "Områdets text."), ("_step", "save")));

        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var page = await WebApp.Page(late);
        Assert.That(page.QuerySelector(".notice--warning")!.TextContent, Does.Contain("Beredarens text."));
        Assert.That(page.QuerySelector<IHtmlTextAreaElement>("textarea[name=sammanfattning]")!.Value, Is.EqualTo("Områdets text."));
    }

    private static string Address(string number) => $"/arenden/{number}/underlag";

    private static async Task<IHtmlDocument> Open(HttpClient browser, string number) => await WebApp.Page(await browser.GetAsync(Address(number)));

    /// <summary>A case from one area that both sides have sorted to the forum.</summary>
    private static async Task<string> Sorted(WebApp app)
    {
        _ = app.Server;
        var handed = await app.Services.GetRequiredService<SubmitCase>().Handle(await Actor(app, "processledare.fyrbodal"), null, new(new("fyrbodal", null), Answers(
            ("rubrik", "Rutin vid utskrivning"), ("fraga", "Rutinen brister vid utskrivning till hemmet."), ("lansfragaDatum", "2026-01-12"), ("lansfragaMotiv", "Återkommer."),
            ("omfattning", "hela-lanet"), ("varforInteDelregionalt", "Behöver vara densamma."), ("onskatResultat", "dialog"), ("nytta", "Samma stöd."), ("kontakt", "Processledaren"))), CancellationToken.None);
        Assert.That(handed.Refusals, Is.Empty);
        foreach (var side in new[] { "vastkom", "vgr" })
        {
            var actor = await Actor(app, "beredningsansvarig." + side);
            var tasks = await app.Read(db => db.Tasks.Include(t => t.Candidates).AsNoTracking().Where(t => t.InstanceId == handed.Value.CaseId && t.EndedAt == null).ToListAsync());
            var task = tasks.Single(t => t.Candidates.Any(c => c.Side == side));
            var done = await app.Services.GetRequiredService<CompleteTask>().Handle(actor, null, new(task.Address, task.Version, Answers(("utfall", "vvg"), ("behandling", "dialog"))), CancellationToken.None);
            Assert.That(done.Refusals, Is.Empty);
        }

        return handed.Value.Number;
    }

    private static async Task<Actor> Actor(WebApp app, string user)
    {
        var account = await app.Read(db => db.Users.SingleAsync(u => u.UserName == user + "@demo.example"));
        return (await app.Services.GetRequiredService<ActorSource>().Find(account.Id, CancellationToken.None))!;
    }

    private static FormAnswers Answers(params (string Key, string Value)[] fields) =>
        FormAnswers.FromFields(fields.Select(f => KeyValuePair.Create(f.Key, (IReadOnlyList<string>)[f.Value])));
}
