using System.Collections.Concurrent;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Contracts;
using CaseFlow.Contracts;
using CaseFlow.Contracts.Sorting;
using CaseFlow.Messaging.DeadLetters;
using CaseFlow.Messaging.Hosting;
using CaseFlow.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>What the outbox promises, on each database.</summary>
internal abstract class OutboxDispatcherSuite
{
    private static readonly Guid First = Guid.Parse("019a8b00-0000-7000-8000-000000000001");
    private static readonly Guid Second = Guid.Parse("019a8b00-0000-7000-8000-000000000002");

    private readonly ManualTime _time = new(TestHouse.Start);
    private readonly RecordingSender _sender = new();
    private TestDatabase _database = null!; // opened before each test

    protected abstract TestDatabase Open();

    [SetUp]
    public void OpenDatabase() => _database = Open();

    [TearDown]
    public void CloseDatabase() => _database?.Dispose();

    [Test]
    public async Task Events_of_one_case_are_sent_in_the_order_of_their_commits()
    {
        await Commit(Enumerable.Range(1, 300).Select(version => ContractSamples.Sorted(version, version % 3 == 0 ? First : Second)));
        await DeliverAll(Node("a"));
        Assert.That(_sender.Versions(First), Is.Ordered.And.Count.EqualTo(100));
        Assert.That(_sender.Versions(Second), Is.Ordered.And.Count.EqualTo(200));
    }

