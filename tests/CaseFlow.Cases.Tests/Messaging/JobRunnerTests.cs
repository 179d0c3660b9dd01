using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Feel;
using CaseFlow.Messaging.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Tests.Messaging;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class JobRunnerTests : IAsyncDisposable
{
    private readonly Posting _posting = new();
    private BusHouse _bus = null!; // opened before each test

    [SetUp]
    public async Task Open()
    {
        _bus = new BusHouse(services => services.AddSingleton<IJobTopic>(_posting));
        await _bus.House.Deploy(SmallModel.Process(
            "utskick",
            SmallModel.Start() + SmallModel.ServiceTask("Skicka", "brev.skicka", "job", """<caseflow:input name="skede" value="sortering" />""") + SmallModel.End()
            + SmallModel.Flow("Start", "Skicka", "End")));
    }

    public ValueTask DisposeAsync() => _bus?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Test]
    public async Task Job_is_run_with_its_input_and_the_process_goes_on()
    {
        var id = await _bus.House.StartCase("utskick");
        await RunAll();
        Assert.That(_posting.Runs.Single().Input["skede"].AsString(), Is.EqualTo("sortering"));
        Assert.That(await IsEnded(id), Is.True);
    }

    [Test]
    public async Task Job_that_fails_is_tried_again_with_growing_pauses_under_the_same_name()
    {
        var id = await _bus.House.StartCase("utskick");
        _posting.FailsUntil = 3;
        await RunAll();
        await RunAll();
        Assert.That(_posting.Runs, Has.Count.EqualTo(1), "the first pause is not over");
        await After(TimeSpan.FromSeconds(1));
        await After(TimeSpan.FromSeconds(9));
        Assert.That(_posting.Runs, Has.Count.EqualTo(2), "the second pause is longer");
        await After(TimeSpan.FromSeconds(1));
        Assert.That(await IsEnded(id), Is.True);
        Assert.That(_posting.Runs.Select(r => r.IdempotencyKey), Has.All.EqualTo(_posting.Runs[0].IdempotencyKey));
        Assert.That(_posting.Runs.Select(r => r.Attempt), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Job_that_fails_to_the_end_leaves_an_incident_that_names_the_error_and_not_its_text()
    {
        var id = await _bus.House.StartCase("utskick");
        _posting.FailsUntil = int.MaxValue;
        await RunAll();
        for (var i = 0; i < 10; i++)
            await After(TimeSpan.FromHours(1));
        Assert.That(_posting.Runs, Has.Count.EqualTo(6));
        await using var db = _bus.House.OpenDb();
        var incident = await db.Incidents.SingleAsync(i => i.InstanceId == id);
        Assert.That(incident.Detail, Does.Contain("TimeoutException").And.Not.Contain("hemligt"));
        Assert.That(await IsEnded(id), Is.False);
    }

    private async Task After(TimeSpan pause)
    {
        _bus.House.Time.Advance(pause);
        await RunAll();
    }

    private async Task RunAll()
    {
        while (await _bus.Get<JobRunner>().RunOne(CancellationToken.None))
        {
        }
    }

    private async Task<bool> IsEnded(Guid id)
    {
        await using var db = _bus.House.OpenDb();
        return await db.Instances.AnyAsync(i => i.Id == id && i.EndedAt != null);
    }

    private sealed class Posting : IJobTopic
    {
        public int FailsUntil { get; set; } = 1;

        public List<JobContext> Runs { get; } = [];

        public string Topic => "brev.skicka";

        public Task<FeelContext> Run(JobContext context, CancellationToken ct)
        {
            Runs.Add(context);
            return context.Attempt < FailsUntil ? throw new TimeoutException("hemligt") : Task.FromResult(FeelContext.Empty);
        }
    }
}
