using System.Net;
using CaseFlow.Cases.Access;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Access;

[TestFixture]
public sealed class SignInTests
{
    private WebApp _app = null!;

    [SetUp]
    public void Open() => _app = WebApp.WithProcess();

    [TearDown]
    public void Close() => _app.Dispose();

    [Test]
    public async Task A_page_asks_for_a_sign_in_and_comes_back_to_where_it_was_asked()
    {
        using var browser = _app.Browser();
        using var asked = await browser.GetAsync("/att-gora?visa=sena");
        Assert.That(asked.Headers.Location!.PathAndQuery, Is.EqualTo("/logga-in?tillbaka=%2Fatt-gora%3Fvisa%3Dsena"));

        var page = await WebApp.Page(await browser.GetAsync(asked.Headers.Location));
        using var entered = await browser.PostAsync(asked.Headers.Location, Fill(page, "processledare.fyrbodal@demo.example", DemoAccounts.Password));
        Assert.That(new Uri(asked.RequestMessage!.RequestUri!, entered.Headers.Location!).PathAndQuery, Is.EqualTo("/att-gora?visa=sena"));
        using var there = await browser.GetAsync(entered.Headers.Location);
        Assert.That(there.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("processledare.fyrbodal@demo.example", "fel lösenord")]
    [TestCase("ingen@demo.example", "fel lösenord")]
    public async Task A_wrong_password_and_an_unknown_address_read_alike(string email, string password)
    {
        using var browser = _app.Browser();
        var page = await WebApp.Page(await browser.GetAsync("/logga-in"));
        using var answer = await browser.PostAsync("/logga-in", Fill(page, email, password));
        var again = await WebApp.Page(answer);

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        Assert.That(again.QuerySelector(".summary")!.TextContent, Does.Contain("E-postadressen eller lösenordet stämmer inte"));
        Assert.That(again.QuerySelector("input[name=email]")!.GetAttribute("value"), Is.EqualTo(email));
        Assert.That(again.QuerySelector("input[name=password]")!.HasAttribute("value"), Is.False);
        Assert.That(await _app.Read(db => db.Set<SecurityEvent>().CountAsync(e => e.Code == "sign-in.failed")), Is.EqualTo(1));
    }

    [Test]
    public async Task Five_wrong_passwords_lock_the_account_also_for_the_right_one()
    {
        using var browser = _app.Browser();
        var page = await WebApp.Page(await browser.GetAsync("/logga-in"));
        for (var attempt = 0; attempt < 5; attempt++)
            (await browser.PostAsync("/logga-in", Fill(page, "processledare.fyrbodal@demo.example", "fel lösenord"))).Dispose();
        using var right = await browser.PostAsync("/logga-in", Fill(page, "processledare.fyrbodal@demo.example", DemoAccounts.Password));

        Assert.That((await WebApp.Page(right)).QuerySelector(".summary")!.TextContent, Does.Contain("spärrat"));
    }

    [Test]
    public async Task A_flood_of_attempts_is_told_to_wait()
    {
        _app.Settings["CaseFlow:SignIn:AttemptsPerMinute"] = "3";
        using var browser = _app.Browser();
        var page = await WebApp.Page(await browser.GetAsync("/logga-in"));
        HttpResponseMessage answer = null!;
        for (var attempt = 0; attempt < 4; attempt++)
            answer = await browser.PostAsync("/logga-in", Fill(page, $"person{attempt}@demo.example", "fel lösenord"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(answer.Headers.RetryAfter, Is.Not.Null);
        using var reading = await browser.GetAsync("/logga-in");
        Assert.That(reading.StatusCode, Is.EqualTo(HttpStatusCode.OK), "the page itself may still be read");
    }

    [Test]
    public async Task Demo_accounts_are_shown_in_the_demo_and_open_nothing_outside_it()
    {
        using var demo = _app.Browser();
        Assert.That((await WebApp.Page(await demo.GetAsync("/logga-in"))).QuerySelectorAll("#form-demo button"), Is.Not.Empty);

        using var strict = new WebApp();
        strict.Settings["CaseFlow:Demo"] = "false";
        using var browser = strict.Browser();
        browser.BaseAddress = new Uri("https://localhost");
        var page = await WebApp.Page(await browser.GetAsync("/logga-in"));
        Assert.That(page.QuerySelector("#form-demo"), Is.Null);
        using var answer = await browser.PostAsync("/logga-in", Fill(page, "processledare.fyrbodal@demo.example", DemoAccounts.Password));
        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
    }

    [Test]
    public async Task Outside_the_demo_every_cookie_is_bound_to_the_host_and_to_https()
    {
        using var strict = new WebApp();
        strict.Settings["CaseFlow:Demo"] = "false";
        using var browser = strict.Browser();
        browser.BaseAddress = new Uri("https://localhost");
        using var answer = await browser.GetAsync("/logga-in");

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.That(cookies, Is.Not.Empty);
        Assert.That(cookies, Has.All.StartsWith("__Host-").And.All.Contain("secure").And.All.Contain("httponly").And.All.Contain("samesite"));
    }

    [Test]
    public async Task A_form_that_lay_open_too_long_is_shown_again_and_not_executed()
    {
        var task = await _app.StartCase();
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await browser.GetAsync($"/uppgifter/{task}"));
        using var late = new HttpRequestMessage(HttpMethod.Post, $"/uppgifter/{task}")
        {
            Content = Forms.Fill(page.QuerySelector("#form-task")!, ("utfall", "vvg"), ("skal", "En lång text"), ("_token", "gammal")),
        };
        late.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await browser.SendAsync(late);
        var again = await WebApp.Page(answer);

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        Assert.That(again.QuerySelector(".summary")!.TextContent, Does.Contain("Inget har skickats"));
        Assert.That(again.QuerySelector("textarea")!.TextContent.Trim(), Is.EqualTo("En lång text"));
        Assert.That(await _app.Read(db => db.TaskAnswers.CountAsync()), Is.Zero);
    }

    [TestCase("cross-site")]
    [TestCase("same-site")]
    public async Task A_form_from_another_site_is_refused_outright(string site)
    {
        var task = await _app.StartCase();
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await browser.GetAsync($"/uppgifter/{task}"));
        using var sly = new HttpRequestMessage(HttpMethod.Post, $"/uppgifter/{task}")
        {
            Content = Forms.Fill(page.QuerySelector("#form-task")!, ("utfall", "vvg"), ("skal", "Planterad text"), ("_token", "")),
        };
        sly.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await browser.SendAsync(sly);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("Planterad text"));
    }

