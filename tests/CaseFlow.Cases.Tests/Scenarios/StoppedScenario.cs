using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Tests.Workflows;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioStep = CaseFlow.Cases.Processes.Scenarios.ScenarioStep;

namespace CaseFlow.Cases.Tests.Scenarios;

/// <summary>The shipped processes with one of their scenarios played up to a step: where a test goes on by itself.</summary>
internal sealed class StoppedScenario : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StoppedScenario(ServiceProvider services, IReadOnlyList<ScenarioStep> rest) => (_services, Rest) = (services, rest);

    /// <summary>The steps that were not taken; the first is the one it stopped before.</summary>
    public IReadOnlyList<ScenarioStep> Rest { get; }

    /// <param name="before">The first step that is not taken any more.</param>
    public static async Task<StoppedScenario> Play(string path, Func<ScenarioStep, bool> before)
    {
        var services = ScenarioRunner.Services(await DatabasesOfRun.For(DatabaseProvider.Sqlite).Create(), new ScenarioClock());
        var scenario = Scenario.Read(path, WorkflowFolder.Get(path).Text);
        var taken = scenario.Steps.TakeWhile(s => !before(s)).ToList();
        var stopped = new StoppedScenario(services, [.. scenario.Steps.Skip(taken.Count)]);
        await stopped.Deploy(WorkflowFolder.Files);
        var result = await services.GetRequiredService<ScenarioRunner>().Run(scenario with { Steps = taken, Expect = [] }, default);
        Assert.That(result.Failures, Is.Empty, () => string.Join('\n', result.Failures));
        return stopped;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public CaseFlowDb Db() => Get<IDbContextFactory<CaseFlowDb>>().CreateDbContext();

    public async Task<CaseRow> Case()
    {
        await using var db = Db();
        return await db.Cases.AsNoTracking().OrderBy(c => c.Id).FirstAsync();
    }

    public async Task<Meeting> Meeting()
    {
        await using var db = Db();
        return await db.Set<Meeting>().AsNoTracking().OrderBy(m => m.Date).FirstAsync();
    }

    public async Task<IReadOnlyList<AgendaItem>> Items()
    {
        await using var db = Db();
        return await db.Set<AgendaItem>().AsNoTracking().OrderBy(i => i.Position).ToListAsync();
    }

    /// <summary>Deploys the shipped files with one text of the mandate exchanged for another.</summary>
    public Task DeployMandate(string text, string changed)
    {
        const string Mandate = "organisation/mandat.yaml";
        Assert.That(WorkflowFolder.Get(Mandate).Text, Does.Contain(text));
        return Deploy([.. WorkflowFolder.Files.Select(f => f.Path == Mandate ? f with { Text = f.Text.Replace(text, changed, StringComparison.Ordinal) } : f)]);
    }

    public static Actor Holding(string role, string? side = null, string? area = null) => new($"{role}-{side ?? area}", [new(role, side, area)]);

    /// <summary>Completes the open task of a command, with the answers of a form.</summary>
    public async Task<Outcome<TaskReceipt>> Complete(Actor actor, string command, params (string Key, string Value)[] answers)
    {
        await using var db = Db();
        var task = await db.Tasks.AsNoTracking().SingleAsync(t => t.EndedAt == null && t.CommandName == command);
        var given = FormAnswers.FromJson(answers.ToDictionary(a => a.Key, a => System.Text.Json.JsonSerializer.SerializeToElement(a.Value), StringComparer.Ordinal));
        return await Get<CompleteTask>().Handle(actor, null, new(task.Address, task.Version, given), default);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task Deploy(IReadOnlyList<SourceFile> files)
    {
        var deployed = await Get<DeployBundle>().Handle(files, Actor.System, default);
        Assert.That(deployed.Result, Is.EqualTo(DeployResult.Deployed), () => string.Join('\n', deployed.Findings.Select(f => $"{f.File}:{f.Line} {f.En}")));
    }
}
