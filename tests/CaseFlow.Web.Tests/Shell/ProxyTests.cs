using System.Net;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Shell;

/// <summary>Sign-in attempts are counted by the visitor's own address, and nobody can choose it.</summary>
[TestFixture]
internal sealed class ProxyTests
{
    [Test]
    public async Task A_visitor_cannot_choose_the_address_that_attempts_are_counted_by()
    {
        await using var app = Limited("");
        Assert.That(await Attempts(app, 4), Does.Contain(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task Behind_a_known_proxy_each_visitor_is_counted_alone()
    {
        // The test server has no address of its own; the application sees the loopback address that the filter below gives it.
        await using var app = Limited("127.0.0.0/8");
        Assert.That(await Attempts(app, 4), Does.Not.Contain(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public void A_setting_that_is_no_address_stops_the_start()
    {
        using var app = Limited("the-proxy");
        Assert.That(() => app.Server, Throws.InvalidOperationException.With.Message.Contains("the-proxy"));
    }

    private static WebApp Limited(string known)
    {
        var app = WebApp.WithProcess();
        app.RemoteAddress = IPAddress.Loopback;
        app.Settings["CaseFlow:SignIn:AttemptsPerMinute"] = "2";
        app.Settings["CaseFlow:Proxy:Known"] = known;
        return app;
    }

    // Each attempt says that it comes from another address.
    private static async Task<IReadOnlyList<HttpStatusCode>> Attempts(WebApp app, int count)
    {
        using var browser = app.Browser();
        var page = await WebApp.Page(await browser.GetAsync("/logga-in"));
        var answers = new List<HttpStatusCode>();
        for (var i = 1; i <= count; i++)
        {
            using var attempt = new HttpRequestMessage(HttpMethod.Post, "/logga-in")
            {
                Content = Forms.Fill(page.QuerySelector("#form-sign-in")!, ("email", "nobody@example.org"), ("password", "wrong")),
            };
            attempt.Headers.Add("X-Forwarded-For", $"192.0.2.{i}");
            using var answer = await browser.SendAsync(attempt);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }
}
