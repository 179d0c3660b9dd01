using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Components.Escalation;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Escalation;

/// <summary>What lies with the body above, as everybody who is signed in sees it.</summary>
[TestFixture]
public sealed class EscalationPageTests
{
    private static readonly DateTimeOffset Lifted = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private WebApp _app = null!;

    [OneTimeSetUp]
    public void Open() => _app = WebApp.WithProcess();

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [TestCase("/till-sro")]
    [TestCase("/till-sro/2026-00001")]
    public async Task It_asks_for_a_sign_in(string address)
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.Headers.Location!.ToString(), Does.Contain("/logga-in"));
    }

    [Test]
    public async Task A_package_that_waits_is_listed_and_an_answered_one_says_what_was_answered()
    {
        await Add("2026-90001", "Gemensam rutin", null);
        await Add("2026-90002", "Gemensam riktlinje", "besvarat");
        using var browser = await _app.SignedIn("sro-sekretariat");
        var page = await WebApp.Page(await browser.GetAsync("/till-sro"));

        Assert.That(page.QuerySelector("#waiting-table-caption")!.Closest("table")!.TextContent, Does.Contain("Gemensam rutin").And.Not.Contain("Gemensam riktlinje"));
        var answered = page.QuerySelector("#answered-table-caption")!.Closest("table")!;
        Assert.That(answered.TextContent, Does.Contain("Gemensam riktlinje").And.Contain("SRO har svarat").And.Contain("noterar informationen"));
        var package = await WebApp.Page(await browser.GetAsync("/till-sro/2026-90002"));
        Assert.That(package.QuerySelector("h1")!.TextContent, Is.EqualTo("Gemensam riktlinje"));
    }

    [Test]
    public void Every_clause_that_the_answer_may_have_is_written_in_words([Values("sv", "en")] string language)
    {
        var form = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "workflows", "sro", "forms", "sro-svar.form")))!;
        var codes = form["components"]!.AsArray().Single(c => c!["key"]?.ToString() == "satser")!["values"]!.AsArray().Select(v => v!["value"]!.ToString()).ToList();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            foreach (var code in codes)
                Assert.That(EscalationWords.Clauses(new EscalationPackage { Body = "sro", Clauses = code }), Is.Not.Empty.And.Not.EqualTo(code));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Test]
    public async Task A_case_that_was_never_lifted_has_no_package()
    {
        using var browser = await _app.SignedIn("lasare");
        using var answer = await browser.GetAsync("/till-sro/2026-99999");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private Task<int> Add(string number, string title, string? answer) => _app.Read(db =>
    {
        var row = new CaseRow { Id = Guid.CreateVersion7(Lifted), Number = number, Title = title, OriginKind = "area", OriginArea = "fyrbodal", SubmittedBy = "system", SubmittedAt = Lifted, StatusSince = Lifted };
        db.Cases.Add(row);
        db.Add(new EscalationPackage
        {
            Id = Guid.CreateVersion7(Lifted),
            CaseId = row.Id,
            Body = "sro",
            ReceivedAt = Lifted,
            Answer = answer,
            AnsweredAt = answer is null ? null : Lifted.AddDays(9),
            Clauses = answer is null ? "" : "noterar",
        });
        return db.SaveChangesAsync();
    });
}
