using System.Net;
using System.Text;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Minutes;

/// <summary>Minutes reach the sites of both sides, and are published when both have said so.</summary>
internal sealed class PublicationTests
{
    [Test]
    [CancelAfter(120_000)]
    [Property("Requirement", "R140")]
    public async Task A_site_that_answers_the_webhook_has_confirmed_and_minutes_that_were_taken_away_are_confirmed_anew()
    {
        using var site = new Site();
        await using var app = WebApp.AsShipped();
        app.Settings["CaseFlow:Webhooks:AllowHttp"] = "true";
        app.Settings["CaseFlow:Webhooks:AllowPrivate"] = "true";
        var meeting = await HeldMeeting.In(app);
        var administrator = await meeting.Actor("systemadministrator");
        var added = await app.Services.GetRequiredService<EditWebhooks>().Add(administrator, null, new("VGR:s webbplats", site.Url, "vgr-webb", []), CancellationToken.None);
        Assert.That(added.Value.Secret, Does.StartWith("whsec_"));
        Assert.That(await app.Read(db => db.Set<WebhookEndpoint>().Select(e => e.Secret).SingleAsync()), Does.Not.Contain(added.Value.Secret![6..]), "kept unreadable");
        var hash = await Approved.In(app, meeting.Id);
        using var vastkom = await meeting.Browser("administration.vastkom");
        var path = $"/moten/{meeting.Id}/publicering";

        await Until(async () => await app.Read(db => db.Set<ChannelConfirmation>().AnyAsync(c => c.Channel == "vgr-webb")));
        var page = await WebApp.Page(await vastkom.GetAsync(path));
        Assert.That(page.QuerySelector(".page-head")!.TextContent, Does.Contain("Delvis publicerad"));
        Assert.That(page.QuerySelector($"a[href='{Site.Answered}']"), Is.Not.Null, "where the site says that it stands");
        Assert.That(site.Bodies.Single(), Does.Contain(hash).And.Contain("Mötet noterade."));

        using var confirmed = await vastkom.PostAsync(path, Forms.Fill(page.QuerySelector("#form-confirm-vastkom-webb")!, ("adress", "https://vastkom.example/vvg")));
        Assert.That(confirmed.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await WebApp.Page(await vastkom.GetAsync(path))).QuerySelector(".page-head")!.TextContent, Does.Contain("Publicerad"));

        var publishing = app.Services.GetRequiredService<PublishMinutes>();
        await publishing.Withdraw(await meeting.Actor("administration.vgr"), null, meeting.Id, "Fel bilaga.", CancellationToken.None);
        page = await WebApp.Page(await vastkom.GetAsync(path));
        using var again = await vastkom.PostAsync(path, Forms.Fill(page.QuerySelector("#form-republish")!));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        page = await WebApp.Page(await vastkom.GetAsync(path));
        Assert.That(page.QuerySelector("#form-confirm-vastkom-webb"), Is.Not.Null, "both confirm anew");
    }

    [Test]
    [Property("Requirement", "R140")]
    public async Task Another_text_and_another_sides_channel_are_refused()
    {
        await using var app = WebApp.AsShipped();
        var meeting = await HeldMeeting.In(app);
        var hash = await Approved.In(app, meeting.Id);
        var confirming = app.Services.GetRequiredService<ConfirmChannel>();

        var other = await confirming.Handle(await meeting.Actor("administration.vgr"), null, new(meeting.Id, "vgr-webb", new string('0', 64)), CancellationToken.None);
        var foreign = await confirming.Handle(await meeting.Actor("administration.vgr"), null, new(meeting.Id, "vastkom-webb", hash), CancellationToken.None);

        Assert.That(other.Refusals.Single().Code, Is.EqualTo("minutes.other-text"));
        Assert.That(foreign.Refusals.Single().Code, Is.EqualTo("minutes.not-your-channel"));
    }

    [Test]
    public async Task The_secret_is_shown_once_and_an_address_without_TLS_is_refused()
    {
        await using var app = WebApp.AsShipped();
        app.Settings["CaseFlow:Webhooks:AllowHttp"] = "false";
        using var browser = await app.SignedIn("systemadministrator");
        const string Path = "/drift/webhooks";
        var page = await WebApp.Page(await browser.GetAsync(Path));

        using var plain = await browser.PostAsync(Path, Forms.Fill(page.QuerySelector("#form-hook")!, ("name", "Prov"), ("url", "http://example.se/")));
        var added = await WebApp.Page(await browser.PostAsync(Path, Forms.Fill(page.QuerySelector("#form-hook")!, ("name", "Prov"), ("url", "https://example.se/"))));

        Assert.That(plain.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(added.QuerySelector(".secret")!.TextContent, Does.StartWith("whsec_"));
        Assert.That((await WebApp.Page(await browser.GetAsync(Path))).QuerySelector(".secret"), Is.Null);
        using var reader = await app.SignedIn("administration", "vgr");
        Assert.That((await reader.GetAsync(Path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        while (!await holds())
            await Task.Delay(50, TestContext.CurrentContext.CancellationToken);
    }

    /// <summary>A site that has put up what it got, and says where.</summary>
    private sealed class Site : IDisposable
    {
        public const string Answered = "https://vgr.example/vvg";
        private readonly HttpListener _listener = new();

        public Site()
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Url = $"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}/";
            }

            _listener.Prefixes.Add(Url);
            _listener.Start();
            _ = Answer();
        }

        public string Url { get; }

        public System.Collections.Concurrent.ConcurrentQueue<string> Bodies { get; } = new();

        public void Dispose() => _listener.Close();

        private async Task Answer()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                    Bodies.Enqueue(await reader.ReadToEndAsync());
                    context.Response.Close(Encoding.UTF8.GetBytes($$"""{"address":"{{Answered}}"}"""), willBlock: false);
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
