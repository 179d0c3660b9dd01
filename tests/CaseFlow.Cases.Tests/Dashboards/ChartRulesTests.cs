using CaseFlow.Cases.Dashboards;

namespace CaseFlow.Cases.Tests.Dashboards;

/// <summary>The forecast against the exact chances, which a small past lets one compute.</summary>
[TestFixture]
internal sealed class ChartRulesTests
{
    [TestCase(40, new[] { 0, 1, 2, 3 })]
    [TestCase(7, new[] { 0, 0, 0, 5 })]
    [TestCase(120, new[] { 4, 4, 5, 9, 0, 1 })]
    public void The_forecast_agrees_with_the_exact_chances(int queue, int[] past)
    {
        var forecast = ChartRules.Forecast(queue, past);
        var chance = ChanceOfDoneWithin(queue, past, weeks: 520);

        Assert.That(chance[forecast.HalfWeeks!.Value], Is.GreaterThanOrEqualTo(0.48));
        Assert.That(chance[forecast.HalfWeeks.Value - 1], Is.LessThanOrEqualTo(0.52));
        Assert.That(chance[forecast.MostWeeks!.Value], Is.GreaterThanOrEqualTo(0.83));
        Assert.That(chance[forecast.MostWeeks.Value - 1], Is.LessThanOrEqualTo(0.87));
        Assert.That(ChartRules.Forecast(queue, past), Is.EqualTo(forecast), "the same past tells the same twice");
    }

    [Test]
    public void Weeks_that_concluded_nothing_promise_nothing_and_an_empty_queue_is_done()
    {
        Assert.That(ChartRules.Forecast(3, [0, 0]).HalfWeeks, Is.Null);
        Assert.That(ChartRules.Forecast(0, [0, 2]).MostWeeks, Is.Zero);
    }

    // The chance of each length of the queue, week by week.
    private static List<double> ChanceOfDoneWithin(int queue, int[] past, int weeks)
    {
        var left = new double[queue + 1];
        left[queue] = 1;
        var done = new List<double> { 0 };
        for (var week = 1; week <= weeks; week++)
        {
            var next = new double[queue + 1];
            for (var cases = 0; cases <= queue; cases++)
            {
                foreach (var decided in past)
                    next[cases == 0 ? 0 : Math.Max(0, cases - decided)] += left[cases] / past.Length;
            }

            left = next;
            done.Add(left[0]);
        }

        return done;
    }
}
