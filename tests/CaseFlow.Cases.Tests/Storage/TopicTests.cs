using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>Service tasks: inline ones belong to the commit that reaches them, jobs are rows that wait for their handler.</summary>
internal sealed class TopicTests(DatabaseProvider provider) : StoreContract(provider)
{
    private readonly Numbering _inline = new();

    protected override void Configure(IServiceCollection services) => services
        .AddSingleton<IInlineTopic>(_inline)
        .AddSingleton<IJobTopic, Posting>();

    [Test]
    public async Task Inline_tasks_one_after_the_other_run_in_the_commit_that_reaches_them()
    {
        await House.Deploy(SmallModel.Process(
            "rad", SmallModel.Start() + SmallModel.ServiceTask("Ett", "test.numrera", "inline") + SmallModel.ServiceTask("Tva", "test.numrera", "inline") + SmallModel.End() + SmallModel.Flow("Start", "Ett", "Tva", "End")));

        var id = await House.StartCase("rad");

        await using var db = House.OpenDb();
        var instance = await db.Instances.SingleAsync(i => i.Id == id);
        Assert.That((instance.Version, instance.Outcome, instance.Number), Is.EqualTo((1, "completed", "2026-00002")));
        Assert.That((await db.Cases.SingleAsync()).Number, Is.EqualTo("2026-00002"));
        Assert.That(await db.Jobs.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_failing_inline_task_undoes_the_whole_commit()
    {
        await House.Deploy(SmallModel.Process("rad", SmallModel.Start() + SmallModel.ServiceTask("Ett", "test.numrera", "inline") + SmallModel.End() + SmallModel.Flow("Start", "Ett", "End")));
        _inline.IsBroken = true;

        Assert.ThrowsAsync<TimeoutException>(() => House.StartCase("rad"));

        await using var db = House.OpenDb();
        Assert.That(await db.Instances.CountAsync() + await db.Counters.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_model_that_loops_through_an_inline_task_stands_with_an_incident()
    {
        await House.Deploy(SmallModel.Process(
            "slinga", SmallModel.Start() + """<bpmn:exclusiveGateway id="Igen" />""" + SmallModel.ServiceTask("Ett", "test.numrera", "inline") + SmallModel.Flow("Start", "Igen", "Ett", "Igen")));

        var id = await House.StartCase("slinga");

        await using var db = House.OpenDb();
        var incident = await db.Incidents.SingleAsync(i => i.InstanceId == id);
        Assert.That(incident.Detail, Does.Contain("topic.endless-loop"));
        Assert.That((await db.Cases.SingleAsync()).HasIncident, Is.True);
    }

    [Test]
    public async Task A_job_waits_as_a_row_and_its_result_counts_once()
    {
        var id = await StartPosting();
        var job = (await House.Get<Leases>().TakeJobs("nod", 10, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();
        var finish = House.Get<FinishJob>();

        var first = await finish.Complete(id, job.JobKey, FeelContext.Empty, CancellationToken.None);
        var second = await finish.Complete(id, job.JobKey, FeelContext.Empty, CancellationToken.None);

        Assert.That((job.Topic, first.Value, second.Value), Is.EqualTo(("test.posta", true, false)));
        await using var db = House.OpenDb();
        Assert.That(await db.Jobs.CountAsync(), Is.Zero);
        Assert.That((await db.Instances.SingleAsync(i => i.Id == id)).Outcome, Is.EqualTo("completed"));
    }

    [Test]
    public async Task A_job_that_is_put_back_waits_for_its_next_attempt()
    {
        await StartPosting();
        var leases = House.Get<Leases>();
        var job = (await leases.TakeJobs("nod", 10, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();

        await leases.PutBack(job, TimeSpan.FromMinutes(5), nameof(TimeoutException), CancellationToken.None);
        House.Time.Advance(TimeSpan.FromMinutes(4));
        var early = await leases.TakeJobs("nod", 10, TimeSpan.FromMinutes(1), CancellationToken.None);
        House.Time.Advance(TimeSpan.FromMinutes(1));
        var again = (await leases.TakeJobs("nod", 10, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();

        Assert.That(early, Is.Empty);
        Assert.That((again.Attempts, again.LastError), Is.EqualTo((2, nameof(TimeoutException))));
    }

    [Test]
    public async Task A_job_given_up_is_an_incident_that_the_process_owner_mends()
    {
        var id = await StartPosting();
        var job = (await House.Get<Leases>().TakeJobs("nod", 10, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();
        await House.Get<FinishJob>().Fail(id, job.JobKey, "smtp", CancellationToken.None);
        await using var db = House.OpenDb();
        var incident = await db.Incidents.AsNoTracking().SingleAsync(i => i.InstanceId == id);

        var refused = await House.Get<MendIncident>().Handle(PreparerA, null, id, incident.IncidentKey, FeelContext.Empty, CancellationToken.None);
        var mended = await House.Get<MendIncident>().Handle(
            new Actor("owner", [new RoleGrant("processagare")]), null, id, incident.IncidentKey, FeelContext.Empty, CancellationToken.None);

        Assert.That((refused.IsAccepted, mended.IsAccepted), Is.EqualTo((false, true)));
        Assert.That((await db.Incidents.AsNoTracking().SingleAsync(i => i.InstanceId == id)).ResolvedAt, Is.EqualTo(TestHouse.Start));
        Assert.That(await db.Jobs.CountAsync(), Is.EqualTo(1), "the job waits again");
    }

    private async Task<Guid> StartPosting()
    {
        await House.Deploy(SmallModel.Process("post", SmallModel.Start() + SmallModel.ServiceTask("Posta", "test.posta", "job") + SmallModel.End() + SmallModel.Flow("Start", "Posta", "End")));
        return await House.StartCase("post");
    }

    private sealed class Numbering : IInlineTopic
    {
        public string Topic => "test.numrera";

        public bool IsBroken { get; set; }

        public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
        {
            context.Instance.Number = await context.Unit.TakeCaseNumber(ct);
            return IsBroken ? throw new TimeoutException("The handler broke.") : FeelContext.Of([new("nummer", FeelValue.Of(context.Instance.Number))]);
        }
    }

    private sealed class Posting : IJobTopic
    {
        public string Topic => "test.posta";

        public Task<FeelContext> Run(JobContext context, CancellationToken ct) => Task.FromResult(FeelContext.Empty);
    }
}
