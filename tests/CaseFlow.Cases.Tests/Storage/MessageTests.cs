using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>A message reaches the one who waits, starts a process, or is kept for the first who comes to wait.</summary>
internal sealed class MessageTests(DatabaseProvider provider) : StoreContract(provider)
{
    [Test]
    public async Task A_thrown_message_moves_the_instance_that_waits_in_the_same_commit()
    {
        await House.Deploy(Receiver, Sender);
        var receiver = await House.StartCase("mottagare");
        var sender = await House.StartCase("avsandare");

        await House.Complete(PreparerA, await House.OpenTask(sender));

        await using var db = House.OpenDb();
        Assert.That((await db.Instances.SingleAsync(i => i.Id == receiver)).Outcome, Is.EqualTo("completed"));
        Assert.That((await db.Instances.SingleAsync(i => i.Id == sender)).Outcome, Is.EqualTo("completed"));
        Assert.That(await db.Subscriptions.CountAsync(), Is.Zero);
        Assert.That((await House.Get<ReplayAll>().Handle(CancellationToken.None)).Findings, Is.Empty);
    }

    [Test]
    public async Task A_message_that_nobody_waits_for_is_taken_by_the_first_who_comes_to_wait_and_by_nobody_else()
    {
        await House.Deploy(Receiver);

        Assert.That(await Send(), Is.EqualTo(MessageDelivery.Buffered));
        var first = await House.StartCase("mottagare");
        var second = await House.StartCase("mottagare");

        await using var db = House.OpenDb();
        Assert.That((await db.Instances.SingleAsync(i => i.Id == first)).EndedAt, Is.Not.Null);
        Assert.That((await db.Instances.SingleAsync(i => i.Id == second)).EndedAt, Is.Null);
        Assert.That(await db.BufferedMessages.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_buffered_message_is_forgotten_when_its_time_is_out()
    {
        await House.Deploy(Receiver);
        await Send();
        House.Time.Advance(new StoreOptions().MessageTimeToLive + TimeSpan.FromSeconds(1));

        var id = await House.StartCase("mottagare");
        var swept = await House.Get<SweepStore>().Run(CancellationToken.None);

        await using var db = House.OpenDb();
        Assert.That((await db.Instances.SingleAsync(i => i.Id == id)).EndedAt, Is.Null);
        Assert.That(swept, Is.EqualTo(1));
    }

    [Test]
    public async Task A_message_start_begins_one_instance_for_each_key()
    {
        await House.Deploy(StartedByMessage);
        var key = Guid.Parse("0195f0f0-0000-7000-8000-000000000001");

        var deliveries = new[] { await Send(key.ToString("N")), await Send(key.ToString("N")) };

        Assert.That(deliveries, Is.EqualTo([MessageDelivery.StartedInstance, MessageDelivery.Buffered]));
        await using var db = House.OpenDb();
        var instance = await db.Instances.SingleAsync();
        Assert.That((instance.Id, instance.CorrelationKey), Is.EqualTo((key, key.ToString("N"))));
    }

    [Test]
    public async Task A_message_sent_while_its_receiver_comes_to_wait_is_never_lost()
    {
        await House.Deploy(Receiver);
        for (var round = 0; round < 15; round++)
        {
            var start = Task.Run(() => House.StartCase("mottagare"));
            var send = Task.Run(() => Send());
            await Task.WhenAll(start, send);
        }

        await using var db = House.OpenDb();
        Assert.That(await db.Instances.CountAsync(i => i.EndedAt == null), Is.Zero);
        Assert.That(await db.BufferedMessages.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task When_the_receivers_commit_fails_the_sender_stands_where_it_stood()
    {
        await House.Deploy(Receiver, Sender);
        var receiver = await House.StartCase("mottagare");
        var sender = await House.StartCase("avsandare");
        var task = await House.OpenTask(sender);

        var refused = await House.Run<bool>(async (unit, ct) =>
        {
            var instance = await unit.Load(sender, ct);
            await unit.Execute(instance!, new CompleteUserTask(task.TaskKey, FeelContext.Empty), ct); // just started above
            return (await unit.Load(receiver, ct))!.State.IsEnded // as is this one
                ? new Refusal(RefusalKind.Conflict, "nej", new("Nej", "No"))
                : Outcome<bool>.Accepted(true);
        });

        Assert.That(refused.IsAccepted, Is.False);
        await using var db = House.OpenDb();
        Assert.That(await db.Instances.CountAsync(i => i.EndedAt == null), Is.EqualTo(2));
    }

    [Test]
    public async Task A_signal_reaches_every_instance_that_waits_for_it()
    {
        const string signal = """<bpmn:signal id="s" name="larm" />""";
        await House.Deploy(
            SmallModel.Process(
                "lyssnare",
                SmallModel.Start() + """<bpmn:intermediateCatchEvent id="Hor"><bpmn:signalEventDefinition id="Hor_s" signalRef="s" /></bpmn:intermediateCatchEvent>""" + SmallModel.End() + SmallModel.Flow("Start", "Hor", "End"),
                signal),
            SmallModel.Process(
                "ropare",
                SmallModel.Start() + """<bpmn:intermediateThrowEvent id="Ropa"><bpmn:signalEventDefinition id="Ropa_s" signalRef="s" /></bpmn:intermediateThrowEvent>""" + SmallModel.End() + SmallModel.Flow("Start", "Ropa", "End"),
                signal));
        await House.StartCase("lyssnare");
        await House.StartCase("lyssnare");

        await House.StartCase("ropare");

        await using var db = House.OpenDb();
        Assert.That(await db.Instances.CountAsync(i => i.EndedAt != null), Is.EqualTo(3));
    }

    private async Task<MessageDelivery> Send(string key = "k") =>
        (await House.Run(async (unit, ct) => Outcome<MessageDelivery>.Accepted(await unit.Send("brev", key, FeelContext.Empty, ct)))).Value;

    private static readonly string Brev = SmallModel.Message("m", "brev");

    private static readonly SourceFile Receiver = SmallModel.Process("mottagare", SmallModel.Start() + SmallModel.Catch("Vanta", "m", "k") + SmallModel.End() + SmallModel.Flow("Start", "Vanta", "End"), Brev);

    private static readonly SourceFile Sender = SmallModel.Process(
        "avsandare",
        SmallModel.Start() + SmallModel.UserTask("Skriv", "Skriv", SmallModel.Candidates("beredningsansvarig")) + SmallModel.Throw("Skicka", "m", "k") + SmallModel.End() + SmallModel.Flow("Start", "Skriv", "Skicka", "End"),
        Brev);

    private static readonly SourceFile StartedByMessage = SmallModel.Process(
        "startad",
        """<bpmn:startEvent id="Start"><bpmn:messageEventDefinition id="Start_m" messageRef="m" /></bpmn:startEvent>"""
        + SmallModel.UserTask("Gor", "Gör", SmallModel.Candidates("beredningsansvarig")) + SmallModel.End() + SmallModel.Flow("Start", "Gor", "End"),
        Brev);
}
