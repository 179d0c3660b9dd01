using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Tests.Scenarios;
using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Tests.Timeline;

/// <summary>A case carries the level where it arose and where it is, and goes up and down between them.</summary>
internal sealed class CaseLevelTests
{
    [Test]
    [Property("Requirement", "R2")]
    public async Task A_case_goes_up_to_the_county_and_down_to_its_area_and_the_figures_add_up()
    {
        await using var house = await StoppedScenario.Play("lansarende/scenarios/ater-delregional.yaml", _ => false);
        var about = await house.Case();

        Assert.That((about.OriginLevel, about.Level), Is.EqualTo(("delregional", "delregional")));
        var moves = (await house.Get<CaseTimeline>().Read(about.Id, default)).Where(e => e.Kind == TimelineKind.LevelChanged).Select(e => e.Detail);
        Assert.That(moves, Is.EqualTo(new[] { "lans", "delregional" }));
        var sheet = await house.Get<CaseFigures>().Read(new(), default);
        Assert.That((sheet.Levels.Sum(l => l.Arisen), sheet.Levels.Sum(l => l.Now)), Is.EqualTo((sheet.Total, sheet.Total)));
    }

    [Test]
    [Property("Requirement", "R2")]
    public async Task A_case_that_is_lifted_is_at_the_political_level_while_it_lies_there()
    {
        await using var house = await StoppedScenario.Play("lansarende/scenarios/sro-direkt.yaml", step => step.Do == "RecordSroClause");

        Assert.That((await house.Case()).Level, Is.EqualTo("politisk"));
    }
}
