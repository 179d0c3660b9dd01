using System.Net;
using AngleSharp.Html.Dom;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Operations;

/// <summary>The page of whoever runs the server: what stands still is shown and can be set going, keys are issued once and revoked.</summary>
internal sealed class OperationsPageTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
    private WebApp _app = null!;
    private HttpClient _browser = null!;

    [SetUp]
    public async Task Open()
    {
        _app = WebApp.WithProcess();
        _browser = await _app.SignedIn("systemadministrator");
    }

    [TearDown]
    public void Close()
    {
        _browser.Dispose();
        _app.Dispose();
    }

    [Test]
    public async Task Where_nothing_is_wrong_every_part_says_so()
    {
        var page = await Page();
        Assert.That(page.QuerySelector(".page-head__lead")!.TextContent, Is.EqualTo("Allt löper på."));
        Assert.That(page.QuerySelectorAll(".empty"), Has.Length.EqualTo(4));
    }

    [Test]
    public async Task A_step_that_stands_still_is_shown_and_one_that_was_mended_meanwhile_is_said()
    {
        var task = await _app.StartCase();
        await Add(new IncidentRow { InstanceId = task.InstanceId, IncidentKey = 99, ElementId = "Granska", Code = "FEEL-NULL", Detail = "Uttrycket gav null.", RaisedAt = Then });

        var page = await Page();
        Assert.That(page.QuerySelector(".page-head__lead")!.TextContent, Does.Contain("Ett steg står stilla"));
        Assert.That(page.QuerySelector("#form-incidents tbody tr")!.TextContent, Does.Contain("Uttrycket gav null.").And.Contain("Försök igen"));
        using var answer = await Press(page, "incidents");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "the instance itself knows of no such incident");
        Assert.That((await WebApp.Page(answer)).QuerySelector(".summary")!.TextContent, Does.Contain("redan avhjälpt"));
    }

    [Test]
    public async Task A_message_moved_aside_is_shown_with_its_cause_and_put_away()
    {
        await Add(new DeadLetterRow { Id = Guid.Parse("0192a0b0-0000-7000-8000-000000000001"), Queue = "caseflow.submit-case", Type = "caseflow.intake.submit-case.v1", Body = [1], Cause = "Trasigt innehåll", FailedAt = Then, Failures = 3 });
        var page = await Page();
        Assert.That(page.QuerySelector("#form-letters tbody tr")!.TextContent, Does.Contain("Trasigt innehåll").And.Contain("3 gånger"));

        using var answer = await Press(page, "letters", button: 1);

        Assert.That(answer.Headers.Location!.OriginalString, Does.EndWith("/drift?klart=away"));
        Assert.That((await Page()).QuerySelector("#form-letters .empty"), Is.Not.Null);
        Assert.That(await _app.Read(db => db.Set<DeadLetterRow>().Select(d => d.HandledBy).SingleAsync()), Is.Not.Null);
    }

    [Test]
    public async Task Mail_that_has_not_gone_out_is_shown_with_its_reason_and_sent_again()
    {
        var account = await _app.Read(db => db.Users.Select(u => u.Id).FirstAsync());
        await Add(new Mail { Id = Guid.Parse("0192a0b0-0000-7000-8000-000000000002"), Cause = "prov", AccountId = account, Language = "sv", Subject = "Kallelse", PlainText = "x", Html = "x", WrittenAt = Then, AvailableAt = Then, State = MailState.GivenUp, Attempts = 5, LastError = "550 okänd mottagare" });
        var page = await Page();
        Assert.That(page.QuerySelector("#form-mails tbody tr")!.TextContent, Does.Contain("Kallelse").And.Contain("550 okänd mottagare").And.Contain("Skicka igen"));

        using var answer = await Press(page, "mails");

        Assert.That(answer.Headers.Location!.OriginalString, Does.EndWith("/drift?klart=mail"));
        Assert.That(await _app.Read(db => db.Set<Mail>().Select(m => m.State).SingleAsync()), Is.Not.EqualTo(MailState.GivenUp));
    }

    [Test]
    public async Task A_key_is_shown_once_also_when_the_form_is_posted_twice_and_revoked()
    {
        var form = (await Page()).QuerySelector("#form-issue")!;
        var typed = Forms.Values(form, ("email", "lasare@demo.example"), ("name", "diariet hämtar ärenden"));
        using var first = await _browser.PostAsync("/drift", new FormUrlEncodedContent(typed));
        var secret = (await WebApp.Page(first)).QuerySelector("code.secret")!.TextContent;
        Assert.That(await Status(secret), Is.EqualTo(HttpStatusCode.OK));

        using var second = await _browser.PostAsync("/drift", new FormUrlEncodedContent(typed));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await second.Content.ReadAsStringAsync(), Does.Not.Contain("cfk_").And.Contain("visas bara en gång"));
        Assert.That(await _app.Read(db => db.Set<ApiKey>().CountAsync()), Is.EqualTo(1));
        Assert.That(await _app.Read(db => db.Requests.AnyAsync(r => r.Answer.Contains("cfk_"))), Is.False);

        using var revoked = await Press(await Page(), "keys");
        Assert.That(revoked.Headers.Location!.OriginalString, Does.EndWith("/drift?klart=key"));
        Assert.That(await Status(secret), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("processagare", null)]
    [TestCase("processledare", "fyrbodal")]
    public async Task Others_do_not_see_it(string role, string? scope)
    {
        using var browser = await _app.SignedIn(role, scope);
        using var answer = await browser.GetAsync("/drift");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("form-issue"));
        var actor = new Actor("x", [new(role, null, scope)]);
        var keys = _app.Services.GetRequiredService<ProgramKeys>();
        Assert.That((await keys.Issue(actor, null, new("lasare@demo.example", "prov"), default)).IsAccepted, Is.False);
        Assert.That((await keys.Revoke(actor, null, Guid.Empty, default)).IsAccepted, Is.False);
    }

    private async Task<IHtmlDocument> Page() => await WebApp.Page(await _browser.GetAsync("/drift"));

    private Task<HttpResponseMessage> Press(IHtmlDocument page, string form, int button = 0)
    {
        var whole = page.QuerySelector("#form-" + form)!;
        return _browser.PostAsync("/drift", Forms.Fill(whole, ("act", whole.QuerySelectorAll("button[name=act]")[button].GetAttribute("value")!)));
    }

    private async Task<HttpStatusCode> Status(string secret)
    {
        using var program = _app.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/cases");
        request.Headers.Authorization = new("Bearer", secret);
        using var answer = await program.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task Add(object row)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContextAsync();
        db.Add(row);
        await db.SaveChangesAsync();
    }
}
