using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>The meeting that had to be interrupted: what is left needs an outcome, and what was settled in haste is confirmed.</summary>
internal sealed class InterruptMeetingTests
{
    private const string Scenario = "mote/scenarios/mote-2025-04-11.yaml";
    private static readonly Actor Chair = StoppedScenario.Holding("ordforande", "vastkom");
    private static readonly Actor Administration = StoppedScenario.Holding("administration", "vgr");

    [Test]
    [Property("Requirement", "R126")]
    public async Task An_interrupted_meeting_is_finished_when_every_matter_that_was_left_has_an_outcome()
    {
        await using var house = await Interrupted();
        var left = (await house.Items()).Single(i => i.CaseId is not null);
        var closed = await house.Complete(Chair, "CloseMeeting", ("avbrutet", "ja"), ("avbrottSkal", "Lokalen utrymdes."));

        var early = await house.Complete(Chair, "FinishInWriting", ("hur", "Skriftligt."));
        var item = await house.Get<LeaveItem>().Handle(Chair, null, left.MeetingId, left.Id, left.Version, toMeeting: null, default);
        var finished = await house.Complete(Chair, "FinishInWriting", ("hur", "Skriftligt."));

        Assert.That(closed.Refusals, Is.Empty);
        Assert.That(early.Refusals.Select(r => r.Code), Is.EqualTo(new[] { "meetings.outcomes-missing" }));
        Assert.That(item.Refusals, Is.Empty);
        Assert.That(finished.Refusals, Is.Empty);
        Assert.That((await house.Items()).Single(i => i.Id == left.Id).Conclusion, Is.EqualTo(LeaveItem.NotHandled));
        await using var db = house.Db();
        Assert.That(await db.Set<WaitingCase>().Where(w => w.CaseId == left.CaseId).Select(w => w.MeetingId).SingleAsync(), Is.Null, "the case waits for the next meeting");
    }

    [Test]
    [Property("Requirement", "R126")]
    public async Task What_is_left_is_moved_to_a_later_meeting_with_its_case()
    {
        await using var house = await Interrupted();
        var left = (await house.Items()).Single(i => i.CaseId is not null);
        var later = await Plan(house, new(2025, 6, 13));

        var moved = await house.Get<LeaveItem>().Handle(Chair, null, left.MeetingId, left.Id, left.Version, later, default);

        Assert.That(moved.Refusals, Is.Empty);
        Assert.That((await house.Items()).Single(i => i.MeetingId == later && i.CaseId == left.CaseId).Minutes, Is.EqualTo(10));
        await using var db = house.Db();
        Assert.That(await db.Set<WaitingCase>().Where(w => w.CaseId == left.CaseId).Select(w => w.MeetingId).SingleAsync(), Is.EqualTo(later));
    }

    [Test]
    [Property("Requirement", "R126")]
    public async Task A_meeting_is_interrupted_once_with_a_reason_and_is_not_said_to_have_gone_to_its_end()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "InterruptMeeting");
        var meeting = await house.Meeting();

        var silent = await house.Get<InterruptMeeting>().Handle(Chair, null, meeting.Id, " ", default);
        var stranger = await house.Get<InterruptMeeting>().Handle(StoppedScenario.Holding("processledare", area: "fyrbodal"), null, meeting.Id, "Nej", default);
        var first = await house.Get<InterruptMeeting>().Handle(Chair, null, meeting.Id, "Lokalen utrymdes.", default);
        var again = await house.Get<InterruptMeeting>().Handle(Chair, null, meeting.Id, "En gång till.", default);
        var through = await house.Complete(Chair, "CloseMeeting", ("avbrutet", "nej"));

        Assert.That(silent.Refusals.Single().Field, Is.EqualTo("skal"));
        Assert.That(stranger.Refusals.Single().Kind, Is.EqualTo(RefusalKind.Forbidden));
        Assert.That(first.Refusals, Is.Empty);
        Assert.That((again.Refusals.Single().Code, through.Refusals.Single().Code), Is.EqualTo(("meetings.interrupted-already", "meetings.was-interrupted")));
        Assert.That((await house.Meeting()).InterruptionReason, Is.EqualTo("Lokalen utrymdes."));
    }

    [Test]
    [Property("Requirement", "R127")]
    public async Task The_next_meeting_is_asked_to_confirm_what_was_settled_without_presentation()
    {
        await using var house = await StoppedScenario.Play(Scenario, _ => false);
        var next = await Plan(house, new(2025, 6, 13));
        await using var db = house.Db();
        var meeting = await db.Set<Meeting>().AsNoTracking().SingleAsync(m => m.Id == next);
        var asked = await house.Get<ConfirmPosition>().Of(meeting, default);

        var put = await house.Get<ConfirmPosition>().Handle(StoppedScenario.Holding("administration", "vastkom"), null, next, asked[0].Item.Id, default);

        Assert.That(asked.Select(a => a.Item.Title), Is.EqualTo(new[] { "Riktlinje och rutin SIP" }));
        Assert.That(put.Refusals, Is.Empty);
        Assert.That((await house.Items()).Single(i => i.ConfirmsItemId == asked[0].Item.Id).MeetingId, Is.EqualTo(next));
        Assert.That(await house.Get<ConfirmPosition>().Of(meeting, default), Is.Empty, "it is asked for once");
    }

    private static async Task<StoppedScenario> Interrupted()
    {
        var house = await StoppedScenario.Play(Scenario, step => step.Do == "RecordClause" && step.With["case"] is not null);
        return house;
    }

    private static async Task<Guid> Plan(StoppedScenario house, DateOnly date) => (await house.Get<PlanMeeting>().Handle(
        Administration, null, new("vvg", Meeting.Ordinary, date, new(9, 0), new(12, 0), "Göteborg", ""), default)).Value.MeetingId;
}
