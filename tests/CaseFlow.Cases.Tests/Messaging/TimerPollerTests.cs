using CaseFlow.Messaging.Timers;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Messaging;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TimerPollerTests : IAsyncDisposable
{
    private BusHouse _bus = null!; // opened before each test

    [SetUp]
    public async Task Open()
    {
        _bus = new BusHouse();
        await _bus.House.Deploy(SmallModel.Process("vantan", SmallModel.Start() + SmallModel.Timer("Vanta", "PT1H") + SmallModel.End() + SmallModel.Flow("Start", "Vanta", "End")));
    }

    public ValueTask DisposeAsync() => _bus?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Test]
    public async Task Timers_fire_when_their_time_has_come_and_not_before()
    {
        for (var i = 0; i < 50; i++)
            await _bus.House.StartCase("vantan");
        _bus.House.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        await FireAll();
        Assert.That(await Ended(), Is.Zero);
        _bus.House.Time.Advance(TimeSpan.FromMilliseconds(1));
        await FireAll();
        Assert.That(await Ended(), Is.EqualTo(50));
    }

    [Test]
    public async Task Timer_that_was_due_while_nothing_ran_fires_at_the_start()
    {
        await _bus.House.StartCase("vantan");
        _bus.House.Time.Advance(TimeSpan.FromDays(30));
        await FireAll();
        Assert.That(await Ended(), Is.EqualTo(1));
    }

    [Test]
    public async Task Instance_that_cannot_go_on_does_not_hold_back_the_others()
    {
        var broken = await _bus.House.StartCase("vantan");
        await _bus.House.StartCase("vantan");
        await using (var db = _bus.House.OpenDb())
        {
            var row = await db.Instances.SingleAsync(i => i.Id == broken);
            row.State = "not a state"u8.ToArray();
            await db.SaveChangesAsync();
        }

        _bus.House.Time.Advance(TimeSpan.FromHours(2));
        await FireAll();
        Assert.That(await Ended(), Is.EqualTo(1));
    }

    private async Task FireAll()
    {
        while (await _bus.Get<TimerPoller>().FireDue(CancellationToken.None))
        {
        }
    }

    private async Task<int> Ended()
    {
        await using var db = _bus.House.OpenDb();
        return await db.Instances.CountAsync(i => i.EndedAt != null);
    }
}