    [Test]
    public async Task What_was_typed_survives_an_expired_sign_in()
    {
        var task = await _app.StartCase();
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await browser.GetAsync($"/uppgifter/{task}"));
        using var fresh = _app.Browser(); // the same person, but the cookies are gone
        using var asked = await fresh.PostAsync($"/uppgifter/{task}", Forms.Fill(page.QuerySelector("#form-task")!, ("utfall", "vvg"), ("skal", "En lång text")));
        var signIn = await WebApp.Page(asked);
        Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(signIn.QuerySelector(".page-head__lead")!.TextContent, Does.Contain("Det du skrev finns kvar"));

        using var entered = await fresh.PostAsync("/logga-in", Fill(signIn, "processledare.fyrbodal@demo.example", DemoAccounts.Password));
        var welcome = await WebApp.Page(entered);
        Assert.That(entered.StatusCode, Is.EqualTo(HttpStatusCode.OK), welcome.Body!.OuterHtml + entered.Headers);
        var onward = welcome.QuerySelector("main form")!;
        Assert.That(onward.GetAttribute("action"), Is.EqualTo($"/uppgifter/{task}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, onward.GetAttribute("action")) { Content = Forms.Fill(onward) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var shown = await fresh.SendAsync(request);
        Assert.That((await WebApp.Page(shown)).QuerySelector("textarea")!.TextContent.Trim(), Is.EqualTo("En lång text"));
        Assert.That(await _app.Read(db => db.TaskAnswers.CountAsync()), Is.Zero, "nothing was executed on the way");
    }

    [Test]
    public async Task After_signing_out_a_copied_cookie_opens_nothing()
    {
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        var page = await WebApp.Page(await browser.GetAsync("/att-gora"));
        using var left = await browser.PostAsync("/logga-ut", Forms.Fill(page.QuerySelector("form[action='/logga-ut']")!));
        Assert.That(left.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        using var answer = await browser.GetAsync("/att-gora");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.Headers.Location!.PathAndQuery, Does.StartWith("/logga-in"));
    }

    private static FormUrlEncodedContent Fill(AngleSharp.Html.Dom.IHtmlDocument page, string email, string password) =>
        Forms.Fill(page.QuerySelector("#form-sign-in")!, ("email", email), ("password", password));
}
