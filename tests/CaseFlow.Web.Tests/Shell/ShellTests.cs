using System.Net;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Shell;

[TestFixture]
public sealed class ShellTests
{
    private WebApp _app = null!;
    private HttpClient _browser = null!;

    [SetUp]
    public void Open()
    {
        _app = new WebApp();
        _browser = _app.Browser();
    }

    [TearDown]
    public void Close()
    {
        _browser.Dispose();
        _app.Dispose();
    }

    [Test]
    public async Task The_start_page_is_open_to_all_and_in_Swedish_first()
    {
        using var answer = await _browser.GetAsync("/");
        var page = await WebApp.Page(answer);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo("sv"));
        Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo("Ett ärende, hela vägen"));
    }

    [Test]
    public async Task The_first_link_of_a_page_skips_to_its_matter()
    {
        var page = await WebApp.Page(await _browser.GetAsync("/"));

        var first = page.QuerySelector("a")!;
        Assert.That(page.QuerySelector(first.GetAttribute("href")!)!.LocalName, Is.EqualTo("main"));
    }

    [Test]
    public async Task The_language_button_turns_the_site_to_English_and_comes_back_to_the_same_place()
    {
        var page = await WebApp.Page(await _browser.GetAsync("/"));
        using var chosen = await _browser.PostAsync("/sprak", Forms.Fill(page.QuerySelector("form.language")!));

        Assert.That(chosen.Headers.Location!.ToString(), Is.EqualTo("/"));
        var english = await WebApp.Page(await _browser.GetAsync("/"));
        Assert.That(english.DocumentElement.GetAttribute("lang"), Is.EqualTo("en"));
        Assert.That(english.QuerySelector("h1")!.TextContent, Is.EqualTo("One case, all the way"));
    }

    [TestCase("https://elsewhere.example/")]
    [TestCase("//elsewhere.example/")]
    [TestCase("/\\elsewhere.example/")]
    public async Task The_language_button_never_leads_to_another_site(string place)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["till"] = "en", ["tillbaka"] = place });
        using var chosen = await _browser.PostAsync("/sprak", form);

        Assert.That(chosen.Headers.Location!.ToString(), Is.EqualTo("/"));
    }

    [Test]
    public async Task An_unknown_address_gets_a_page_with_a_way_out()
    {
        using var answer = await _browser.GetAsync("/finns-inte");
        var page = await WebApp.Page(answer);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo("Sidan finns inte"));
        Assert.That(page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")), Does.Contain("/"));
    }

    [TestCase("/")]
    [TestCase("/finns-inte")]
    [TestCase("/css/base.css")]
    [TestCase("/logga-in")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        using var answer = await _browser.GetAsync(address);

        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'self'").And.Contains("frame-ancestors 'none'").And.Not.Contains("unsafe"));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "same-origin" }));
        Assert.That(answer.Headers.Contains("Server"), Is.False);
    }

    [Test]
    public async Task No_page_has_a_script_or_style_in_its_markup()
    {
        var page = await WebApp.Page(await _browser.GetAsync("/"));

        Assert.That(page.QuerySelectorAll("script:not([src]), style, [style]").Select(e => e.OuterHtml), Is.Empty);
        Assert.That(page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).Select(a => a.Name), Is.Empty);
    }

    [Test]
    public async Task Styles_and_scripts_are_served_to_browsers_that_take_gzip()
    {
        var page = await WebApp.Page(await _browser.GetAsync("/"));
        var assets = page.QuerySelectorAll("link[rel=stylesheet], script").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src"));
        foreach (var asset in assets)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asset);
            request.Headers.Add("Accept-Encoding", "gzip");
            using var answer = await _browser.SendAsync(request);
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Not.Empty, asset);
        }
    }
}
