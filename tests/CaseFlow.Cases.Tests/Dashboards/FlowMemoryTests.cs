using CaseFlow.Cases.Access;
using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Dashboards;

/// <summary>Figures are remembered between readings, and yet tell what has just happened.</summary>
internal sealed class FlowMemoryTests(DatabaseProvider provider) : StoreContract(provider)
{
    [SetUp]
    public Task Deploy() => House.Deploy(SmallModel.Process(
        "arende",
        SmallModel.Start()
        + SmallModel.UserTask("Bered", "Bered", """<caseflow:status key="beredning" sv="Beredning" en="Preparation" />""" + SmallModel.Candidates("beredningsansvarig", "a"))
        + SmallModel.UserTask("Folj", "Följ upp", """<caseflow:status key="uppfoljning" sv="Uppföljning" en="Follow-up" />""" + SmallModel.Candidates("processledare", area: "norr"))
        + SmallModel.End() + SmallModel.Flow("Start", "Bered", "Folj", "End")));

    [Test]
    public async Task A_case_that_has_moved_on_is_read_again_and_one_that_is_new_is_found()
    {
        var flows = House.Get<FlowFigures>();
        var id = await House.StartCase("arende");
        House.Time.Advance(TimeSpan.FromDays(3));
        var first = await flows.Read(new(), default);
        await House.Complete(PreparerA, await House.OpenTask(id));
        await House.StartCase("arende");
        House.Time.Advance(TimeSpan.FromDays(4));
        await House.Complete(new Actor("leader", [new RoleGrant("processledare", Area: "norr")]), await House.OpenTask(id));

        var then = await flows.Read(new(), default);

        Assert.That((first.Cases, first.Months[^1].Closed), Is.EqualTo((1, 0)));
        Assert.That((then.Cases, then.Months[^1].Closed), Is.EqualTo((2, 1)));
        Assert.That(then.Waiting.Sum(p => p.Days), Is.EqualTo(11).Within(1e-6), "seven days of the first case, four of the second");
    }

    [Test]
    public async Task How_long_a_status_lasted_is_counted_from_the_kept_periods()
    {
        var id = await House.StartCase("arende");
        House.Time.Advance(TimeSpan.FromDays(2));
        await House.Complete(PreparerA, await House.OpenTask(id));

        var sheet = await House.Get<CaseFigures>().Read(new(), default);

        Assert.That(sheet.LeadTimes.Select(l => (l.Key, l.Periods, l.MedianDays)), Is.EqualTo(new[] { ("beredning", 1, 2.0) }));
        await using var db = House.OpenDb();
        var row = await db.Cases.SingleAsync();
        Assert.That(await db.Set<CaseStatusPeriod>().Where(p => p.Until == null).Select(p => new { p.StatusKey, p.From }).SingleAsync(), Is.EqualTo(new { row.StatusKey, From = row.StatusSince }));
    }
}
