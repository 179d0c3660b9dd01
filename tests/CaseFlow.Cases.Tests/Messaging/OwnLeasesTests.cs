using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using CaseFlow.Messaging.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>The one process of SQLite starts again: what it held goes on at once.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OwnLeasesTests : IAsyncDisposable
{
    private readonly BusHouse _bus = new();

    public ValueTask DisposeAsync() => _bus.DisposeAsync();

    [Test]
    public async Task Timer_and_mail_that_were_under_way_when_the_process_died_do_not_wait_for_the_lease()
    {
        await HoldTimerAndMail(NodeName.Embedded);

        await Starting(NodeName.Embedded).StartAsync(CancellationToken.None);

        Assert.That(await Timers(NodeName.Embedded), Is.EqualTo(1));
        await using var db = _bus.House.OpenDb();
        Assert.That((await db.Set<Mail>().SingleAsync()).LeasedUntil, Is.Null);
    }

    [Test]
    public async Task What_another_node_is_doing_is_left_to_it()
    {
        await HoldTimerAndMail(new("other"));

        await Starting(new("new")).StartAsync(CancellationToken.None);

        Assert.That(await Timers(new("new")), Is.Zero);
        await using var db = _bus.House.OpenDb();
        Assert.That((await db.Set<Mail>().SingleAsync()).LeasedUntil, Is.Not.Null);
    }

    private async Task HoldTimerAndMail(NodeName node)
    {
        await _bus.House.Deploy(SmallModel.Process("vantan", SmallModel.Start() + SmallModel.Timer("Vanta", "PT1H") + SmallModel.End() + SmallModel.Flow("Start", "Vanta", "End")));
        await _bus.House.StartCase("vantan");
        _bus.House.Time.Advance(TimeSpan.FromHours(1));
        Assert.That(await Timers(node), Is.EqualTo(1));
        await using var db = _bus.House.OpenDb();
        var now = _bus.House.Time.GetUtcNow();
        db.Add(new Mail
        {
            Id = Guid.CreateVersion7(),
            Cause = "a",
            AccountId = "konto",
            Language = "sv",
            Subject = "a",
            PlainText = "a",
            Html = "a",
            State = MailState.Waiting,
            WrittenAt = now,
            AvailableAt = now,
            LeasedUntil = now.AddSeconds(30),
            Attempts = 1,
        });
        await db.SaveChangesAsync();
    }

    private async Task<int> Timers(NodeName node) =>
        (await _bus.Get<Leases>().TakeTimers(node.Value, 10, TimeSpan.FromSeconds(30), CancellationToken.None)).Count;

    private OwnLeases Starting(NodeName node) => new(_bus.Get<Leases>(), node, _bus.Get<IDbContextFactory<CaseFlowDb>>());
}
