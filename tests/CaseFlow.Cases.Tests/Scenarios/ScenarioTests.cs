using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Tests.Scenarios;

/// <summary>Every scenario of <c>workflows/</c>, played through the use cases on a real database; afterwards its record replays to its state.</summary>
internal sealed class ScenarioTests
{
    private static IEnumerable<string> Paths() => WorkflowFolder.Files.Where(f => f.Path.Contains("/scenarios/", StringComparison.Ordinal)).Select(f => f.Path);

    [TestCaseSource(nameof(Paths))]
    public async Task A_scenario_goes_as_it_says(string path)
    {
        var clock = new ScenarioClock();
        await using var services = ScenarioRunner.Services(await DatabasesOfRun.For(DatabaseProvider.Sqlite).Create(), clock);
        var deployed = await services.GetRequiredService<DeployBundle>().FromFolder(WorkflowFolder.Path, Actor.System, CancellationToken.None);
        Assert.That(deployed.Result, Is.EqualTo(DeployResult.Deployed), () => string.Join('\n', deployed.Findings.Select(f => $"{f.File}:{f.Line} {f.En}")));

        var result = await services.GetRequiredService<ScenarioRunner>().Run(Scenario.Read(path, WorkflowFolder.Get(path).Text), CancellationToken.None);

        var replayed = await services.GetRequiredService<ReplayAll>().Handle(CancellationToken.None);
        Assert.That(replayed.Findings, Is.Empty);
        Assert.That(result.Failures, Is.Empty, () => string.Join('\n', result.Failures));
    }
}
