using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Contracts;
using CaseFlow.Messaging.Bus;
using CaseFlow.Messaging.DeadLetters;
using CaseFlow.Messaging.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>What must hold of messages whatever carries them.</summary>
internal abstract class MessageSuite
{
    private readonly ManualTime _time = new(TestHouse.Start);
    private TestDatabase _database = null!; // opened before each test
    private MessagingHost _host = null!; // started before each test

    protected abstract BusOptions Options { get; }

    protected static IReadOnlyList<TimeSpan> QuickRetries { get; } = [TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5)];

    [SetUp]
    public async Task StartHost()
    {
        _database = TestDatabase.Sqlite();
        _host = await Start();
    }

    [TearDown]
    public async Task StopHost()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task Committed_event_reaches_the_consumer_and_leaves_the_outbox()
    {
        await _host.Publish(ContractSamples.Sorted(1));
        await DeliverAll();
        Assert.That((await _host.Script.Next()).Outcome, Is.EqualTo("organ"));
        await Effects(1);
        await using var db = await _host.Database();
        Assert.That(await db.Outbox.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Every_event_of_many_cases_is_consumed_once()
    {
        var cases = Enumerable.Range(1, 8).Select(_ => Guid.CreateVersion7()).ToList();
        var events = Enumerable.Range(1, 10).SelectMany(version => cases.Select(id => ContractSamples.Sorted(version, id))).ToList();
        await _host.Publish(events);
        await DeliverAll();
        Assert.That((await Effects(80)).Order(), Is.EqualTo(events.Select(e => $"{e.Version}").Order()));
    }

    [Test]
    public async Task Message_that_comes_ten_times_has_one_effect()
    {
        var row = _host.Row(ContractSamples.Sorted(1));
        var sender = _host.Get<IOutboxSender>();
        await sender.Send(row, ContractSamples.Sorted(1), CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(1, 9).Select(_ => sender.Send(row, ContractSamples.Sorted(1), CancellationToken.None)));
        // A later message of another case shows that the queue has been worked through.
        await sender.Send(_host.Row(ContractSamples.Sorted(2)), ContractSamples.Sorted(2), CancellationToken.None);
        await Effects(2);
        Assert.That(await _host.Effects(), Is.EqualTo(new[] { "1", "2" }));
        await NothingStandsAside();
    }

    [Test]
    public async Task Message_that_comes_again_after_a_year_has_no_second_effect()
    {
        var row = _host.Row(ContractSamples.Sorted(1));
        var sender = _host.Get<IOutboxSender>();
        await sender.Send(row, ContractSamples.Sorted(1), CancellationToken.None);
        await Effects(1);
        _time.Advance(TimeSpan.FromDays(365));
        await sender.Send(row, ContractSamples.Sorted(1), CancellationToken.None);
        await sender.Send(_host.Row(ContractSamples.Sorted(2)), ContractSamples.Sorted(2), CancellationToken.None);
        Assert.That(await Effects(2), Is.EqualTo(new[] { "1", "2" }));
        await NothingStandsAside();
    }

    [Test]
    public async Task Consumer_that_fails_after_writing_leaves_nothing_of_the_failed_attempts()
    {
        _host.Script.OnConsume = (_, attempt, _) => attempt < 3 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
        await _host.Publish(ContractSamples.Sorted(1));
        await DeliverAll();
        await _host.Script.Next();
        Assert.That(await Effects(1), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Poison_message_is_moved_aside_with_its_cause_while_the_others_go_on()
    {
        _host.Script.OnConsume = (message, _, _) => message.Version == 7 ? throw new InvalidOperationException("poison") : Task.CompletedTask;
        await _host.Publish(Enumerable.Range(1, 20).Select(version => ContractSamples.Sorted(version, Guid.CreateVersion7())));
        await DeliverAll();
        Assert.That(await Effects(19), Does.Not.Contain("7"));
        var letter = await _host.DeadLetter(_ => true);
        Assert.That(letter, Has.Property("Cause").EqualTo("InvalidOperationException: poison").And.Property("Type").EqualTo("se.caseflow.case.sorted.v1"));
    }

    [Test]
    public async Task Message_that_was_moved_aside_runs_again_when_asked_for_and_is_settled()
    {
        _host.Script.OnConsume = (_, _, _) => throw new InvalidOperationException("poison");
        await _host.Publish(ContractSamples.Sorted(7));
        await DeliverAll();
        var letter = await _host.DeadLetter(_ => true);
        _host.Script.OnConsume = (_, _, _) => Task.CompletedTask;
        await AskAgain(letter.Id);
        await _host.Get<DeadLetterRunner>().RunOne(CancellationToken.None);
        var settled = await _host.DeadLetter(d => d.SettledAt is not null);
        Assert.That(settled.Id, Is.EqualTo(letter.Id));
        Assert.That(await _host.Effects(), Is.EqualTo(new[] { "7" }));
    }

    [Test]
    public async Task Message_that_fails_when_run_again_stands_aside_again_with_one_failure_more()
    {
        _host.Script.OnConsume = (_, _, _) => throw new InvalidOperationException("poison");
        await _host.Publish(ContractSamples.Sorted(7));
        await DeliverAll();
        var letter = await _host.DeadLetter(_ => true);
        await AskAgain(letter.Id);
        await _host.Get<DeadLetterRunner>().RunOne(CancellationToken.None);
        var again = await _host.DeadLetter(d => d.Failures == 2);
        Assert.That(again, Has.Property("SettledAt").Null.And.Property("AgainAt").Null);
    }

    [TestCase("""{"specversion":"1.0","id":"1","source":"x","type":"System.Diagnostics.Process","data":{}}""", "unknown", TestName = "Message_of_an_unknown_type_is_moved_aside")]
    [TestCase("""{"specversion":"1.0","id":"2","source":"x","type":"se.caseflow.case.sorted.v1","data":{"$type":"System.Object"}}""", "not valid", TestName = "Message_whose_data_names_a_class_is_moved_aside")]
    [TestCase("""{"specversion":"1.0","id":"3","source":"x","type":"se.caseflow.case.received.v1","data":{"caseId":"019a8b00-0000-7000-8000-000000000017","number":"1","version":1,"receivedAt":"2027-03-04T12:00:00Z"}}""", "No consumer", TestName = "Message_that_this_queue_does_not_handle_is_moved_aside")]
    [TestCase("""{"messageType":["urn:message:CaseFlow.Contracts.Sorting:CaseSorted"],"message":{}}""", "not a CloudEvent", TestName = "Message_in_another_envelope_is_moved_aside")]
    [TestCase("\u0001 not json", "not valid", TestName = "Bytes_that_are_no_message_are_moved_aside")]
    public async Task Message_that_cannot_be_read_is_moved_aside(string body, string cause)
    {
        await _host.SendRaw(body, Options.Prefix);
        var letter = await _host.DeadLetter(_ => true);
        Assert.That(letter.Cause, Does.Contain(cause));
        Assert.That(letter.Body, Is.EqualTo(System.Text.Encoding.UTF8.GetBytes(body)));
        Assert.That(await _host.Effects(), Is.Empty);
    }

    [Test]
    public async Task What_was_committed_when_the_process_died_is_delivered_when_it_starts()
    {
        await _host.Publish(ContractSamples.Sorted(1));
        await Restart();
        await DeliverAll();
        Assert.That(await Effects(1), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Event_that_was_being_handled_when_the_process_died_is_handled_once_when_it_starts()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.Script.OnConsume = async (_, _, ct) =>
        {
            entered.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
        };
        await _host.Publish(ContractSamples.Sorted(1));
        using var death = new CancellationTokenSource();
        var delivering = _host.Dispatcher.Deliver(death.Token);
        await entered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await death.CancelAsync();
        await Task.WhenAny(delivering);
        await Restart();
        _time.Advance(TimeSpan.FromSeconds(30));
        await DeliverAll();
        await Effects(1);
        await _host.Publish(ContractSamples.Sorted(2));
        await DeliverAll();
        Assert.That(await Effects(2), Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task Event_whose_sending_failed_is_sent_again_after_a_restart()
    {
        await Restart(services => services.AddSingleton<IOutboxSender, SenderThatFails>());
        await _host.Publish(ContractSamples.Sorted(1));
        Assert.That(await _host.Dispatcher.Deliver(CancellationToken.None), Is.False);
        await Restart();
        _time.Advance(TimeSpan.FromSeconds(30));
        await DeliverAll();
        Assert.That(await Effects(1), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Death_between_confirmation_and_removal_makes_a_duplicate_that_does_no_harm()
    {
        await Restart(services => services.AddSingleton<IOutboxSender>(provider =>
            new SenderThatDiesAfter(ActivatorUtilities.CreateInstance<BusOutboxSender>(provider))));
        await _host.Publish(ContractSamples.Sorted(1));
        await _host.Dispatcher.Deliver(CancellationToken.None);
        await _host.Script.Next();
        await Restart();
        _time.Advance(TimeSpan.FromSeconds(30));
        await _host.Publish(ContractSamples.Sorted(2));
        await DeliverAll();
        Assert.That(await Effects(2), Is.EqualTo(new[] { "1", "2" }));
        await NothingStandsAside();
    }

    private async Task<MessagingHost> Start(Action<IServiceCollection>? more = null) =>
        await MessagingHost.Start(Options, _database.Factory, _time, more: more);

    private async Task Restart(Action<IServiceCollection>? more = null)
    {
        await _host.DisposeAsync();
        _host = await Start(more);
    }

    private async Task DeliverAll()
    {
        while (await _host.Dispatcher.Deliver(CancellationToken.None))
        {
        }
    }

    private async Task<IReadOnlyList<string>> Effects(int count) =>
        await Eventually.Find(async () => await _host.Effects() is { } effects && effects.Count >= count ? effects : null);

    /// <summary>A repeat is known and done with; it is no message that nobody handles.</summary>
    private async Task NothingStandsAside()
    {
        await _host.Get<IBusControl>().StopAsync(); // what is being received is finished first
        await using var db = await _host.Database();
        Assert.That(await db.Set<DeadLetterRow>().Select(d => d.Cause).ToListAsync(), Is.Empty);
    }

    private async Task AskAgain(Guid id)
    {
        await using var db = await _host.Database();
        var letter = await db.Set<DeadLetterRow>().FirstAsync(d => d.Id == id);
        letter.AgainAt = _time.GetUtcNow();
        await db.SaveChangesAsync();
    }

    private sealed class SenderThatFails : IOutboxSender
    {
        public Task Send(OutboxRow row, object message, CancellationToken ct) => throw new IOException("The broker is away.");
    }

    private sealed class SenderThatDiesAfter(IOutboxSender sender) : IOutboxSender
    {
        public async Task Send(OutboxRow row, object message, CancellationToken ct)
        {
            await sender.Send(row, message, ct);
            throw new IOException("Nobody heard the confirmation.");
        }
    }
}

/// <summary>The suite on the transport inside the process.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class InMemoryMessageTests : MessageSuite
{
    protected override BusOptions Options => new(BusTransport.InMemory, null, "", null, QuickRetries);
}

/// <summary>The suite on RabbitMQ.</summary>
[TestFixture]
[Category("Servers")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RabbitMqMessageTests : MessageSuite
{
    private readonly string _prefix = $"t{Guid.CreateVersion7():N}.";

    protected override BusOptions Options => new(BusTransport.RabbitMq, TestServers.RabbitMq(), _prefix, null, QuickRetries);
}
