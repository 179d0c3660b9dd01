using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Tests.Scenarios;

namespace CaseFlow.Cases.Tests.FollowUp;

/// <summary>An amended commission is a version of the same case: words, date and decision of each are kept.</summary>
internal sealed class CommissionVersionTests
{
    private const string Scenario = "sro/scenarios/oversyn-2020-2026.yaml";

    [Test]
    [Property("Requirement", "R67")]
    [Property("Requirement", "R69")]
    [Property("Requirement", "R72")]
    public async Task Each_version_keeps_its_words_and_the_date_that_held_from_then_on()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "PlanCommission" && step.On?.Year == 2020);

        var versions = await house.Get<CommissionHistory>().Of((await house.Case()).Id, default);

        Assert.That(versions.Select(v => v.Version), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(versions[0].Wording, Is.EqualTo("Se över samverkansstrukturen på länsnivå."));
        Assert.That(versions[1].Wording, Does.StartWith("Uppdraget kompletteras med en översyn"));
        Assert.That(versions[1].ReportBy, Is.EqualTo(new DateOnly(2020, 8, 14)));
        Assert.That(versions[0].ReportBy, Is.Not.EqualTo(versions[1].ReportBy), "the old date can still be read");
    }

    [Test]
    [Property("Requirement", "R69")]
    public async Task An_amendment_without_words_is_refused_and_one_without_a_date_keeps_the_one_that_holds()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "AmendCommission");
        var secretariat = StoppedScenario.Holding("sro-sekretariat");
        var id = (await house.Case()).Id;

        var silent = await house.Get<AmendCommission>().Handle(secretariat, null, new(id, " ", null), default);
        var amended = await house.Get<AmendCommission>().Handle(secretariat, null, new(id, "Även ekonomin ses över.", null), default);

        Assert.That(silent.Refusals.Single().Field, Is.EqualTo("ordalydelse"));
        Assert.That(amended.Refusals, Is.Empty);
        var last = (await house.Get<CommissionHistory>().Of(id, default))[^1];
        Assert.That((last.Version, last.Wording, last.ReportBy), Is.EqualTo((2, "Även ekonomin ses över.", new DateOnly?(new DateOnly(2020, 3, 6)))));
    }
}
