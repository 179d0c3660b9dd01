using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Tests.Scenarios;

namespace CaseFlow.Cases.Tests.Escalation;

/// <summary>The body below hears at its next meeting what the body above answered.</summary>
internal sealed class AnswerOnAgendaTests
{
    private const string Scenario = "lansarende/scenarios/sro-direkt.yaml";
    private static readonly PlanMeetingRequest Next = new("vvg", Meeting.Ordinary, new(2026, 9, 24), new(9, 0), new(12, 0), "Göteborg", "", null);

    [Test]
    [Property("Requirement", "R75")]
    public async Task An_answer_stands_as_information_on_the_agenda_that_is_open_and_can_be_taken_away()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "RecordSroClause");
        var planned = await house.Get<PlanMeeting>().Handle(StoppedScenario.Holding("administration", "vastkom"), null, Next, default);
        Assert.That(planned.Refusals, Is.Empty);

        var answered = await house.Complete(StoppedScenario.Holding("sro-sekretariat"), "RecordSroClause", ("sroSvar", "besvarat"), ("sroDatum", "2026-02-04"), ("satser", "rekommenderar"), ("ordalydelse", "SRO rekommenderar referensgruppen."));

        Assert.That(answered.Refusals, Is.Empty);
        var item = (await house.Items()).Single(i => i.Title.StartsWith("SRO:s svar:", StringComparison.Ordinal));
        Assert.That((item.MeetingId, item.Kind, item.CaseId), Is.EqualTo((planned.Value.MeetingId, ItemKinds.Information, (Guid?)null)));
    }

    [Test]
    [Property("Requirement", "R75")]
    public async Task An_answer_that_found_no_meeting_waits_for_the_next_one_that_is_planned_and_is_told_once()
    {
        await using var house = await StoppedScenario.Play(Scenario, _ => false);
        var administration = StoppedScenario.Holding("administration", "vastkom");

        var first = await house.Get<PlanMeeting>().Handle(administration, null, Next, default);
        await house.Get<PlanMeeting>().Handle(administration, null, Next with { Date = new(2026, 11, 26) }, default);

        Assert.That((await house.Items()).Where(i => i.Title.StartsWith("SRO:s svar:", StringComparison.Ordinal)).Select(i => i.MeetingId), Is.EqualTo(new[] { first.Value.MeetingId }));
    }
}
