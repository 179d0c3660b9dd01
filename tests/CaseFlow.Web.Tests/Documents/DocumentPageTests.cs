using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Documents;

/// <summary>The documents of a case, as those who take part and those who read meet them.</summary>
[TestFixture]
public sealed class DocumentPageTests
{
    // A made number of the test series, with a right check digit.
    private const string PersonalNumber = "811228-9874";

    private static readonly byte[] Pdf = "%PDF-1.7 one"u8.ToArray();

    private WebApp _app = null!;
    private HttpClient _leader = null!;
    private string _number = "";
    private Guid _case;

    [OneTimeSetUp]
    public async Task Open()
    {
        _app = WebApp.WithProcess();
        _leader = await _app.SignedIn("processledare", "fyrbodal");
    }

    [OneTimeTearDown]
    public void Close()
    {
        _leader.Dispose();
        _app.Dispose();
    }

    [SetUp]
    public async Task Start()
    {
        _case = (await _app.StartCase()).InstanceId;
        _number = await _app.Read(db => db.Cases.Where(c => c.Id == _case).Select(c => c.Number!).SingleAsync());
    }

    [Test]
    public async Task More_than_a_request_may_carry_is_told_with_the_limit_and_the_choice_that_was_made_stays()
    {
        var page = await WebApp.Page(await _leader.GetAsync($"/arenden/{_number}"));
        var form = page.QuerySelector("#form-upload")!;
        using var body = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]"))
            body.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        body.Add(new StringContent("basis-for-dialogue"), "maturity");
        body.Add(new StreamContent(new Zeros(301L * 1024 * 1024)), "files", "stor.pdf");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/arenden/{_number}") { Content = body };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await _leader.SendAsync(request);
        var told = await WebApp.Page(answer);

