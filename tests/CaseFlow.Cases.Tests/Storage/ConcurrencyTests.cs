using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>Many at once on one case.</summary>
internal sealed class ConcurrencyTests(DatabaseProvider provider) : StoreContract(provider)
{
    [Test]
    public async Task Fifty_answers_at_once_on_one_case_all_succeed()
    {
        await House.Deploy(Parallel(50));
        var id = await House.StartCase("parallell");
        List<Tasks.TaskRow> tasks;
        await using (var db = House.OpenDb())
        {
            tasks = await db.Tasks.AsNoTracking().Where(t => t.InstanceId == id).ToListAsync();
        }

        var receipts = await Task.WhenAll(tasks.Select(task => Task.Run(() => House.Complete(PreparerA, task))));

        Assert.That(receipts.SelectMany(r => r.Refusals), Is.Empty);
        Assert.That(receipts.Select(r => r.Value.Version).Order(), Is.EqualTo(Enumerable.Range(2, 50).Select(v => (long)v)));
        await using var after = House.OpenDb();
        Assert.That((await after.Instances.SingleAsync(i => i.Id == id)).Outcome, Is.EqualTo("completed"));
        Assert.That((await House.Get<ReplayAll>().Handle(CancellationToken.None)).Findings, Is.Empty);
    }

    [Test]
    public async Task Sixty_who_are_asked_for_their_views_may_all_answer_at_once()
    {
        await House.Deploy(SmallModel.Process("fraga-alla", SmallModel.Start() + SmallModel.UserTask(
            "Svara", "Svara", SmallModel.Candidates("beredningsansvarig"), """
            <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
              <caseflow:multiInstance collection="=for i in 1..60 return i" elementVariable="mottagare" outputCollection="svaren" outputElement="=mottagare" />
            </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
            """) + SmallModel.End() + SmallModel.Flow("Start", "Svara", "End")));
        var id = await House.StartCase("fraga-alla");
        List<Tasks.TaskRow> tasks;
        await using (var db = House.OpenDb())
        {
            tasks = await db.Tasks.AsNoTracking().Where(t => t.InstanceId == id).ToListAsync();
        }

        var receipts = await Task.WhenAll(tasks.Select(task => Task.Run(() => House.Complete(PreparerA, task))));

        Assert.That(receipts.SelectMany(r => r.Refusals), Is.Empty);
        Assert.That((receipts.Length, receipts.Count(r => r.Value.IsEnded)), Is.EqualTo((60, 1)));
        Assert.That((await House.Get<ReplayAll>().Handle(CancellationToken.None)).Findings, Is.Empty);
    }

    [Test]
    public async Task Two_preparers_who_confirm_at_once_both_succeed()
    {
        await House.Deploy(Parallel(2));
        for (var round = 0; round < 10; round++)
        {
            var id = await House.StartCase("parallell");
            var (first, second) = (await House.OpenTask(id, "T1"), await House.OpenTask(id, "T2"));

            var receipts = await Task.WhenAll(
                Task.Run(() => House.Complete(PreparerA, first)),
                Task.Run(() => House.Complete(PreparerA, second)));

            Assert.That(receipts.Select(r => r.IsAccepted), Is.All.True);
            Assert.That(receipts.Count(r => r.Value.IsEnded), Is.EqualTo(1), "the join fires once");
        }
    }

