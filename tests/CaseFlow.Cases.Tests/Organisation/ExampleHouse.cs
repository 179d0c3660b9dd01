using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Cases.Tests.Organisation;

/// <summary>CaseFlow.Cases on a database of its own with the example collaboration deployed. It is the day of <see cref="Today"/>.</summary>
internal sealed class ExampleHouse : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public const string Model = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:caseflow="https://caseflow.dev/schema/bpmn/v1" id="d" targetNamespace="https://exempel">
          <process id="arende" name="Ärende" isExecutable="true">
            <startEvent id="Start"><outgoing>f1</outgoing></startEvent>
            <userTask id="Sortera" name="Sortera">
              <extensionElements><caseflow:candidates role="bereder" side="kusten"/><caseflow:requires clause="mandat-2016.sortering"/></extensionElements>
              <incoming>f1</incoming><outgoing>f2</outgoing>
            </userTask>
            <userTask id="Bered" name="Bered">
              <extensionElements><caseflow:candidates role="bereder"/><caseflow:requires clause="praxis.forslag"/></extensionElements>
              <incoming>f2</incoming><outgoing>f3</outgoing>
            </userTask>
            <endEvent id="Slut"><incoming>f3</incoming></endEvent>
            <sequenceFlow id="f1" sourceRef="Start" targetRef="Sortera"/>
            <sequenceFlow id="f2" sourceRef="Sortera" targetRef="Bered"/>
            <sequenceFlow id="f3" sourceRef="Bered" targetRef="Slut"/>
          </process>
        </definitions>
        """;

    private readonly ServiceProvider _services;

    private ExampleHouse(DatabaseOptions database, bool isDemo)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new StandingTime());
        services.AddSingleton(new AccessOptions(isDemo));
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddCases(database);
        _services = services.BuildServiceProvider();
    }

    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        new("arende/process.bpmn", Model),
        new("organisation/exempel.yaml", Example.OrganisationText),
        new("organisation/mandat.yaml", Example.MandateText),
    ];

    public static async Task<ExampleHouse> Open(bool isDemo = false, bool isDeployed = true, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var house = new ExampleHouse(await DatabasesOfRun.For(provider).Create(), isDemo);
        if (isDeployed)
        {
            var report = await house.Get<DeployBundle>().Handle(Files, Actor.System, CancellationToken.None);
            Assert.That(report.Result, Is.EqualTo(DeployResult.Deployed), () => string.Join(Environment.NewLine, report.Findings));
        }

        return house;
    }

    public CaseFlowDb Db() => Get<IDbContextFactory<CaseFlowDb>>().CreateDbContext();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static Actor Holding(string role, string? side = null, string? area = null, string account = "nagon") => new(account, [new(role, side, area)]);

    public static NewAccount Person(string name = "Beredare Kusten") =>
        new(name.Replace(' ', '.').ToLowerInvariant() + "@kusten.example", name, "beredare", "fyra lugna bruna hästar");

    public async Task<string> Account(string name = "Beredare Kusten") =>
        (await Get<CreateAccount>().Handle(Actor.System, null, Person(name), CancellationToken.None)).Value;

    public async Task<IReadOnlyList<SecurityEvent>> Log()
    {
        await using var db = Db();
        return await db.Set<SecurityEvent>().OrderBy(e => e.Id).ToListAsync();
    }

    /// <summary>A case from the northern area, submitted by <paramref name="submittedBy"/>.</summary>
    public async Task<Guid> Case(string submittedBy = "inlamnaren")
    {
        var started = await Get<ProcessStore>().Run<Guid>(Actor.System, "Test", null, async (unit, ct) =>
        {
            var id = unit.Ids.Next();
            unit.Db.Cases.Add(new CaseRow { Id = id, Title = "Gemensam rutin", OriginKind = "area", OriginArea = "norr", SubmittedBy = submittedBy, SubmittedAt = unit.Now });
            var instance = await unit.Start(id, "case", new StartProcess("arende", FeelContext.Empty), ct);
            return instance.IsAccepted ? Outcome<Guid>.Accepted(id) : Outcome<Guid>.Refused(instance.Refusals);
        }, CancellationToken.None);
        return started.Value;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class StandingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Today, new TimeOnly(8, 0), TimeSpan.Zero);
    }
}
