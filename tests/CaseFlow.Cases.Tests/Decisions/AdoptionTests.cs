using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Decisions;

/// <summary>What a body never adopts it cannot endorse in any clause, of a meeting or of the body above.</summary>
internal sealed class AdoptionTests
{
    private const string Clause = "vvg-2016.uppgifter.avtal-utanfor";

    [Test]
    [Property("Requirement", "R46")]
    public async Task A_clause_of_the_body_above_that_the_mandate_forbids_is_refused()
    {
        await using var house = await StoppedScenario.Play("lansarende/scenarios/hela-vagen.yaml", step => step.Do == "RecordSroClause");
        var about = await house.Case();
        await house.DeployMandate("{ kind: never-adopted-by, body: vvg, outcome: avtal,", "{ kind: never-adopted-by, body: sro, outcome: vvg,");
        await using var db = house.Db();
        var task = await db.Tasks.AsNoTracking().SingleAsync(t => t.InstanceId == about.Id && t.EndedAt == null && t.CommandName == "RecordSroClause");
        var answers = house.Rest[0].With;
        answers["satser"] = new System.Text.Json.Nodes.JsonArray("staller-sig-bakom");

        var refused = await house.Get<CompleteTask>().Handle(StoppedScenario.Holding("sro-sekretariat"), null, new(task.Address, task.Version, answers.Answers()), default);

        Assert.That(refused.Refusals.Select(r => r.Clause), Is.EqualTo(new[] { Clause }));
    }
}
