using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Processes;

/// <summary>Deploying on the pages: look first, then say yes; a fault changes nothing; only those with the right.</summary>
internal sealed class DeploymentPageTests
{
    private const string Password = "tre korta ord räcker";
    private static readonly string Workflows = Path.Combine(Repository.Root, "workflows");

    private WebApp _app = null!;

    [TearDown]
    public void Close() => _app.Dispose();

    [Test]
    public async Task A_newcomer_without_the_demo_is_led_from_the_key_to_a_person_who_submits_a_case()
    {
        _app = new WebApp();
        _app.Settings["CaseFlow:Demo"] = "false";
        _app.Settings["CaseFlow:Workflows"] = Workflows;
        using var browser = Https();
        var start = await WebApp.Page(await browser.GetAsync("/"));
        Assert.That(start.QuerySelector("main .notice a")!.GetAttribute("href"), Is.EqualTo("/forsta-administratoren"));

        var token = await _app.Services.GetRequiredService<FirstAdministrator>().IssueToken(default);
        var first = await WebApp.Page(await browser.GetAsync("/forsta-administratoren"));
        using var made = await Post(browser, "/forsta-administratoren", first.QuerySelector("#form-first")!, ("token", token!), ("email", "admin@example.org"), ("displayName", "Ada"), ("password", Password));
        Assert.That(made.Headers.Location!.OriginalString, Does.EndWith("/logga-in?tillbaka=%2Fdriftsattning"));
        await SignIn(browser, "admin@example.org");

        using var home = await browser.GetAsync("/");
        Assert.That(home.Headers.Location!.OriginalString, Does.EndWith("/driftsattning"), "nothing is deployed: there is one thing to do");
        var page = await WebApp.Page(await browser.GetAsync("/driftsattning"));
        Assert.That(page.QuerySelector(".empty")!.TextContent, Does.Contain("Inga processer är driftsatta"));
        using var looked = await Post(browser, "/driftsattning", page.QuerySelector("#form-folder")!);
        var address = looked.Headers.Location!.OriginalString;
        Assert.That(await _app.Read(db => db.Deployments.CountAsync()), Is.Zero, "looking deploys nothing");

        var review = await WebApp.Page(await browser.GetAsync(address));
        Assert.That(review.QuerySelectorAll("#form-deploy button"), Has.Length.EqualTo(1));
        Assert.That(review.QuerySelector("main")!.TextContent, Does.Contain("lansarende/process.bpmn"));
        using var deployed = await Post(browser, address, review.QuerySelector("#form-deploy")!);
        var done = await WebApp.Page(await browser.GetAsync(deployed.Headers.Location));
        Assert.That(done.QuerySelector(".notice--success"), Is.Not.Null);
        Assert.That(done.QuerySelector("main")!.TextContent, Does.Contain("Ada").And.Contain("Nästa steg"));

        await MakeAccount(browser, "pia@example.org", "processledare", "area:fyrbodal");
        using var person = Https();
        await SignIn(person, "pia@example.org");
        Assert.That(await Submit(person), Is.EqualTo(1), "the case is there");
    }

    [Test]
    public async Task An_uploaded_folder_is_looked_at_and_deployed()
    {
        _app = WebApp.WithProcess();
        using var browser = await _app.SignedIn("processagare");
        using var looked = await Upload(browser, Folder(model => model.Replace("name=\"Prov\"", "name=\"Ny version\"", StringComparison.Ordinal)));
        Assert.That(looked.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await looked.Content.ReadAsStringAsync());
        var address = looked.Headers.Location!.OriginalString;

        var review = await WebApp.Page(await browser.GetAsync(address));
        Assert.That(review.QuerySelector("main table")!.TextContent, Does.Contain("prov/process.bpmn").And.Contain("Ändrad").And.Not.Contain("mandat.yaml"));
        using var deployed = await Post(browser, address, review.QuerySelector("#form-deploy")!);

        var page = await WebApp.Page(await browser.GetAsync(deployed.Headers.Location));
        Assert.That(page.QuerySelectorAll("table tbody tr"), Has.Length.EqualTo(2));
        Assert.That(address, Does.EndWith((await _app.Services.GetRequiredService<BundleCatalog>().Current(default))!.Hash));
        var who = await _app.Read(db => db.Deployments.OrderByDescending(d => d.Sequence).Select(d => d.By).FirstAsync());
        Assert.That(await _app.Read(db => db.Set<SecurityEvent>().AnyAsync(e => e.Code == "deployment.made" && e.AccountId == who)), Is.True);
    }

