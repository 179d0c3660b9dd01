using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Tests.Scenarios;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>Who plans, moves and cancels which body's meetings, and what can be said of them.</summary>
internal sealed class PlanMeetingTests
{
    private static readonly Actor Administration = StoppedScenario.Holding("administration", "vgr");
    private static readonly Actor Secretariat = StoppedScenario.Holding("sro-sekretariat");
    private static readonly DateOnly Day = new(2027, 3, 3);
    private static readonly PlanMeetingRequest Usual = new("vvg", Meeting.Ordinary, Day, new(9, 0), new(12, 0), "Göteborg", "Gemensam inriktning.");

    private StoppedScenario _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await StoppedScenario.Play("mote/scenarios/flyttat-mote.yaml", step => step.Do == "MoveMeeting");

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [TestCase("administration", "vvg", Meeting.Ordinary, ExpectedResult = "")]
    [TestCase("vice-ordforande", "vvg", Meeting.Extra, ExpectedResult = "")]
    [TestCase("sro-sekretariat", "sro", Meeting.Ordinary, ExpectedResult = "")]
    [TestCase("beredningsansvarig", "beredning", Meeting.Ordinary, ExpectedResult = "")]
    [TestCase("sro-sekretariat", "vvg", Meeting.Ordinary, ExpectedResult = "meetings.not-yours")]
    [TestCase("sro-sekretariat", "vvg", Meeting.Extra, ExpectedResult = "meetings.not-yours")]
    [TestCase("vice-ordforande", "sro", Meeting.Ordinary, ExpectedResult = "meetings.not-yours")]
    [TestCase("processledare", "vvg", Meeting.Ordinary, ExpectedResult = "meetings.not-yours")]
    [TestCase("administration", "sitiv", Meeting.Ordinary, ExpectedResult = "meetings.unknown-body")]
    public async Task<string> A_body_is_planned_by_its_own_roles(string role, string body, string kind) =>
        Codes(await _house.Get<PlanMeeting>().Handle(StoppedScenario.Holding(role, "vgr"), null, Usual with { Body = body, Kind = kind, Reason = "Frågan brådskar." }, default));

    [Test]
    public async Task A_meeting_is_moved_and_cancelled_by_those_who_plan_for_its_body()
    {
        var meeting = await _house.Meeting();
        var move = new MoveMeetingRequest(meeting.Id, meeting.Date.AddDays(7), new(9, 0), new(12, 0), "Borås");

        var strangerMoves = await _house.Get<MoveMeeting>().Handle(Secretariat, null, move, default);
        var strangerCancels = await _house.Get<CancelMeeting>().Handle(Secretariat, null, meeting.Id, default);
        var moved = await _house.Get<MoveMeeting>().Handle(Administration, null, move, default);
        var cancelled = await _house.Get<CancelMeeting>().Handle(Administration, null, meeting.Id, default);

        Assert.That((Codes(strangerMoves), Codes(strangerCancels)), Is.EqualTo(("meetings.not-yours", "meetings.not-yours")));
        Assert.That((Codes(moved), Codes(cancelled)), Is.EqualTo(("", "")));
    }

    [Test]
    public async Task A_moved_meeting_is_called_after_its_new_day()
    {
        var meeting = await _house.Meeting();

        var moved = await _house.Get<MoveMeeting>().Handle(Administration, null, new(meeting.Id, new(2026, 3, 19), new(9, 0), new(12, 0), "Borås"), default);

        Assert.That((meeting.Number, moved.Value.Number), Is.EqualTo(("VVG 2026-03-12", "VVG 2026-03-19")));
        await using var db = _house.Db();
        Assert.That((await _house.Meeting()).Number, Is.EqualTo("VVG 2026-03-19"));
        Assert.That((await db.Instances.FindAsync(meeting.Id))!.Number, Is.EqualTo("VVG 2026-03-19"), "its tasks are listed under the same name");
    }

    [Test]
    [Property("Requirement", "R39")]
    public async Task No_personal_number_is_written_where_a_meeting_is_held()
    {
        var meeting = await _house.Meeting();

        var moved = await _house.Get<MoveMeeting>().Handle(Administration, null, new(meeting.Id, meeting.Date, new(9, 0), new(12, 0), "Hos 811218-9876"), default);

        Assert.That(moved.Refusals.Select(r => (r.Code, r.Field)), Is.EqualTo(new[] { (PersonalNumberGuard.Check("811218-9876", "lokal")!.Code, "lokal") }));
        Assert.That((await _house.Meeting()).Place, Is.EqualTo(meeting.Place));
    }

    [Test]
    public async Task What_cannot_be_kept_is_refused_at_its_field_with_the_limit()
    {
        var meeting = await _house.Meeting();
        PlanMeetingRequest[] faulty =
        [
            Usual with { Kind = "hemligt" }, Usual with { Place = Long(301) }, Usual with { Purpose = Long(1001) }, Usual with { Kind = Meeting.Extra, Reason = Long(2001) },
        ];

        var refused = new List<Refusal>();
        foreach (var request in faulty)
            refused.AddRange((await _house.Get<PlanMeeting>().Handle(Administration, null, request, default)).Refusals);
        refused.AddRange((await _house.Get<MoveMeeting>().Handle(Administration, null, new(meeting.Id, Day, new(9, 0), new(12, 0), Long(301)), default)).Refusals);
        var editing = _house.Get<EditAgenda>();
        refused.AddRange((await editing.Add(Administration, null, meeting.Id, new(ItemKinds.Dialogue, "Punkt", Long(1001), 5, ""), null, default)).Refusals);
        refused.AddRange((await editing.Add(Administration, null, meeting.Id, new(ItemKinds.Dialogue, "Punkt", "", 5, Long(501)), null, default)).Refusals);

        Assert.That(refused.Select(r => r.Field), Is.EqualTo(new[] { "slag", "lokal", "syfte", "skal", "lokal", "syfte", "foredragande" }));
        Assert.That(refused.Select(r => r.Kind), Has.All.EqualTo(RefusalKind.Invalid));
        Assert.That(refused[1].Text.Sv, Is.EqualTo("Texten är för lång: skriv högst 300 tecken."));
        Assert.That((await _house.Get<PlanMeeting>().Handle(Administration, null, Usual with { Place = Long(300), Purpose = Long(1000) }, default)).Refusals, Is.Empty);
    }

    private static string Codes<T>(Outcome<T> outcome) => string.Join(',', outcome.Refusals.Select(r => r.Code));

    private static string Long(int length) => new('x', length);
}
