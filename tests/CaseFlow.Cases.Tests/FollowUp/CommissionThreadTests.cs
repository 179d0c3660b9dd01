using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Tests.Scenarios;

namespace CaseFlow.Cases.Tests.FollowUp;

/// <summary>The review of 2020-2026 is one commission, one thread, and a part that came out of it.</summary>
internal sealed class CommissionThreadTests
{
    private const string Scenario = "sro/scenarios/oversyn-2020-2026.yaml";

    [Test]
    [Property("Requirement", "R72")]
    public async Task The_thread_names_every_meeting_of_both_bodies_in_order()
    {
        await using var house = await StoppedScenario.Play(Scenario, _ => false);

        var thread = await house.Get<CommissionThread>().Read((await house.Case()).Id, "sro", default);

        Assert.That(thread.Where(e => e.Body is not null).Select(e => $"{e.On:yyyy-MM-dd} {e.Body} {e.Kind}"), Is.EqualTo(new[]
        {
            "2019-12-06 sro Given", "2020-03-06 sro Amended", "2020-09-18 sro BodySaid", "2020-11-06 sro BodySaid", "2021-04-23 sro BodySaid",
            "2021-11-05 sro BodySaid", "2024-01-29 vvg BodySaid", "2025-04-11 vvg BodySaid", "2026-02-05 vvg BodySaid",
        }));
        Assert.That(thread.Select(e => e.On), Is.Ordered);
        Assert.That(thread.Single(e => e.On == new DateOnly(2020, 11, 6)).Comment, Does.StartWith("Viktigt med en bred översyn"));
        Assert.That(thread.Single(e => e.On == new DateOnly(2021, 11, 5)).Codes, Is.EqualTo(new[] { "noterar", "andrad-tidplan" }));
        Assert.That(thread.Where(e => e.Kind == ThreadKind.Reported), Has.Exactly(3).Matches<ThreadEntry>(e => e.Codes is ["aktivitet"]));
    }

    [Test]
    [Property("Requirement", "R84")]
    [Property("Requirement", "R191")]
    public async Task The_part_that_came_out_of_it_is_listed_below_it_and_gives_it_the_worst_state()
    {
        await using var house = await StoppedScenario.Play(Scenario, _ => false);

        var lines = await house.Get<CommissionRegister>().Read(default);

        var whole = lines.Single(l => l.Parts.Count > 0);
        Assert.That((whole.Body, whole.Versions.Count, whole.ReportBy), Is.EqualTo(("sro", 3, new DateOnly?(new DateOnly(2026, 12, 1)))));
        Assert.That(whole.Standing, Is.EqualTo(new CommissionStanding(CommissionStage.PartReported, false, false)));
        Assert.That(whole.Assignees.Select(a => a.Role), Is.EqualTo(new[] { "beredningsansvarig", "direktor" }));
        Assert.That(whole.Parts.Select(p => (p.Case.Title, p.Body)), Is.EqualTo(new[] { ("Uppdatera uppdragshandlingen", "vvg") }));
        Assert.That(whole.WorstPart, Is.EqualTo(new CommissionStanding(CommissionStage.Given, false, false)));
    }

    [Test]
    [Property("Requirement", "R191")]
    public async Task While_it_waits_for_another_board_it_rests()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "advanceTo" && step.On?.Year == 2022);

        Assert.That((await house.Get<CommissionRegister>().Read(default)).Single().Standing.IsResting, Is.True);
    }
}
