using System.Net;
using System.Net.Http.Json;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Timeline;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Search;

/// <summary>Search, on its page and as the palette asks.</summary>
[TestFixture]
public sealed class SearchPageTests
{
    private static readonly DateTimeOffset Then = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private WebApp _app = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _app = WebApp.WithProcess();
        await _app.Read(db =>
        {
            foreach (var (number, title, closed) in new[] { ("2026-00101", "Öppenvård på landet", true), ("2026-00102", "Öppenvård i staden", false), ("2026-00103", "Om öppenvård", false), ("2026-00777", "Andra frågor", false) })
            {
                var row = new CaseRow { Id = Guid.CreateVersion7(), Number = number, Title = title, OriginKind = number.EndsWith("103", StringComparison.Ordinal) ? "body" : "area", SubmittedBy = "system", SubmittedAt = Then, StatusKey = "beredning", StatusSv = "Bereds", StatusEn = "Prepared", StatusSince = Then, ClosedAt = closed ? Then : null };
                row.Index();
                db.Cases.Add(row);
                if (number == "2026-00777")
                    db.Add(new Document { Id = Guid.CreateVersion7(), SubjectKind = "case", SubjectId = row.Id, Title = "Överenskommelse", CreatedBy = "system", CreatedAt = Then });
            }

            db.Add(new Meeting { Id = Guid.CreateVersion7(), Body = "vvg", Kind = Meeting.Ordinary, Number = "VVG 2026-05-13", Date = new(2026, 5, 13), PlannedBy = "system" });
            return db.SaveChangesAsync();
        });
    }

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [TestCase("/sok?q=x")]
    [TestCase("/sok.json?q=x")]
    public async Task It_asks_for_a_sign_in(string address)
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task The_best_answer_comes_first_open_before_closed_whatever_the_letters_size()
    {
        var answers = await Ask("ÖPPENVÅRD");

        Assert.That(answers.Select(a => a.Href), Is.EqualTo(new[] { "/arenden/2026-00102", "/arenden/2026-00101", "/uppdrag/2026-00103" }));
        Assert.That(answers[2].Kind, Is.EqualTo("Uppdrag"));
    }

    [Test]
    public async Task The_end_of_a_number_finds_its_case_and_a_body_with_a_day_its_meeting()
    {
        Assert.That((await Ask("777"))[0].Href, Is.EqualTo("/arenden/2026-00777"));
        Assert.That((await Ask("vvg 2026-05"))[0].Title, Is.EqualTo("VVG 2026-05-13"));
    }

    [Test]
    public async Task A_document_is_found_and_so_are_pages_by_what_people_call_them()
    {
        Assert.That((await Ask("överens")).Select(a => (a.Kind, a.Title, a.Detail)), Is.EqualTo(new[] { ("Handling", "Överenskommelse", "2026-00777") }));
        Assert.That((await Ask("nytt ärende"))[0].Href, Is.EqualTo("/lamna-in"));
        Assert.That((await Ask("nyckeltal"))[0].Href, Is.EqualTo("/laget/indikatorer"));
    }

    [Test]
    public async Task A_page_that_only_some_may_open_is_found_by_them_alone()
    {
        Assert.That((await Ask("konton")).Select(a => a.Href), Does.Not.Contain("/konton"));
        Assert.That((await Ask("konton", "systemadministrator")).Select(a => a.Href), Does.Contain("/konton"));
    }

    [Test]
    public async Task Without_script_the_button_leads_to_a_page_that_shows_the_same()
    {
        using var browser = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await browser.GetAsync("/sok?q=" + Uri.EscapeDataString("öppenvård")));

        Assert.That(page.QuerySelector("a[data-search-open]")!.GetAttribute("href"), Is.EqualTo("/sok"));
        Assert.That(page.QuerySelectorAll(".found a").Select(a => a.GetAttribute("href")), Is.EqualTo((await Ask("öppenvård")).Select(a => a.Href)));
        Assert.That(page.QuerySelector("main input[name=q]")!.GetAttribute("value"), Is.EqualTo("öppenvård"));
    }

    private async Task<List<Answer>> Ask(string text, string role = "lasare")
    {
        using var browser = await _app.SignedIn(role);
        return await browser.GetFromJsonAsync<List<Answer>>("/sok.json?q=" + Uri.EscapeDataString(text)) ?? [];
    }

    private sealed record Answer(string Kind, string Title, string Detail, string Href);
}
