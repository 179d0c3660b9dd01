using System.Globalization;
using CaseFlow.Cases.Dashboards;
using CaseFlow.Web.Language;
using static CaseFlow.Web.Components.Dashboards.Indicators;

namespace CaseFlow.Web.Components.Dashboards;

/// <summary>The flow as charts: what has come and gone, week by week, how steady it is, what is to be expected.</summary>
internal static class ChartIndicators
{
    private const int MostDots = 400;
    private static readonly Texts T = Texts.For("Indicators");

    public static IEnumerable<Indicator> All(IndicatorSource source) =>
        [Cumulative(source.Charts), Throughput(source.Charts), Forecast(source.Charts.Forecast, source.Now), Control(source.Charts), Efficiency(source.Charts)];

    private static Indicator Cumulative(ChartSheet charts)
    {
        var days = charts.Cumulative;
        var at = days.Select((_, i) => days.Count == 1 ? 1 : (double)i / (days.Count - 1)).ToList();
        return new(
            "cumulative",
            days.Count == 0 ? T["none"] : T["cumulative.says", days[^1].Submitted, days[^1].Passed, days[^1].Closed, days[^1].Submitted - days[^1].Closed],
            [T["column.day"], T["column.submitted-all"], T["column.passed-all"], T["column.closed-all"], T["column.open"]],
            [.. days.Reverse().Select(d => new IndicatorRow([SwedishDates.Machine(d.Day), Number(d.Submitted), Number(d.Passed), Number(d.Closed), Number(d.Submitted - d.Closed)]))],
            new Curves(
                T["cases-unit"],
                [
                    new(T["curve.submitted"], [.. days.Select((d, i) => new Dot(at[i], d.Submitted))]), new(T["curve.passed"], [.. days.Select((d, i) => new Dot(at[i], d.Passed))]),
                    new(T["curve.closed"], [.. days.Select((d, i) => new Dot(at[i], d.Closed))]),
                ],
                [], First(days.Select(d => d.Day)), Last(days.Select(d => d.Day))));
    }

    private static Indicator Throughput(ChartSheet charts)
    {
        var weeks = charts.Weeks;
        return new(
            "throughput",
            weeks.Sum(w => w.Decided) == 0 ? T["none"] : T["throughput.says", weeks.Count, weeks.Sum(w => w.Decided), weeks.Count(w => w.Decided == 0)],
            [T["column.week"], T["column.decided-cases"]],
            [.. weeks.Reverse().Select(w => new IndicatorRow([Week(w.Monday), Number(w.Decided)]))],
            new Columns(T["cases-unit"], [T["column.decided-cases"]], [.. weeks.Select(w => new ColumnGroup(Week(w.Monday), [w.Decided]))], []));
    }

    private static Indicator Forecast(ForecastFigure forecast, DateTimeOffset now)
    {
        var today = SwedishDates.Day(now);
        return new(
            "forecast",
            forecast is { HalfWeeks: { } half, MostWeeks: { } most }
                ? T["forecast.says", forecast.Queue, SwedishDates.Short(today.AddDays(7 * half)), SwedishDates.Short(today.AddDays(7 * most))] : T["forecast.none"],
            [T["column.measure"], T["column.value"]],
            [
                new([T["measure.queue"], Number(forecast.Queue)]), new([T["measure.half-weeks"], forecast.HalfWeeks is { } h ? Number(h) : "–"]), new([T["measure.most-weeks"], forecast.MostWeeks is { } m ? Number(m) : "–"]),
                new([T["measure.past-weeks"], Number(forecast.Weeks)]), new([T["measure.runs"], Number(forecast.Runs)]), new([T["measure.seed"], forecast.Seed.ToString(CultureInfo.InvariantCulture)]),
            ]);
    }

    private static Indicator Control(ChartSheet charts)
    {
        var shown = charts.Control.TakeLast(MostDots).ToList();
        var (from, to) = shown.Count == 0 ? (0, 0) : (shown[0].Point.DecidedOn.DayNumber, shown[^1].Point.DecidedOn.DayNumber);
        double At(ControlFigure c) => to == from ? 0.5 : (double)(c.Point.DecidedOn.DayNumber - from) / (to - from);
        return new(
            "control",
            shown.Count == 0 ? T["none"] : T["control.says", Number(shown[^1].RollingMedian), Number(shown[0].RollingMedian)],
            [T["column.case"], T["column.decided"], T["column.calendar-days"], T["column.rolling"]],
            [.. charts.Control.Reverse().Select(c => new IndicatorRow([c.Point.Number ?? "", SwedishDates.Machine(c.Point.DecidedOn), Number(c.Point.Days), Number(c.RollingMedian)], "/arenden/" + c.Point.Number))],
            new Curves(T["days-unit"], [new(T["curve.rolling"], [.. shown.Select(c => new Dot(At(c), c.RollingMedian))])], [.. shown.Select(c => new Dot(At(c), c.Point.Days))],
                First(shown.Select(c => c.Point.DecidedOn)), Last(shown.Select(c => c.Point.DecidedOn))));
    }

    private static Indicator Efficiency(ChartSheet charts) => new(
        "efficiency",
        charts.Efficiency.Median is { } median ? T["efficiency.says", charts.Efficiency.Count, Number(median)] : T["none"],
        [T["column.efficiency"], T["column.cases"]],
        [.. charts.EfficiencyBands.Select(b => new IndicatorRow([T["percent-band", b.FromPercent, b.FromPercent + 10], Number(b.Cases)]))],
        new Columns(T["cases-unit"], [T["column.cases"]], [.. charts.EfficiencyBands.Select(b => new ColumnGroup(T["percent-band", b.FromPercent, b.FromPercent + 10], [b.Cases]))], []));

    private static string Week(DateOnly monday) => T["week", ISOWeek.GetYear(monday.ToDateTime(TimeOnly.MinValue)), ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue))];

    private static string First(IEnumerable<DateOnly> days) => days.Take(1).Select(SwedishDates.Machine).FirstOrDefault("");

    private static string Last(IEnumerable<DateOnly> days) => days.TakeLast(1).Select(SwedishDates.Machine).FirstOrDefault("");
}