    [Test]
    public async Task A_folder_with_a_fault_is_shown_with_file_and_line_and_changes_nothing()
    {
        _app = WebApp.WithProcess();
        using var browser = await _app.SignedIn("systemadministrator");
        var before = await _app.Services.GetRequiredService<BundleCatalog>().Current(default);
        using var answer = await Upload(browser, Folder(model => model.Replace("targetRef=\"", "targetRef=\"Borta", StringComparison.Ordinal)));

        var page = await WebApp.Page(answer);
        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        var row = page.QuerySelector("main table tbody tr")!;
        Assert.That(row.TextContent, Does.Contain("prov/process.bpmn"));
        Assert.That(int.Parse(row.QuerySelector("td")!.TextContent, System.Globalization.CultureInfo.InvariantCulture), Is.Positive);
        Assert.That(page.QuerySelector(".summary")!.TextContent, Does.Contain("Det kan inte driftsättas"));
        Assert.That((await _app.Services.GetRequiredService<BundleCatalog>().Current(default))!.Hash, Is.EqualTo(before!.Hash));
        Assert.That(await _app.Read(db => db.Bundles.CountAsync()), Is.EqualTo(1), "nothing of it is kept");
    }

    [Test]
    public async Task A_hostile_file_is_refused_at_its_field()
    {
        _app = WebApp.WithProcess();
        using var browser = await _app.SignedIn("systemadministrator");
        using var zip = WorkflowsArchiveTests.Zip(("../../etc/x.yaml", "a: 1"));
        using var answer = await Upload(browser, zip);
        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        Assert.That((await WebApp.Page(answer)).QuerySelector("#file-error")!.TextContent, Does.Contain("otillåtet namn"));
    }

