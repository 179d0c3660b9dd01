using System.Net;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Intake;

/// <summary>The submission page: what it asks of whom, which meeting is wished for, what is already on its way.</summary>
[TestFixture]
public sealed class SubmitPageTests
{
    private static readonly DateOnly FarAway = DateOnly.FromDateTime(DateTime.Now).AddMonths(6);

    private WebApp _app = null!;
    private HttpClient _leader = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _app = Submissions.WithShippedProcesses();
        _leader = await _app.SignedIn("processledare", "fyrbodal");
    }

    [OneTimeTearDown]
    public void Close()
    {
        _leader.Dispose();
        _app.Dispose();
    }

    [Test]
    [Property("Requirement", "R24")]
    public async Task An_area_must_state_its_assessment_and_mark_summary_and_clause_agree()
    {
        var page = await Submissions.Open(_leader);
        Assert.That(page.QuerySelector("label[for=lansfragaDatum]")!.TextContent, Does.Not.Contain("frivilligt"));
        Assert.That(page.QuerySelector("label[for=lansfragaMotiv]")!.TextContent, Does.Not.Contain("frivilligt"));

        using var answer = await Submissions.Post(_leader, "check", Submissions.Answers("Utan bedömning", ("lansfragaDatum", ""), ("lansfragaMotiv", "")));
        var faults = await WebApp.Page(answer);
        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        Assert.That(faults.QuerySelectorAll(".summary a").Select(a => a.GetAttribute("href")), Is.EqualTo(new[] { "#lansfragaDatum", "#lansfragaMotiv" }));
    }

    [Test]
    [Property("Requirement", "R25")]
    public async Task A_party_is_not_asked_for_an_areas_assessment()
    {
        using var party = await _app.SignedIn("huvudman-inlamnare", "vgr");
        using var answer = await Submissions.Post(party, "check", [.. Submissions.Answers("Från en huvudman").Where(a => !a.Name.StartsWith("lansfraga", StringComparison.Ordinal))]);

        Assert.That((await WebApp.Page(answer)).QuerySelector("#form-check"), Is.Not.Null, "nothing is missing");
    }

    [Test]
    public async Task The_bodys_coming_meetings_are_offered_with_their_last_day_for_papers_and_the_choice_is_shown_on_the_case()
    {
        var offered = await Submissions.Meeting(_app, "vvg", FarAway);
        await Submissions.Meeting(_app, "sro", FarAway.AddDays(1));
        await Submissions.Meeting(_app, "vvg", FarAway.AddDays(2), isEnded: true);
        var page = await Submissions.Open(_leader);

        var choices = page.QuerySelectorAll("[name=onskatMote]").Select(r => r.GetAttribute("value")).ToList();
        Assert.That(choices, Does.Contain("nasta").And.Contain(offered.ToString("N")));
        Assert.That(choices, Has.Count.EqualTo(2), "neither another body's nor one that is cancelled");
        var choice = page.QuerySelector($"[value='{offered:N}']")!.ParentElement!.TextContent;
        Assert.That(choice, Does.Contain("VVG").Or.Contain("Västra Götaland"));
        Assert.That(choice, Does.Contain("Handlingar senast"));

        var number = await Submissions.Submit(_leader, Submissions.Answers("Med önskat möte", ("onskatMote", offered.ToString("N"))));
        var seen = (await WebApp.Page(await _leader.GetAsync($"/arenden/{number}"))).QuerySelector("section[aria-labelledby=matter]")!.TextContent;
        Assert.That(seen, Does.Contain("När vill ni att frågan tas upp?").And.Contain(FarAway.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)).And.Not.Contain(offered.ToString("N")));
    }

    [Test]
    [Property("Requirement", "R36")]
    public async Task A_near_title_is_pointed_out_before_it_is_handed_in_and_can_be_shared_instead()
    {
        var number = await Submissions.Submit(_leader, Submissions.Answers("Läkarmedverkan i hemsjukvården"));
        using var other = await _app.SignedIn("processledare", "skaraborg");
        var check = await WebApp.Page(await Submissions.Post(other, "check", Submissions.Answers("lakarmedverkan i hemsjukvard")));
        var near = check.QuerySelector("section[aria-labelledby=similar]")!;
        Assert.That(near.TextContent, Does.Contain(number).And.Contain("Läkarmedverkan"));

        using var shared = await other.PostAsync("/lamna-in", Forms.Fill(near.QuerySelector("form")!));
        Assert.That(shared.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await shared.Content.ReadAsStringAsync());
        var page = await WebApp.Page(await other.GetAsync($"/arenden/{number}"));
        Assert.That(page.QuerySelector("section[aria-labelledby=sponsors]")!.TextContent, Does.Contain("Skaraborg"));

        var own = await WebApp.Page(await Submissions.Post(_leader, "check", Submissions.Answers("Läkarmedverkan i hemsjukvård")));
        Assert.That(own.QuerySelector("section[aria-labelledby=similar] form"), Is.Null, "an area does not share its own question");
    }

    [Test]
    [Property("Requirement", "R39")]
    public async Task A_personal_number_is_refused_in_every_field_that_is_written_freely_and_an_organisation_number_is_not()
    {
        var page = await Submissions.Open(_leader);
        var free = page.QuerySelectorAll("#form-submit textarea, #form-submit input[type=text]").Select(f => f.GetAttribute("name")!).ToList();
        Assert.That(free, Has.Count.GreaterThanOrEqualTo(6));
        foreach (var field in free)
        {
            using var refused = await Submissions.Post(_leader, "check", Submissions.Answers("Prov av fält", (field, "Gäller 811228-9874 och lite till")));
            var faults = (await WebApp.Page(refused)).QuerySelectorAll(".summary a");
            Assert.That(faults.Select(a => a.GetAttribute("href")), Is.EqualTo(new[] { "#" + field }), field);
            Assert.That(faults[0].TextContent, Does.Contain("personnummer"));
        }

        using var organisation = await Submissions.Post(_leader, "check", Submissions.Answers("Prov av fält", ("fraga", "Kommunen 212000-1355 frågar hur det ska gå till.")));
        Assert.That((await WebApp.Page(organisation)).QuerySelector("#form-check"), Is.Not.Null);
        using var coordination = await Submissions.Post(_leader, "check", Submissions.Answers("Prov av fält", ("fraga", "Samordningsnummer 701063-2391 hör inte hemma här.")));
        Assert.That((int)coordination.StatusCode, Is.EqualTo(422));
    }

    [Test]
    public async Task A_case_is_found_by_its_number_its_title_and_the_words_of_the_question_also_in_the_file()
    {
        var number = await Submissions.Submit(_leader, Submissions.Answers("Sökbart ärende", ("fraga", "Hur ska nattpatrullen nås när växeln är stängd?")));
        foreach (var words in new[] { number, number[^5..], "SÖKBART", "nattpatrullen VÄXELN", "na\u0308r va\u0308xeln sökbart" })
        {
            var list = await WebApp.Page(await _leader.GetAsync("/arenden?q=" + Uri.EscapeDataString(words)));
            Assert.That(list.QuerySelector("main table")!.TextContent, Does.Contain("Sökbart ärende"), words);
        }

        var csv = await _leader.GetStringAsync("/arenden.csv?q=nattpatrullen");
        Assert.That(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2));
        Assert.That(await _leader.GetStringAsync("/arenden.csv?q=nattpatrullen&visa=avslutade"), Does.Not.Contain("Sökbart"));
        Assert.That(await _leader.GetStringAsync("/arenden.csv?q=nattpatrullen&fran=skaraborg"), Does.Not.Contain("Sökbart"));
    }
}
