using CaseFlow.Cases.Access;
using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Tests.FollowUp;

/// <summary>The commission of 2019 to 2026 read as one chain.</summary>
internal sealed class CaseChainTests
{
    private const string Thread = "sro/scenarios/oversyn-2020-2026.yaml";

    [Test]
    [Property("Requirement", "R10")]
    [Property("Requirement", "R56")]
    [Property("Requirement", "R72")]
    [Property("Requirement", "R73")]
    [Property("Requirement", "R74")]
    public async Task A_commission_of_many_years_tells_its_giver_executor_conditions_and_the_meetings_in_order()
    {
        await using var services = ScenarioRunner.Services(await DatabasesOfRun.For(DatabaseProvider.Sqlite).Create(), new ScenarioClock());
        await services.GetRequiredService<DeployBundle>().FromFolder(WorkflowFolder.Path, Actor.System, CancellationToken.None);
        var played = await services.GetRequiredService<ScenarioRunner>().Run(Scenario.Read(Thread, WorkflowFolder.Get(Thread).Text), CancellationToken.None);
        Assert.That(played.Failures, Is.Empty);
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContextAsync();
        var id = (await db.Cases.OrderBy(c => c.SubmittedAt).FirstAsync()).Id;

        var chain = await services.GetRequiredService<CaseChain>().Read(id, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(chain.Commission?.GivenBy, Is.EqualTo("sro"));
            Assert.That(chain.Commission?.Version, Is.EqualTo(3), "amended once, and given another date once");
            Assert.That(chain.Commission?.Executor, Is.EqualTo("Centre for Healthcare Improvement, Chalmers"));
            Assert.That(chain.Commission?.Conditions, Does.Contain("Viktigt med en bred översyn där många intervjuas."));
            Assert.That(chain.Stations.Count(s => s.Body == "sro"), Is.GreaterThanOrEqualTo(4));
            Assert.That(chain.Stations.Select(s => s.At), Is.Ordered);
            Assert.That(chain.Stations.First(s => s.MeetingId is not null).On, Is.EqualTo(new DateTimeOffset(2024, 1, 29, 9, 0, 0, TimeSpan.FromHours(1))), "the day and hour of the meeting, not of the recording");
            Assert.That(chain.TimesReturned, Is.Positive);
        });
    }
}