    [Test]
    public async Task Who_may_not_deploy_sees_neither_page_and_the_attempt_is_logged()
    {
        _app = WebApp.WithProcess();
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var hash = (await _app.Services.GetRequiredService<BundleCatalog>().Current(default))!.Hash;
        Assert.That((await browser.GetAsync("/driftsattning")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await browser.GetAsync("/driftsattning/" + hash)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        var menu = await WebApp.Page(await browser.GetAsync("/att-gora"));
        Assert.That(menu.QuerySelector(".account a[href='/driftsattning'], .account a[href='/drift']"), Is.Null);

        var nobody = new Actor("nobody", [new("processledare", null, "fyrbodal")]);
        var look = await _app.Services.GetRequiredService<CheckDefinitions>().Handle(nobody, [new SourceFile("a.yaml", "x")], default);
        var deploy = await _app.Services.GetRequiredService<DeployChecked>().Handle(nobody, hash, null, default);
        Assert.That(new[] { look.Refusals[0].Kind, deploy.Refusals[0].Kind }, Has.All.EqualTo(RefusalKind.Forbidden));
        Assert.That(await _app.Read(db => db.Set<SecurityEvent>().CountAsync(e => e.AccountId == "nobody" && e.Code == "deployment.not-allowed")), Is.EqualTo(2));
    }

    [Test]
    public async Task What_somebody_else_deployed_meanwhile_is_not_replaced_unseen()
    {
        _app = WebApp.WithProcess();
        using var browser = await _app.SignedIn("processagare");
        using var looked = await Upload(browser, Folder(model => model.Replace("name=\"Prov\"", "name=\"Min\"", StringComparison.Ordinal)));
        var address = looked.Headers.Location!.OriginalString;
        var review = await WebApp.Page(await browser.GetAsync(address));
        await _app.Services.GetRequiredService<DeployBundle>().Handle(
            [.. (await _app.Services.GetRequiredService<BundleCatalog>().Current(default))!.Files.Values, new SourceFile("prov/annan.yaml", "a: 1")], Actor.System, default);

        using var late = await Post(browser, address, review.QuerySelector("#form-deploy")!);

        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var again = await WebApp.Page(late);
        Assert.That(again.QuerySelector(".summary")!.TextContent, Does.Contain("Något annat har driftsatts"));
        Assert.That(again.QuerySelector("main")!.TextContent, Does.Contain("prov/annan.yaml"), "the other's file would go");
        using var informed = await Post(browser, address, again.QuerySelector("#form-deploy")!);
        Assert.That(informed.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task What_is_not_kept_does_not_exist()
    {
        _app = WebApp.WithProcess();
        using var browser = await _app.SignedIn("processagare");
        Assert.That((await browser.GetAsync("/driftsattning/" + new string('a', 64))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static MemoryStream Folder(Func<string, string> change) => WorkflowsArchiveTests.Zip(
    [
        .. Directory.EnumerateFiles(Path.Combine(Workflows, "organisation"), "*.yaml").Select(f => ("workflows/organisation/" + Path.GetFileName(f), File.ReadAllText(f))),
        ("workflows/prov/process.bpmn", change(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Workflows/prov/process.bpmn")))),
        ("workflows/prov/forms/granska.form", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Workflows/prov/forms/granska.form"))),
    ]);

    private static async Task<HttpResponseMessage> Upload(HttpClient browser, Stream zip)
    {
        var page = await WebApp.Page(await browser.GetAsync("/driftsattning"));
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Forms.Values(page.QuerySelector("#form-upload")!).Where(v => v.Key != "file"))
            content.Add(new StringContent(value), name);
        var file = new StreamContent(zip);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        content.Add(file, "file", "workflows.zip");
        return await browser.PostAsync("/driftsattning", content);
    }

    private static Task<HttpResponseMessage> Post(HttpClient browser, string address, IElement form, params (string Name, string Value)[] typed) =>
        browser.PostAsync(address, Forms.Fill(form, typed));

    private static async Task SignIn(HttpClient browser, string email)
    {
        var page = await WebApp.Page(await browser.GetAsync("/logga-in"));
        using var answer = await Post(browser, "/logga-in", page.QuerySelector("#form-sign-in")!, ("email", email), ("password", Password));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), email);
    }

    private static async Task MakeAccount(HttpClient browser, string email, string role, string scope)
    {
        var page = await WebApp.Page(await browser.GetAsync("/konton/nytt"));
        using var made = await Post(browser, "/konton/nytt", page.QuerySelector("#form-account")!, ("email", email), ("displayName", "Pia"), ("password", Password));
        var address = made.Headers.Location!.OriginalString;
        var account = await WebApp.Page(await browser.GetAsync(address));
        using var given = await Post(browser, address, account.QuerySelector("#form-give")!, ("role", role), ("scope", scope));
        Assert.That(given.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    private async Task<int> Submit(HttpClient person)
    {
        var page = await WebApp.Page(await person.GetAsync("/lamna-in"));
        var form = page.QuerySelector("form[id^='form-']:has([name=rubrik])")!;
        using var looked = await Post(person, "/lamna-in", form,
            ("rubrik", "Gemensam rutin för utskrivning"), ("fraga", "Hur ska utskrivningen samordnas i hela länet?"), ("lansfragaDatum", "2026-11-10"),
            ("lansfragaMotiv", "Samma brister finns i alla områden."), ("omfattning", "hela-lanet"), ("varforInteDelregionalt", "Sjukhusen möter kommuner från flera områden."),
            ("onskatResultat", "dialog"), ("nytta", "Tryggare hemgång."), ("kontakt", "Processledaren i området"), ("_step", "check"));
        var check = (await WebApp.Page(looked)).QuerySelector("#form-check");
        Assert.That(check, Is.Not.Null, "the answers are shown to be checked");
        using var sent = await Post(person, "/lamna-in", check!, ("_step", "submit")); // asserted above
        Assert.That((int)sent.StatusCode, Is.LessThan(400));
        return await _app.Read(db => db.Cases.CountAsync(c => c.Number != null));
    }

    private HttpClient Https()
    {
        var browser = _app.Browser();
        browser.BaseAddress = new Uri("https://localhost");
        return browser;
    }
}