        Assert.That((int)answer.StatusCode, Is.EqualTo(413));
        Assert.That(told.QuerySelector("#error-summary")!.TextContent, Does.Contain("högst 300 MB"));
        Assert.That(told.QuerySelector("#form-upload input[name=maturity][checked]")!.GetAttribute("value"), Is.EqualTo("basis-for-dialogue"));
    }

    [Test]
    [Property("Requirement", "R39")]
    public async Task Of_several_files_those_refused_are_named_with_the_reason_and_the_others_are_kept()
    {
        var large = new byte[ContentGuard.MaxSize + 1];
        Pdf.CopyTo(large, 0);
        var answer = await Upload(
            ("rutin.pdf", Pdf), ("program.exe", Pdf), ("bild.png", Pdf), ("stor.pdf", large),
            ($"om {PersonalNumber}.pdf", Pdf), ("lista.txt", Encoding.UTF8.GetBytes("Gäller " + PersonalNumber)), ("org.txt", "Kommunen 212000-1355"u8.ToArray()));
        var page = await WebApp.Page(answer);

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        var faults = page.QuerySelectorAll(".summary li").Select(li => li.TextContent.Trim()).ToList();
        Assert.That(faults, Has.Count.EqualTo(5));
        Assert.That(faults[0], Does.StartWith("program.exe:").And.Contain("tas inte emot"));
        Assert.That(faults[1], Does.StartWith("bild.png:").And.Contain("inte en .png-fil"));
        Assert.That(faults[2], Does.StartWith("stor.pdf:").And.Contain("25 MB"));
        Assert.That(faults[3], Does.StartWith($"om {PersonalNumber}.pdf:").And.Contain("personnummer"));
        Assert.That(faults[4], Does.StartWith("lista.txt:").And.Contain("personnummer"));
        Assert.That(Titles(page), Is.EqualTo(new[] { "rutin", "org" }), "the others are kept");
    }

    [Test]
    public async Task A_file_is_listed_with_its_facts_and_comes_back_as_an_attachment_in_a_sandbox()
    {
        using var posted = await Upload(("rutin å.pdf", Pdf));
        Assert.That(posted.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await posted.Content.ReadAsStringAsync());
        var page = await CasePage();
        var version = await _app.Read(db => db.Set<DocumentVersion>().SingleAsync(v => db.Set<Document>().Any(d => d.Id == v.DocumentId && d.SubjectId == _case)));
        var listed = page.QuerySelector(".document")!.TextContent;
        Assert.That(listed, Does.Contain("Arbetsmaterial").And.Contain("Version 1").And.Contain("PDF").And.Contain(version.Sha256[..12]).And.Contain("rocessledare").And.Contain("Inte upprättad än"));

        using var file = await _leader.GetAsync($"/handlingar/versioner/{version.Id}");
        Assert.That(await file.Content.ReadAsByteArrayAsync(), Is.EqualTo(Pdf));
        Assert.That(file.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        Assert.That(file.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That(file.Content.Headers.ContentDisposition.FileNameStar, Is.EqualTo("rutin å.pdf"));
        Assert.That(file.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(file.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox").And.Contain("default-src 'none'"));
    }

    [Test]
    public async Task Nobody_without_a_sign_in_or_a_role_gets_a_file()
    {
        using var posted = await Upload(("rutin.pdf", Pdf));
        var version = await _app.Read(db => db.Set<DocumentVersion>().Where(v => db.Set<Document>().Any(d => d.Id == v.DocumentId && d.SubjectId == _case)).Select(v => v.Id).SingleAsync());
        using var stranger = _app.Browser();
        using var refused = await stranger.GetAsync($"/handlingar/versioner/{version}");
        using var unknown = await _leader.GetAsync($"/handlingar/versioner/{Guid.Empty}");

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    [Property("Requirement", "R66")]
    public async Task A_version_later_than_the_adopted_one_says_so_and_points_at_what_was_adopted()
    {
        using var posted = await Upload(("rutin.pdf", Pdf));
        var (document, first) = await Only();
        await Adopt(first.Id);
        using var next = await Post(_leader, $"/handlingar/{document}", "#form-version", [("versionMaturity", "proposal")], ("rutin 2.pdf", "%PDF-1.7 two"u8.ToArray()), "file");
        Assert.That(next.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await next.Content.ReadAsStringAsync());

        var page = await WebApp.Page(await _leader.GetAsync($"/handlingar/{document}"));
        Assert.That(page.QuerySelector(".notice--warning")!.TextContent, Does.Contain("Inte det beslutade dokumentet"));
        Assert.That(page.QuerySelectorAll("tbody tr")[1].TextContent, Does.Contain("Beslutat").And.Contain(first.Sha256));
        Assert.That((await CasePage()).QuerySelector(".document")!.TextContent, Does.Contain("Inte det beslutade dokumentet").And.Contain("version 1"));
    }

    [Test]
    [Property("Requirement", "R61")]
    public async Task Its_maturity_is_moved_on_and_one_who_saw_an_older_state_is_told()
    {
        using var posted = await Upload(("rutin.pdf", Pdf));
        var (document, _) = await Only();
        var seen = await WebApp.Page(await _leader.GetAsync($"/handlingar/{document}"));
        var form = Forms.Values(seen.QuerySelector("#form-move")!, ("maturity", "established"));
        using var moved = await _leader.PostAsync($"/handlingar/{document}", new FormUrlEncodedContent(form));
        Assert.That(moved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await moved.Content.ReadAsStringAsync());
        Assert.That((await CasePage()).QuerySelector(".document")!.TextContent, Does.Contain("Upprättad").And.Contain("Allmän handling"));

        using var late = await _leader.PostAsync($"/handlingar/{document}", Forms.Fill(seen.QuerySelector("#form-rename")!, ("title", "Nytt namn")));
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Who_takes_no_part_reads_and_is_offered_nothing_to_change()
    {
        using var posted = await Upload(("rutin.pdf", Pdf));
        var (document, _) = await Only();
        using var reader = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await reader.GetAsync($"/arenden/{_number}"));

        Assert.That(Titles(page), Is.EqualTo(new[] { "rutin" }));
        Assert.That(page.QuerySelector("#form-upload"), Is.Null);
        Assert.That((await WebApp.Page(await reader.GetAsync($"/handlingar/{document}"))).QuerySelector("#form-version"), Is.Null);
        // A form made by hand does not help.
        var own = await CasePage();
        var token = (await WebApp.Page(await reader.GetAsync($"/arenden/{_number}"))).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var forged = await Send(reader, $"/arenden/{_number}", [.. Forms.Values(own.QuerySelector("#form-upload")!, ("_token", token))], [("x.pdf", Pdf)], "files");
        Assert.That(forged.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    [Property("Requirement", "R39")]
    public async Task A_registration_number_is_entered_by_its_own_party_and_shown_to_all()
    {
        using var region = await _app.SignedIn("beredningsansvarig", "vgr");
        var page = await WebApp.Page(await region.GetAsync($"/arenden/{_number}"));
        var form = page.QuerySelector("#form-diary")!;
        using var wrong = await region.PostAsync($"/arenden/{_number}", Forms.Fill(form, ("number", PersonalNumber)));
        Assert.That((int)wrong.StatusCode, Is.EqualTo(422));
        using var right = await region.PostAsync($"/arenden/{_number}", Forms.Fill(form, ("number", "HS 2026-00123")));
        Assert.That(right.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await right.Content.ReadAsStringAsync());

        var seen = await CasePage();
        Assert.That(seen.QuerySelector("#form-diary"), Is.Null, "an area has no register of its own here");
        Assert.That(seen.QuerySelector("section[aria-labelledby=diary-numbers]")!.TextContent, Does.Contain("HS 2026-00123"));
    }

    private static IEnumerable<string> Titles(IHtmlDocument page) => page.QuerySelectorAll(".document__title").Select(t => t.TextContent.Trim());

    private async Task<IHtmlDocument> CasePage() => await WebApp.Page(await _leader.GetAsync($"/arenden/{_number}"));

    private async Task<HttpResponseMessage> Upload(params (string Name, byte[] Content)[] files)
    {
        var page = await CasePage();
        return await Send(_leader, $"/arenden/{_number}", Forms.Values(page.QuerySelector("#form-upload")!), files, "files");
    }

    private static async Task<HttpResponseMessage> Post(
        HttpClient browser, string address, string form, (string Name, string Value)[] typed, (string Name, byte[] Content) file, string field)
    {
        var page = await WebApp.Page(await browser.GetAsync(address));
        return await Send(browser, address, Forms.Values(page.QuerySelector(form)!, typed), [file], field);
    }

    private static async Task<HttpResponseMessage> Send(
        HttpClient browser, string address, List<KeyValuePair<string, string>> values, (string Name, byte[] Content)[] files, string field)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in values.Where(v => v.Key != field))
            body.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            body.Add(part, field, name);
        }

        return await browser.PostAsync(address, body);
    }

    private Task<(Guid Document, DocumentVersion Version)> Only() => _app.Read(async db =>
    {
        var document = await db.Set<Document>().Include(d => d.Versions).SingleAsync(d => d.SubjectId == _case);
        return (document.Id, document.Latest);
    });

    private Task Adopt(Guid version) => _app.Services.GetRequiredService<ProcessStore>().Run<bool>(Actor.System, "Test", null, async (unit, ct) =>
        Outcome<bool>.Accepted(await MoveDocumentOn.Adopt(unit, _case, [version], ct) is not null), CancellationToken.None);
}
