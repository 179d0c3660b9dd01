using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>One process with one user task, from deployment to its end.</summary>
internal sealed class ThreadTests(DatabaseProvider provider) : StoreContract(provider)
{
    private const string Status = """<caseflow:status key="beredning" sv="Beredning" en="Being prepared" />""";

    [SetUp]
    public Task DeployOneTask() => House.Deploy(SmallModel.Process(
        "enkel",
        SmallModel.Start() + SmallModel.UserTask("Bered", "Bered underlaget", Status + SmallModel.Candidates("beredningsansvarig", "a")) + SmallModel.End() + SmallModel.Flow("Start", "Bered", "End")));

    [Test]
    public async Task A_started_case_waits_at_its_task_with_status_next_step_and_a_message_to_send()
    {
        var id = await House.StartCase("enkel");

        await using var db = House.OpenDb();
        var row = await db.Cases.SingleAsync(c => c.Id == id);
        var task = await House.OpenTask(id);
        Assert.Multiple(() =>
        {
            Assert.That(row.StatusKey, Is.EqualTo("beredning"));
            Assert.That(row.Status, Is.EqualTo(new BilingualText("Beredning", "Being prepared")));
            Assert.That(row.NextStep, Is.EqualTo("Bered underlaget"));
            Assert.That((row.OwnerRole, row.OwnerSide), Is.EqualTo(("beredningsansvarig", "a")));
            Assert.That(row.Version, Is.EqualTo(1));
            Assert.That(task.Name, Is.EqualTo("Bered underlaget"));
            Assert.That(task.Candidates.Select(c => (c.Role, c.Side)), Is.EqualTo([("beredningsansvarig", "a")]));
        });
        Assert.That(await db.Outbox.OrderBy(o => o.Sequence).Select(o => o.Type).ToListAsync(), Is.EqualTo(["se.caseflow.task.opened.v1", "se.caseflow.case.status-changed.v1"]));
    }

    [Test]
    public async Task A_completed_task_ends_the_case_and_its_facts_give_the_stored_state_again()
    {
        var id = await House.StartCase("enkel");

        var receipt = await House.Complete(PreparerA, await House.OpenTask(id));

        Assert.That(receipt.IsAccepted, Is.True);
        Assert.That(receipt.Value.IsEnded, Is.True);
        await using var db = House.OpenDb();
        var row = await db.Cases.SingleAsync(c => c.Id == id);
        Assert.That(row.ClosedAt, Is.EqualTo(TestHouse.Start));
        Assert.That(row.OwnerText, Is.Empty);
        var done = await db.Tasks.SingleAsync(t => t.InstanceId == id);
        Assert.That((done.End, done.EndedBy), Is.EqualTo((TaskEnd.Done, PreparerA.AccountId)));
        var instance = await db.Instances.SingleAsync(i => i.Id == id);
        Assert.That((instance.Version, instance.EndedAt), Is.EqualTo((2, TestHouse.Start)));

        var facts = await db.Facts.Where(f => f.InstanceId == id).OrderBy(f => f.Sequence).ToListAsync();
        var replayed = new InstanceState();
        facts.ForEach(f => replayed.Apply(FactJson.Read(f.Name, f.FactVersion, f.Json)));
        Assert.That(facts.Select(f => f.Sequence), Is.EqualTo(Enumerable.Range(1, facts.Count)));
        Assert.That(StateJson.Write(replayed), Is.EqualTo(instance.State));
    }

    [Test]
    public async Task Who_is_no_candidate_is_refused_and_it_is_kept_in_the_security_log()
    {
        var id = await House.StartCase("enkel");

        var refused = await House.Complete(PreparerB, await House.OpenTask(id));

        Assert.That(refused.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo([(RefusalKind.Forbidden, "task.not-candidate")]));
        await using var db = House.OpenDb();
        var logged = await db.Set<CaseFlow.Cases.Access.SecurityEvent>().SingleAsync(e => e.UseCase == nameof(CompleteTask));
        Assert.That((logged.AccountId, logged.UseCase, logged.Code, logged.Target), Is.EqualTo((PreparerB.AccountId, nameof(CompleteTask), "task.not-candidate", id.ToString())));
        Assert.That((await House.OpenTask(id)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task A_task_that_somebody_else_has_done_is_stale()
    {
        var task = await House.OpenTask(await House.StartCase("enkel"));
        await House.Complete(PreparerA, task);

        var late = await House.Complete(PreparerA, task);

        Assert.That(late.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo([(RefusalKind.Stale, "task.already-done")]));
    }

    [Test]
    public async Task A_task_seen_in_another_version_is_stale()
    {
        var task = await House.OpenTask(await House.StartCase("enkel"));
        task.Version = 7;

        var late = await House.Complete(PreparerA, task);

        Assert.That(late.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo([(RefusalKind.Stale, "task.changed")]));
    }

    [Test]
    public async Task An_answer_to_a_question_that_was_not_asked_is_refused()
    {
        var task = await House.OpenTask(await House.StartCase("enkel"));

        var refused = await House.Complete(PreparerA, task, FormAnswers.FromFields([new("roll", ["direktor"])]));

        Assert.That(refused.Refusals.Select(r => (r.Kind, r.Code, r.Field)), Is.EqualTo([(RefusalKind.Invalid, "form.unknown", "roll")]));
    }

    [Test]
    public async Task The_same_request_again_gets_the_first_answer_and_does_nothing()
    {
        var task = await House.OpenTask(await House.StartCase("enkel"));
        var first = await House.Complete(PreparerA, task, requestId: "r-1");

        var again = await House.Complete(PreparerA, task, requestId: "r-1");

        Assert.That(again.IsAccepted, Is.True);
        Assert.That(again.Value with { NextTasks = first.Value.NextTasks }, Is.EqualTo(first.Value));
        await using var db = House.OpenDb();
        Assert.That((await db.Instances.SingleAsync(i => i.Id == task.InstanceId)).Version, Is.EqualTo(2));
    }
}
