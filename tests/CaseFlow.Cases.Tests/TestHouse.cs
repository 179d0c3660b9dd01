using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Cases.Tests;

/// <summary>The whole of CaseFlow.Cases on a database of its own, with a clock that stands still.</summary>
internal sealed class TestHouse : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    public TestHouse(DatabaseOptions database, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddCases(database);
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public ManualTime Time { get; } = new(Start);

    public ProcessStore Store => Get<ProcessStore>();

    public CaseFlowDb OpenDb() => Get<IDbContextFactory<CaseFlowDb>>().CreateDbContext();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task Deploy(params SourceFile[] files)
    {
        var report = await Get<DeployBundle>().Handle(files, Actor.System, CancellationToken.None);
        Assert.That(report.Result, Is.Not.EqualTo(DeployResult.Refused), () => string.Join(Environment.NewLine, report.Findings.Select(f => $"{f.ElementId} {f.Line}: {f.En}")));
    }

    public Task<Outcome<T>> Run<T>(Func<ProcessUnit, CancellationToken, Task<Outcome<T>>> work, string? requestId = null, Actor? actor = null) =>
        Store.Run(actor ?? Actor.System, "Test", requestId, work, CancellationToken.None);

    /// <summary>Starts a process as a case with a row in the list of cases.</summary>
    public async Task<Guid> StartCase(string processId, FeelContext? variables = null)
    {
        var started = await Run<Guid>(async (unit, ct) =>
        {
            var id = unit.Ids.Next();
            unit.Db.Cases.Add(new CaseRow
            {
                Id = id,
                Title = "Gemensam rutin vid utskrivning",
                OriginKind = "area",
                SubmittedBy = unit.Actor.AccountId,
                SubmittedAt = unit.Now,
            });
            var instance = await unit.Start(id, "case", new StartProcess(processId, variables ?? FeelContext.Empty), ct);
            return instance.IsAccepted ? Outcome<Guid>.Accepted(id) : Outcome<Guid>.Refused(instance.Refusals);
        });
        return started.Value;
    }

    /// <summary>The only open task of an instance, or of an element of it.</summary>
    public async Task<TaskRow> OpenTask(Guid instanceId, string? elementId = null)
    {
        await using var db = OpenDb();
        return await db.Tasks.Include(t => t.Candidates).AsNoTracking()
            .SingleAsync(t => t.InstanceId == instanceId && t.EndedAt == null && (elementId == null || t.ElementId == elementId));
    }

    public Task<Outcome<TaskReceipt>> Complete(Actor actor, TaskRow task, FormAnswers? answers = null, string? requestId = null) =>
        Get<CompleteTask>().Handle(actor, requestId, new(task.Address, task.Version, answers ?? FormAnswers.Empty), CancellationToken.None);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