    [Test]
    public async Task Of_those_who_complete_the_same_task_at_once_one_succeeds_and_the_others_are_told_that_they_came_late()
    {
        await House.Deploy(Parallel(2));
        var id = await House.StartCase("parallell");
        var task = await House.OpenTask(id, "T1");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => House.Complete(PreparerA, task))));

        Assert.That(receipts.Count(r => r.IsAccepted), Is.EqualTo(1));
        Assert.That(receipts.SelectMany(r => r.Refusals).Select(r => (r.Kind, r.Code)), Is.All.EqualTo((RefusalKind.Stale, "task.already-done")));
        Assert.That(receipts.SelectMany(r => r.Refusals).Select(r => r.Text.Sv), Is.All.Not.Empty);
    }

    [Test]
    public async Task One_request_sent_many_times_at_once_is_done_once_and_answered_alike()
    {
        await House.Deploy(Parallel(2));
        var id = await House.StartCase("parallell");
        var task = await House.OpenTask(id, "T1");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => House.Complete(PreparerA, task, requestId: "once"))));

        Assert.That(receipts.SelectMany(r => r.Refusals), Is.Empty);
        Assert.That(receipts.Select(r => r.Value.Version), Is.All.EqualTo(2));
        await using var db = House.OpenDb();
        Assert.That((await db.Instances.SingleAsync(i => i.Id == id)).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task A_request_that_was_refused_may_be_sent_again_with_the_same_id()
    {
        await House.Deploy(Parallel(2));
        var task = await House.OpenTask(await House.StartCase("parallell"), "T1");
        var seen = task.Version;
        task.Version = 9;
        var refused = await House.Complete(PreparerA, task, requestId: "r");
        task.Version = seen;

        var accepted = await House.Complete(PreparerA, task, requestId: "r");

        Assert.That((refused.IsAccepted, accepted.IsAccepted), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Instances_that_need_each_other_at_the_same_time_do_not_block_each_other()
    {
        await House.Deploy(Waiting("pa", "a"), Waiting("pb", "b"));
        var (a, b) = (await House.StartCase("pa"), await House.StartCase("pb"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() =>
            i % 2 == 0 ? LoadThenSend(a, "b") : LoadThenSend(b, "a"))));

        Assert.That(outcomes.SelectMany(o => o.Refusals), Is.Empty);
    }

    [Test]
    public async Task A_commit_that_another_overtook_is_done_again_and_given_up_after_five_attempts()
    {
        await House.Deploy(Parallel(2));
        var id = await House.StartCase("parallell");

        var (once, attempts) = await Overtaken(id, times: 1);
        var (always, limit) = await Overtaken(id, times: int.MaxValue);

        Assert.That((once.IsAccepted, attempts), Is.EqualTo((true, 2)));
        Assert.That((always.Refusals.Single().Code, limit), Is.EqualTo(("store.busy", 5)));
    }

    private async Task<(Outcome<bool> Outcome, int Attempts)> Overtaken(Guid id, int times)
    {
        var attempts = 0;
        var outcome = await House.Run<bool>(async (unit, ct) =>
        {
            var instance = await unit.Load(id, ct);
            if (++attempts <= times)
            {
                await unit.Db.Instances.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Version, i => i.Version + 1), ct);
            }

            await unit.Execute(instance!, new SetVariables(FeelContext.Of([new("a", FeelValue.Of(attempts))])), ct); // started above
            return Outcome<bool>.Accepted(true);
        });
        return (outcome, attempts);
    }

    private Task<Outcome<bool>> LoadThenSend(Guid first, string key) => House.Run<bool>(async (unit, ct) =>
    {
        await unit.Load(first, ct);
        await unit.Send("knackning", key, FeelContext.Empty, ct);
        return Outcome<bool>.Accepted(true);
    });

    // Waits for a message and, when it has come, waits again.
    private static Engine.Model.SourceFile Waiting(string id, string key) => SmallModel.Process(
        id,
        SmallModel.Start() + """<bpmn:exclusiveGateway id="Igen" />""" + SmallModel.Catch("Vanta", "m", key) + SmallModel.Flow("Start", "Igen", "Vanta", "Igen"),
        SmallModel.Message("m", "knackning"));

    internal static Engine.Model.SourceFile Parallel(int tasks)
    {
        var ids = Enumerable.Range(1, tasks).Select(i => $"T{i}").ToList();
        return SmallModel.Process(
            "parallell",
            SmallModel.Start() + """<bpmn:parallelGateway id="Dela" /><bpmn:parallelGateway id="Samla" />""" + SmallModel.End() + SmallModel.Flow("Start", "Dela") + SmallModel.Flow("Samla", "End")
            + string.Concat(ids.Select(id => SmallModel.UserTask(id, id, SmallModel.Candidates("beredningsansvarig")) + SmallModel.Flow("Dela", id, "Samla"))));
    }
}
