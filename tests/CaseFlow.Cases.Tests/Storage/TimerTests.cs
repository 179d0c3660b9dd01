using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>Timers are rows: they survive a restart, and several nodes share them.</summary>
internal sealed class TimerTests(DatabaseProvider provider) : StoreContract(provider)
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);

    [SetUp]
    public Task Deploy() => House.Deploy(SmallModel.Process("vantan", SmallModel.Start() + SmallModel.Timer("Vanta", "PT1H") + SmallModel.End() + SmallModel.Flow("Start", "Vanta", "End")));

    [Test]
    public async Task Timers_that_two_pollers_take_at_once_fire_once_each()
    {
        for (var i = 0; i < 40; i++)
        {
            await House.StartCase("vantan");
        }

        House.Time.Advance(TimeSpan.FromHours(1));
        var fired = await Task.WhenAll(Task.Run(() => Poll("nod-1")), Task.Run(() => Poll("nod-2")));

        Assert.That(fired.Sum(), Is.EqualTo(40));
        await using var db = House.OpenDb();
        Assert.That(await db.Instances.CountAsync(i => i.EndedAt == House.Time.GetUtcNow()), Is.EqualTo(40));
        Assert.That(await db.Timers.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_timer_is_not_taken_before_its_time()
    {
        await House.StartCase("vantan");
        House.Time.Advance(TimeSpan.FromMinutes(59));

        Assert.That(await House.Get<Leases>().TakeTimers("nod", 10, LeaseTime, CancellationToken.None), Is.Empty);
        Assert.That(await House.Get<Leases>().NextTimer(CancellationToken.None), Is.EqualTo(TestHouse.Start.AddHours(1)));
    }

    [Test]
    public async Task A_timer_whose_node_died_is_taken_by_another_when_the_lease_is_out()
    {
        await House.StartCase("vantan");
        House.Time.Advance(TimeSpan.FromHours(1));
        var taken = (await House.Get<Leases>().TakeTimers("nod-1", 10, LeaseTime, CancellationToken.None)).Single();

        var meanwhile = await House.Get<Leases>().TakeTimers("nod-2", 10, LeaseTime, CancellationToken.None);
        House.Time.Advance(LeaseTime);
        var retaken = (await House.Get<Leases>().TakeTimers("nod-2", 10, LeaseTime, CancellationToken.None)).Single();

        Assert.That(meanwhile, Is.Empty);
        Assert.That((retaken.InstanceId, retaken.LeasedBy, retaken.Attempts), Is.EqualTo((taken.InstanceId, "nod-2", 2)));
    }

    [Test]
    public async Task A_timer_that_is_fired_twice_goes_on_once()
    {
        await House.StartCase("vantan");
        House.Time.Advance(TimeSpan.FromHours(1));
        var timer = (await House.Get<Leases>().TakeTimers("nod-1", 10, LeaseTime, CancellationToken.None)).Single();
        var fire = House.Get<FireDueTimer>();

        var first = await fire.Handle(timer.InstanceId, timer.TimerKey, CancellationToken.None);
        var second = await fire.Handle(timer.InstanceId, timer.TimerKey, CancellationToken.None);

        Assert.That((first.Value, second.Value), Is.EqualTo((true, false)));
    }

    private async Task<int> Poll(string node)
    {
        var fired = 0;
        while (await House.Get<Leases>().TakeTimers(node, 3, LeaseTime, CancellationToken.None) is { Count: > 0 } timers)
        {
            foreach (var timer in timers)
            {
                fired += (await House.Get<FireDueTimer>().Handle(timer.InstanceId, timer.TimerKey, CancellationToken.None)).Value ? 1 : 0;
            }
        }

        return fired;
    }
}
