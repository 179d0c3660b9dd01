using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Tests.Organisation;

[Property("Requirement", "R6")]
public sealed class MandateGuardCheckTests
{
    [Test]
    public async Task A_bundle_that_carries_every_guard_is_deployed()
    {
        await using var house = await ExampleHouse.Open(isDeployed: false);

        Assert.That(await Deploy(house, ExampleHouse.Model), Is.Empty);
    }

    [TestCase("""<caseflow:requires clause="mandat-2016.sortering"/>""", "", "MANDATE-GUARD-SILENT", "Sortera")]
    [TestCase("Sortera", "Sorterar", "MANDATE-GUARD-MISSING", "Sortera")]
    [TestCase("mandat-2016.sortering", "mandat-2016.sorterin", "MANDATE-CLAUSE-UNKNOWN", "Sortera")]
    [TestCase("role=\"bereder\"/>", "role=\"beredare\"/>", "ORG-ROLE-UNKNOWN", "Bered")]
    public async Task A_bundle_without_a_guard_that_the_mandate_demands_is_refused_and_says_which(string right, string wrong, string code, string element)
    {
        await using var house = await ExampleHouse.Open(isDeployed: false);

        var findings = await Deploy(house, ExampleHouse.Model.Replace(right, wrong, StringComparison.Ordinal));

        Assert.That(findings, Does.Contain((code, element)));
    }

    [Test]
    public async Task A_guard_of_a_draft_that_is_not_in_force_is_not_demanded()
    {
        await using var house = await ExampleHouse.Open(isDeployed: false);

        Assert.That((await Deploy(house, ExampleHouse.Model)).Select(f => f.Element), Does.Not.Contain("SorteraNytt"));
    }

    [Test]
    public async Task Models_that_cite_the_mandate_are_refused_without_it()
    {
        await using var house = await ExampleHouse.Open(isDeployed: false);

        var report = await house.Get<DeployBundle>().Handle([new("arende/process.bpmn", ExampleHouse.Model)], Actor.System, CancellationToken.None);

        Assert.That(report.Findings.Select(f => f.Code), Does.Contain("ORG-FILES"));
        Assert.That(report.Result, Is.EqualTo(DeployResult.Refused));
    }

    private static async Task<IReadOnlyList<(string Code, string? Element)>> Deploy(ExampleHouse house, string model)
    {
        IReadOnlyList<SourceFile> files = [new("arende/process.bpmn", model), .. ExampleHouse.Files.Skip(1)];
        var report = await house.Get<DeployBundle>().Handle(files, Actor.System, CancellationToken.None);
        // That names have no English is advice.
        var errors = report.Findings.Where(f => f.Severity == FindingSeverity.Error).ToList();
        Assert.That(report.Result, Is.EqualTo(errors.Count > 0 ? DeployResult.Refused : DeployResult.Deployed));
        return [.. errors.Select(f => (f.Code, f.ElementId))];
    }
}