    [Test]
    public async Task Event_that_cannot_be_sent_holds_back_the_later_ones_of_its_case_and_no_others()
    {
        await Commit([ContractSamples.Sorted(1, First), ContractSamples.Sorted(2, First), ContractSamples.Sorted(1, Second)]);
        _sender.Fails = message => message is { Version: 1 } && message.CaseId == First;
        await DeliverAll(Node("a"));
        Assert.That(_sender.Versions(First), Is.Empty);
        Assert.That(_sender.Versions(Second), Is.EqualTo(new[] { 1 }));
        _sender.Fails = _ => false;
        _time.Advance(TimeSpan.FromSeconds(1));
        await DeliverAll(Node("a"));
        Assert.That(_sender.Versions(First), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Broker_that_was_away_for_ten_minutes_gets_everything_in_order_within_half_a_minute()
    {
        await Commit(Enumerable.Range(1, 20).Select(version => ContractSamples.Sorted(version, First)));
        _sender.Fails = _ => true;
        for (var step = 0; step < 60; step++)
        {
            await DeliverAll(Node("a"));
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        _sender.Fails = _ => false;
        _time.Advance(TimeSpan.FromSeconds(30));
        await DeliverAll(Node("a"));
        Assert.That(_sender.Versions(First), Is.EqualTo(Enumerable.Range(1, 20)));
    }

    [Test]
    public async Task Delayed_event_waits_for_its_time_and_the_later_ones_of_its_case_wait_with_it()
    {
        await Commit([ContractSamples.Sorted(1, First)], delay: TimeSpan.FromMinutes(5));
        await Commit([ContractSamples.Sorted(2, First), ContractSamples.Sorted(1, Second)]);
        await DeliverAll(Node("a"));
        Assert.That(_sender.Sent.Select(m => m.CaseId), Is.EqualTo(new[] { Second }));
        _time.Advance(TimeSpan.FromMinutes(5));
        await DeliverAll(Node("a"));
        Assert.That(_sender.Versions(First), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Bucket_of_a_dead_node_is_taken_over_when_its_lease_has_run_out_and_not_before()
    {
        await Commit([ContractSamples.Sorted(1, First)]);
        _sender.Fails = _ => true;
        await DeliverAll(Node("dead"));
        _sender.Fails = _ => false;
        _time.Advance(OutboxDispatcher.LeaseTime - TimeSpan.FromMilliseconds(1));
        await DeliverAll(Node("alive"));
        Assert.That(_sender.Sent, Is.Empty);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await DeliverAll(Node("alive"));
        Assert.That(_sender.Versions(First), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Two_nodes_at_once_send_everything_and_keep_the_order_of_each_case()
    {
        var cases = Enumerable.Range(1, 40).Select(_ => Guid.CreateVersion7()).ToList();
        await Commit(Enumerable.Range(1, 10).SelectMany(version => cases.Select(id => ContractSamples.Sorted(version, id))));
        await Task.WhenAll(DeliverAll(Node("a")), DeliverAll(Node("b")));
        foreach (var id in cases)
            Assert.That(_sender.Versions(id), Is.EqualTo(Enumerable.Range(1, 10)));
    }

    [Test]
    public async Task Row_that_cannot_be_read_is_moved_aside_and_the_later_ones_go_on()
    {
        await using (var db = _database.Factory.CreateDbContext())
        {
            var broken = Row(ContractSamples.Sorted(1, First), TimeSpan.Zero);
            broken.Type = "se.caseflow.case.forgotten.v1";
            db.Outbox.AddRange(broken, Row(ContractSamples.Sorted(2, First), TimeSpan.Zero));
            await db.SaveChangesAsync();
        }

        await DeliverAll(Node("a"));
        Assert.That(_sender.Versions(First), Is.EqualTo(new[] { 2 }));
        await using var after = _database.Factory.CreateDbContext();
        Assert.That(await after.Outbox.CountAsync(), Is.Zero);
        var letter = await after.Set<DeadLetterRow>().SingleAsync();
        Assert.That(letter, Has.Property("Queue").EqualTo("outbox").And.Property("Cause").Contains("se.caseflow.case.forgotten.v1"));
    }

    [Test]
    public async Task Outbox_that_is_not_emptied_for_a_minute_is_reported_as_degraded_until_it_is()
    {
        await Commit([ContractSamples.Sorted(1, First) with { SortedAt = _time.GetUtcNow() }]);
        await Commit([ContractSamples.Sorted(1, Second) with { SortedAt = _time.GetUtcNow() }], delay: TimeSpan.FromHours(1));
        _sender.Fails = _ => true;
        await DeliverAll(Node("a"));
        Assert.That(await Health(), Is.EqualTo(HealthStatus.Healthy));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await Health(), Is.EqualTo(HealthStatus.Degraded));
        _sender.Fails = _ => false;
        await DeliverAll(Node("a"));
        Assert.That(await Health(), Is.EqualTo(HealthStatus.Healthy));
    }

    private async Task<HealthStatus> Health() =>
        (await new OutboxHealth(_database.Factory, _time).CheckHealthAsync(new HealthCheckContext())).Status;

    private OutboxDispatcher Node(string name)
    {
        var shelf = new DeadLetterShelf(_database.Factory, new Ids(_time), _time, NullLogger<DeadLetterShelf>.Instance);
        return new(_database.Factory, _sender, shelf, new NodeName(name), _time, NullLogger<OutboxDispatcher>.Instance);
    }

    private static async Task DeliverAll(OutboxDispatcher node)
    {
        while (await node.Deliver(CancellationToken.None))
        {
        }
    }

    private async Task Commit(IEnumerable<CaseSorted> events, TimeSpan delay = default)
    {
        await using var db = _database.Factory.CreateDbContext();
        foreach (var e in events)
        {
            db.Outbox.Add(Row(e, delay));
            await db.SaveChangesAsync();
        }
    }

    private OutboxRow Row(CaseSorted message, TimeSpan delay) => new()
    {
        MessageId = Guid.CreateVersion7(),
        SubjectId = message.CaseId,
        Bucket = OutboxRow.BucketOf(message.CaseId),
        Type = ContractMap.NameOf(typeof(CaseSorted)) ?? "",
        Body = ContractJson.Write(message),
        OccurredAt = message.SortedAt,
        AvailableAt = _time.GetUtcNow() + delay,
    };

    private sealed class RecordingSender : IOutboxSender
    {
        private readonly ConcurrentQueue<CaseSorted> _sent = new();

        public Func<CaseSorted, bool> Fails { get; set; } = _ => false;

        public IReadOnlyCollection<CaseSorted> Sent => _sent;

        public IReadOnlyList<long> Versions(Guid caseId) => [.. _sent.Where(m => m.CaseId == caseId).Select(m => m.Version)];

        public async Task Send(OutboxRow row, object message, CancellationToken ct)
        {
            await Task.Yield();
            var sorted = (CaseSorted)message;
            if (Fails(sorted))
                throw new IOException("The broker is away.");
            _sent.Enqueue(sorted);
        }
    }
}

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SqliteOutboxDispatcherTests : OutboxDispatcherSuite
{
    protected override TestDatabase Open() => TestDatabase.Sqlite();
}

[TestFixture]
[Category("Servers")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PostgreSqlOutboxDispatcherTests : OutboxDispatcherSuite
{
    protected override TestDatabase Open() => TestDatabase.PostgreSql();
}
