using System.Diagnostics;
using System.Globalization;
using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Tests.Dashboards;

/// <summary>Every indicator of a large number of generated cases, counted again the long way from the recorded facts.</summary>
[TestFixture]
internal sealed class FlowFiguresTests
{
    private const double Close = 1e-6;
    private TestHouse _house = null!;
    private CountedByHand _hand = null!;
    private FlowSheet _sheet = null!;
    private ChartSheet _charts = null!;

    [OneTimeSetUp]
    public async Task Generate()
    {
        var seed = Setting("CASEFLOW_SEED", Environment.ProcessId);
        var count = Math.Clamp(Setting("CASEFLOW_FIGURE_CASES", 10_000), 2000, 100_000);
        TestContext.Out.WriteLine($"CASEFLOW_SEED={seed} CASEFLOW_FIGURE_CASES={count}");
        _house = new TestHouse(await DatabasesOfRun.For(DatabaseProvider.Sqlite).Create());
        var now = _house.Time.GetUtcNow();
        await using var db = _house.OpenDb();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var cases = new GeneratedCases(new Random(seed), now);
        db.AddRange(cases.Meeting());
        for (var i = 1; i <= count; i++)
        {
            db.AddRange(cases.Next());
            if (i % 500 == 0 || i == count)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        _hand = await CountedByHand.Read(db, now);
        await _house.Get<FlowFigures>().Read(new(), default);
        var watch = Stopwatch.StartNew();
        (_sheet, _charts) = await _house.Get<FlowFigures>().ReadAll(new(), default);
        TestContext.Out.WriteLine($"{count} cases read and computed in {watch.ElapsedMilliseconds} ms");
        Assert.That(_sheet.Cases, Is.EqualTo(count));
    }

    [OneTimeTearDown]
    public async Task Close_the_house() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R155")]
    public void Days_to_feedback_are_equal()
    {
        Same(_sheet.FeedbackDays, _hand.FeedbackDays(_ => true));
        Assert.That(_sheet.Feedback, Has.Count.GreaterThan(5));
        foreach (var quarter in _sheet.Feedback)
            Same(quarter.Days, _hand.FeedbackDays(day => day >= quarter.First && day < quarter.First.AddMonths(3)));
    }

    [Test]
    [Property("Requirement", "R204")]
    public void Lead_times_are_equal_in_calendar_and_working_days()
    {
        var points = _hand.Decided();
        Same(_sheet.Calendar, [.. points.Select(p => p.Days)]);
        Same(_sheet.Working, [.. points.Select(p => (double)p.Working)]);
        Assert.That(_sheet.LeadTimes.Select(p => (p.Number, p.WorkingDays)), Is.EquivalentTo(points.Select(p => (p.Number, p.Working))));
    }

    [Test]
    [Property("Requirement", "R204")]
    public void The_time_of_cases_is_split_by_whom_they_waited_for()
    {
        var hours = _hand.HoursByParty();
        Assert.That(_sheet.Waiting.Select(p => p.Party), Is.EquivalentTo(hours.Keys));
        foreach (var party in _sheet.Waiting)
        {
            Assert.That(party.Days, Is.EqualTo(hours[party.Party] / 24.0).Within(1e-3), party.Party);
            Assert.That(party.Percent, Is.EqualTo(100.0 * hours[party.Party] / hours.Values.Sum()).Within(0.51), party.Party);
        }
    }

    [Test]
    public void Months_are_equal_and_what_comes_in_less_what_is_closed_is_what_is_open()
    {
        foreach (var month in _sheet.Months)
            Assert.That((month.Submitted, month.Decided, month.Closed, month.Open), Is.EqualTo(_hand.Month(month.First)), month.First.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        Assert.That(_sheet.Months[^1].Open, Is.EqualTo(_sheet.Ageing.Sum(a => a.Days.Count)));
    }

    [Test]
    public void The_lines_of_the_cumulative_flow_are_equal_and_never_cross()
    {
        Assert.That(_charts.Cumulative, Has.Count.GreaterThan(20));
        foreach (var day in _charts.Cumulative)
        {
            Assert.That((day.Submitted, day.Passed, day.Closed), Is.EqualTo(_hand.Until(day.Day)), $"{day.Day:o}");
            Assert.That(day.Submitted >= day.Passed && day.Passed >= day.Closed, Is.True);
        }

        Assert.That(_charts.Cumulative[^1].Submitted - _charts.Cumulative[^1].Closed, Is.EqualTo(_sheet.Months[^1].Open), "the distance is what is open");
    }

    [Test]
    public void Weeks_and_the_queue_of_the_forecast_are_equal()
    {
        Assert.That(_charts.Weeks.Select(w => w.Decided), Is.EqualTo(_charts.Weeks.Select(w => _hand.DecidedInWeek(w.Monday))));
        Assert.That(_charts.Weeks.Sum(w => w.Decided), Is.Positive);
        Assert.That(_charts.Forecast.Queue, Is.EqualTo(_hand.Undecided()));
    }

    [Test]
    public void The_rolling_median_and_the_part_of_the_time_with_work_are_equal()
    {
        Assert.That(_charts.Control.Select(c => c.RollingMedian), Is.EqualTo(_hand.RollingMedians()).Within(Close));
        var parts = _hand.Efficiencies();
        Same(_charts.Efficiency, parts);
        Assert.That(_charts.EfficiencyBands.Select(b => b.Cases), Is.EqualTo(Enumerable.Range(0, 10).Select(i => parts.Count(p => p >= i * 10 - 1e-9 && (p < (i * 10) + 10 - 1e-9 || i == 9)))));
    }

    [Test]
    public void Ages_of_open_cases_are_equal()
    {
        Assert.That(_sheet.Ageing, Is.Not.Empty);
        foreach (var status in _sheet.Ageing)
        {
            var ages = _hand.Ages(status.Key);
            Same(status.Days, ages);
            Assert.That(status.Oldest, Is.EqualTo(ages.Max()).Within(Close));
        }
    }

    [Test]
    public void Completions_are_equal()
    {
        var rounds = _hand.Rounds();
        Assert.That(_sheet.Loops.Select(l => (l.Rounds, l.Cases)), Is.EquivalentTo(rounds.Values.GroupBy(r => r).Select(of => (of.Key, of.Count()))));
        var sorted = _hand.Sorted;
        Assert.That((_sheet.CompleteAtOnce.Part, _sheet.CompleteAtOnce.All), Is.EqualTo((sorted.Count(id => rounds[id] == 0), sorted.Count)));
        Same(_sheet.LoopDays, _hand.CompletionDays());
    }

    [Test]
    public void The_gap_of_joint_sorting_is_equal()
    {
        var (gaps, differed, answered) = _hand.Sorting();
        Same(_sheet.Sorting.Days, gaps);
        Assert.That((_sheet.Sorting.Disagreement.Part, _sheet.Sorting.Disagreement.All), Is.EqualTo((differed, answered)));
    }

    [Test]
    public void Outcomes_are_equal()
    {
        Assert.That(_sheet.Outcomes.Select(o => (o.Key, o.Cases)), Is.EquivalentTo(_hand.Outcomes()));
        Assert.That(_sheet.Conclusions.Select(o => (o.Key, o.Cases)), Is.EquivalentTo(_hand.Conclusions()));
        Assert.That(_sheet.Endings.Sum(e => e.Cases), Is.EqualTo(_sheet.Months.Sum(m => m.Closed)));
    }

    [Test]
    public async Task A_scope_takes_the_cases_of_its_area_alone()
    {
        var narrow = await _house.Get<FlowFigures>().Read(new(From: "norr"), default);

        Assert.That(narrow.Cases, Is.EqualTo(_hand.CasesOf("norr")));
        Assert.That(narrow.Cases, Is.LessThan(_sheet.Cases));
    }

    private static void Same(Spread spread, IReadOnlyList<double> values)
    {
        Assert.That(spread.Count, Is.EqualTo(values.Count));
        Assert.That(spread.Median, Is.EqualTo(CountedByHand.Least(values, 50)).Within(Close));
        Assert.That(spread.P85, Is.EqualTo(CountedByHand.Least(values, 85)).Within(Close));
        Assert.That(spread.P95, Is.EqualTo(CountedByHand.Least(values, 95)).Within(Close));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
