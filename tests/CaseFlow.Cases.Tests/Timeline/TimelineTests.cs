using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Tests.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Timeline;

/// <summary>What people are told is derived from where the tokens stand and from the facts, also inside called processes.</summary>
internal sealed class TimelineTests(DatabaseProvider provider) : StoreContract(provider)
{
    [SetUp]
    public Task Deploy() => House.Deploy(
        SmallModel.Process(
            "arende",
            SmallModel.Start() + Call + SmallModel.UserTask("Folj", "Följ upp", Status("uppfoljning", "Uppföljning", "Follow-up") + SmallModel.Candidates("processledare", area: "norr")) + SmallModel.End()
            + SmallModel.Flow("Start", "Kalla", "Folj", "End")),
        SmallModel.Process(
            "delprocess",
            SmallModel.Start() + SmallModel.UserTask("Bered", "Bered underlaget", Status("beredning", "Beredning", "Preparation") + SmallModel.Candidates("beredningsansvarig", "a"))
            + """<bpmn:boundaryEvent id="Paminn" attachedToRef="Bered" cancelActivity="false"><bpmn:timerEventDefinition id="p"><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>"""
            + SmallModel.End() + SmallModel.End("Paminnt") + SmallModel.Flow("Start", "Bered", "End") + SmallModel.Flow("Paminn", "Paminnt")));

    [Test]
    public async Task A_case_is_with_whom_its_open_task_waits_for_also_inside_a_called_process()
    {
        var id = await House.StartCase("arende");

        await using var db = House.OpenDb();
        var row = await db.Cases.SingleAsync(c => c.Id == id);
        var task = await House.OpenTask(id);
        Assert.That((row.StatusKey, row.NextStep, row.OwnerRole, row.OwnerSide), Is.EqualTo(("beredning", "Bered underlaget", "beredningsansvarig", "a")));
        Assert.That(row.DueAt, Is.EqualTo(TestHouse.Start.AddDays(3)));
        Assert.That((task.ProcessId, task.DueAt), Is.EqualTo(("delprocess", TestHouse.Start.AddDays(3))));
        var tokens = (await House.Get<InstancePositions>().Read(id, CancellationToken.None))!.Tokens; // just started
        Assert.That(tokens.Select(t => (t.ProcessId, t.ElementId)), Is.EqualTo([("arende", "Kalla"), ("delprocess", "Bered")]));
    }

    [Test]
    public async Task The_timeline_tells_each_step_with_who_and_when_and_how_long_each_status_lasted()
    {
        var id = await House.StartCase("arende");
        House.Time.Advance(TimeSpan.FromDays(2));
        await House.Complete(PreparerA, await House.OpenTask(id));
        House.Time.Advance(TimeSpan.FromDays(5));
        await House.Complete(new Actor("leader", [new RoleGrant("processledare", Area: "norr")]), await House.OpenTask(id));

        var entries = await House.Get<CaseTimeline>().Read(id, CancellationToken.None);

        Assert.That(entries.Select(e => (e.Kind, e.ElementId)), Is.EqualTo(new (TimelineKind, string?)[]
        {
            (TimelineKind.Started, null), (TimelineKind.StatusChanged, "Bered"), (TimelineKind.TaskOpened, "Bered"), (TimelineKind.TaskDone, "Bered"),
            (TimelineKind.StatusChanged, "Folj"), (TimelineKind.TaskOpened, "Folj"), (TimelineKind.TaskDone, "Folj"), (TimelineKind.Ended, "End"),
        }));
        var done = entries.First(e => e.Kind == TimelineKind.TaskDone);
        Assert.That((done.Actor, done.At, done.ElementName?.Sv), Is.EqualTo((PreparerA.AccountId, TestHouse.Start.AddDays(2), "Bered underlaget")));
        await using var db = House.OpenDb();
        var periods = await db.Set<CaseStatusPeriod>().Where(p => p.CaseId == id).OrderBy(p => p.Version).ToListAsync();
        Assert.That(periods.Select(p => (p.StatusKey, p.StatusSv, p.StatusEn, p.From, p.Until)), Is.EqualTo(new (string, string, string, DateTimeOffset, DateTimeOffset?)[]
        {
            ("beredning", "Beredning", "Preparation", TestHouse.Start, TestHouse.Start.AddDays(2)),
            ("uppfoljning", "Uppföljning", "Follow-up", TestHouse.Start.AddDays(2), TestHouse.Start.AddDays(7)),
        }));
    }

    [Test]
    public async Task To_do_shows_open_tasks_to_their_candidates_only_and_a_claim_is_seen_by_the_others()
    {
        var id = await House.StartCase("arende");
        var task = await House.OpenTask(id);
        await House.Get<ClaimTask>().Handle(PreparerA, null, task.Address, take: true, CancellationToken.None);

        var mine = await House.Get<TaskList>().For(PreparerA, CancellationToken.None);
        var others = await House.Get<TaskList>().For(PreparerB, CancellationToken.None);

        Assert.That(mine.Select(t => (t.Address, t.Name.Sv, t.SubjectTitle, t.ClaimedBy)), Is.EqualTo([(task.Address, "Bered underlaget", "Gemensam rutin vid utskrivning", PreparerA.AccountId)]));
        Assert.That(others, Is.Empty);
        Assert.That((await House.Complete(PreparerA, task)).IsAccepted, Is.True, "a claim does not make the task stale");
    }

    private const string Call = """<bpmn:callActivity id="Kalla" name="Kalla" calledElement="delprocess" />""";

    private static string Status(string key, string sv, string en) => $"""<caseflow:status key="{key}" sv="{sv}" en="{en}" />""";
}
