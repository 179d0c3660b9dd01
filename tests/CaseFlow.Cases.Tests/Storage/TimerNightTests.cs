using System.Globalization;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>The nights on which the clocks change, and deadlines over holidays, with two nodes that ask every ten minutes.</summary>
internal sealed class TimerNightTests(DatabaseProvider provider) : StoreContract(provider)
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    // At two the clocks go to three: the hour between is read as if they had not.
    private static readonly string[] SummerTimeBegins =
        ["2027-03-28T00:30 2027-03-27T23:30Z", "2027-03-28T01:30 2027-03-28T00:30Z", "2027-03-28T02:30 2027-03-28T01:30Z", "2027-03-28T03:30 2027-03-28T01:30Z", "2027-03-28T04:30 2027-03-28T02:30Z"];

    // At three the clocks go back to two: the hour that comes twice means its second time.
    private static readonly string[] SummerTimeEnds =
        ["2027-10-31T00:30 2027-10-30T22:30Z", "2027-10-31T01:30 2027-10-30T23:30Z", "2027-10-31T02:30 2027-10-31T01:30Z", "2027-10-31T03:30 2027-10-31T02:30Z"];

    [TestCaseSource(nameof(Nights))]
    public async Task Timers_of_a_night_when_the_clocks_change_fire_once_each_and_at_their_time(string evening, string[] timers)
    {
        await House.Deploy(Timed("natt", """<bpmn:timeDate xsi:type="bpmn:tFormalExpression">=nar</bpmn:timeDate>"""));
        House.Time.MoveTo(Moment(evening));
        var due = new Dictionary<Guid, DateTimeOffset>();
        foreach (var timer in timers)
        {
            var (local, utc) = (timer.Split(' ')[0], timer.Split(' ')[1]);
            due[await House.StartCase("natt", FeelContext.Of([new("nar", FeelValue.Of(local))]))] = Moment(utc);
        }

        var fired = await Watch(TimeSpan.FromHours(8));

        Assert.That(fired, Is.EqualTo(timers.Length));
        await using var db = House.OpenDb();
        foreach (var (id, moment) in due)
        {
            var ended = (await db.Instances.SingleAsync(i => i.Id == id)).EndedAt;
            Assert.That(ended, Is.InRange(moment, moment + Step), $"due {moment:u}");
            Assert.That(await db.Facts.CountAsync(f => f.InstanceId == id && f.Name == "timer.fired"), Is.EqualTo(1));
        }
    }

    [TestCase("2026-12-22T09:00Z", 3, "2026-12-29T22:59:59Z", TestName = "Deadline_over_Christmas_counts_the_days_on_which_people_work")]
    [TestCase("2027-03-24T09:00Z", 2, "2027-03-30T21:59:59Z", TestName = "Deadline_over_Easter_and_the_night_of_summer_time_ends_with_the_Swedish_day")]
    [TestCase("2027-06-23T09:00Z", 2, "2027-06-28T21:59:59Z", TestName = "Deadline_over_Midsummer_skips_its_eve")]
    public async Task Deadline_in_working_days(string start, int days, string due)
    {
        await House.Deploy(Timed("frist", "<bpmn:timeDuration>P30D</bpmn:timeDuration>", $"""<caseflow:workingDays value="{days}" />"""));
        House.Time.MoveTo(Moment(start));
        var id = await House.StartCase("frist");

        await using var db = House.OpenDb();
        Assert.That((await db.Timers.SingleAsync(t => t.InstanceId == id)).DueAt, Is.EqualTo(Moment(due)));
        House.Time.MoveTo(Moment(due).AddSeconds(-1));
        Assert.That(await Poll("a"), Is.Zero);
        House.Time.MoveTo(Moment(due));
        Assert.That(await Poll("a"), Is.EqualTo(1));
    }

    [Test]
    public async Task Clock_that_is_set_back_fires_nothing_again()
    {
        await House.Deploy(Timed("natt", "<bpmn:timeDuration>PT1H</bpmn:timeDuration>"));
        await House.StartCase("natt");
        House.Time.Advance(TimeSpan.FromHours(2));
        var first = await Poll("a");
        House.Time.MoveTo(TestHouse.Start);
        var again = await Watch(TimeSpan.FromHours(3));
        Assert.That((first, again), Is.EqualTo((1, 0)));
    }

    private static IEnumerable<TestCaseData> Nights() =>
    [
        new TestCaseData("2027-03-27T20:00Z", SummerTimeBegins).SetName("Timers_of_the_night_when_summer_time_begins_fire_once_each_at_their_time"),
        new TestCaseData("2027-10-30T20:00Z", SummerTimeEnds).SetName("Timers_of_the_night_when_summer_time_ends_fire_once_each_at_their_time"),
    ];

    private async Task<int> Watch(TimeSpan length)
    {
        var fired = 0;
        for (var passed = TimeSpan.Zero; passed < length; passed += Step)
        {
            House.Time.Advance(Step);
            fired += (await Task.WhenAll(Task.Run(() => Poll("a")), Task.Run(() => Poll("b")))).Sum();
        }

        return fired;
    }

    private async Task<int> Poll(string node)
    {
        var fired = 0;
        foreach (var timer in await House.Get<Leases>().TakeTimers(node, 10, LeaseTime, CancellationToken.None))
            fired += (await House.Get<FireDueTimer>().Handle(timer.InstanceId, timer.TimerKey, CancellationToken.None)).Value ? 1 : 0;
        return fired;
    }

    private static Engine.Model.SourceFile Timed(string id, string time, string extensions = "") => SmallModel.Process(
        id,
        SmallModel.Start() + $"""
            <bpmn:intermediateCatchEvent id="Vanta" name="Vanta">
              <bpmn:timerEventDefinition id="Vanta_t"><bpmn:extensionElements>{extensions}</bpmn:extensionElements>{time}</bpmn:timerEventDefinition>
            </bpmn:intermediateCatchEvent>
            """ + SmallModel.End() + SmallModel.Flow("Start", "Vanta", "End"));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
