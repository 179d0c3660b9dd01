using CaseFlow.Cases.Dashboards;
using CaseFlow.Web.Language;
using static CaseFlow.Web.Components.Dashboards.Indicators;

namespace CaseFlow.Web.Components.Dashboards;

/// <summary>How cases flow: how long they take, how old they are, how many come and go, how they end, how sorting works.</summary>
internal static class FlowIndicators
{
    // More dots than these hide each other; the percentiles are of all.
    private const int MostDots = 400;
    private static readonly Texts T = Texts.For("Indicators");

    public static IEnumerable<Indicator> All(IndicatorSource source) =>
        [LeadTimes(source.Flow), Ageing(source), Months(source.Flow), Outcomes(source.Flow), Sorting(source.Flow), Loops(source.Flow)];

    private static Indicator LeadTimes(FlowSheet flow)
    {
        var shown = flow.LeadTimes.TakeLast(MostDots).ToList();
        var (from, to) = shown.Count == 0 ? (0, 0) : (shown[0].DecidedOn.DayNumber, shown[^1].DecidedOn.DayNumber);
        var dots = shown.Select(p => new Dot(to == from ? 0.5 : (double)(p.DecidedOn.DayNumber - from) / (to - from), p.Days)).ToList();
        return new(
            "lead-time",
            flow.Calendar.Median is { } median
                ? T["lead-time.says", flow.Calendar.Count, Number(median), Number(flow.Calendar.P85 ?? 0), Number(flow.Calendar.P95 ?? 0), Number(flow.Working.Median ?? 0), Number(flow.Working.P85 ?? 0), Number(flow.Working.P95 ?? 0)]
                : T["none"],
            [T["column.case"], T["column.decided"], T["column.calendar-days"], T["column.working-days"]],
            [.. flow.LeadTimes.Reverse().Select(p => new IndicatorRow([p.Number ?? "", SwedishDates.Machine(p.DecidedOn), Number(p.Days), Number(p.WorkingDays)], "/arenden/" + p.Number))],
            new Dots(
                T["days-unit"], dots, shown.Count == 0 ? "" : SwedishDates.Machine(shown[0].DecidedOn), shown.Count == 0 ? "" : SwedishDates.Machine(shown[^1].DecidedOn),
                Lines(flow.Calendar)));
    }

    private static Indicator Ageing(IndicatorSource source)
    {
        var statuses = source.Flow.Ageing;
        var dots = statuses.SelectMany((s, i) => s.Ages.Select(age => new Dot((i + 0.5) / statuses.Count, age))).TakeLast(MostDots).ToList();
        var open = statuses.Sum(s => s.Days.Count);
        return new(
            "ageing",
            open == 0 ? T["ageing.none"] : T["ageing.says", open, statuses[0].OldestNumber ?? "", Number(statuses[0].Oldest)],
            [T["column.status"], T["column.cases"], T["column.median"], T["column.p85"], T["column.oldest"]],
            [.. statuses.Select(s => new IndicatorRow(
                [s.Status.Current, Number(s.Days.Count), Number(s.Days.Median ?? 0), Number(s.Days.P85 ?? 0), T["oldest", Number(s.Oldest), s.OldestNumber ?? ""]],
                "/arenden?visa=pagar&sort=andrat&status=" + Uri.EscapeDataString(s.Key)))],
            new Dots(T["days-unit"], dots, statuses.Count == 0 ? "" : statuses[0].Status.Current, statuses.Count < 2 ? "" : statuses[^1].Status.Current, Lines(source.Flow.Calendar)));
    }

    private static Indicator Months(FlowSheet flow)
    {
        var months = flow.Months;
        return new(
            "months",
            months.Count == 0 ? T["none"] : T["months.says", months.Sum(m => m.Submitted), months.Sum(m => m.Decided), months[^1].Open],
            [T["column.month"], T["column.submitted"], T["column.decided-cases"], T["column.closed"], T["column.open"]],
            [.. months.Reverse().Select(m => new IndicatorRow([Month(m.First), Number(m.Submitted), Number(m.Decided), Number(m.Closed), Number(m.Open)]))],
            new Columns(T["cases-unit"], [T["column.submitted"], T["column.decided-cases"]], [.. months.Select(m => new ColumnGroup(Month(m.First), [m.Submitted, m.Decided]))], []));
    }

    private static Indicator Outcomes(FlowSheet flow)
    {
        var rows = flow.Outcomes.Select(o => (Name: T.Find("outcome." + o.Key) ?? o.Key, o.Cases, What: T["outcome.sorting"]))
            .Concat(flow.Conclusions.Select(c => (Name: T.Find("conclusion." + c.Key) ?? c.Key, c.Cases, What: T["outcome.meeting"])))
            .Concat(flow.Endings.Select(e => (Name: e.Status.Current, e.Cases, What: T["outcome.end"]))).ToList();
        return new(
            "outcomes",
            rows.Count == 0 ? T["none"] : T["outcomes.says", flow.Outcomes.Sum(o => o.Cases), flow.Conclusions.Sum(o => o.Cases), flow.Endings.Sum(o => o.Cases)],
            [T["column.outcome"], T["column.where"], T["column.cases"]],
            [.. rows.Select(r => new IndicatorRow([r.Name, r.What, Number(r.Cases)]))],
            new Columns(T["cases-unit"], [T["column.cases"]], [.. flow.Outcomes.Take(8).Select(o => new ColumnGroup(T.Find("outcome." + o.Key) ?? o.Key, [o.Cases]))], []));
    }

    private static Indicator Sorting(FlowSheet flow)
    {
        var (days, apart) = (flow.Sorting.Days, flow.Sorting.Disagreement);
        return new(
            "sorting-gap",
            days.Median is { } median ? T["sorting-gap.says", Number(median), Number(days.P85 ?? 0), apart.Percent ?? 0, apart.Part, apart.All] : T["none"],
            [T["column.measure"], T["column.value"]],
            [
                new([T["measure.rounds"], Number(days.Count)]), new([T["measure.median"], Number(days.Median ?? 0)]), new([T["measure.p85"], Number(days.P85 ?? 0)]),
                new([T["measure.differed"], Number(apart.Part)]), new([T["measure.answered"], Number(apart.All)]),
            ]);
    }

    private static Indicator Loops(FlowSheet flow) => new(
        "loops",
        flow.Cases == 0 ? T["none"] : T["loops.says", flow.Loops.Where(l => l.Rounds > 0).Sum(l => l.Cases), flow.Cases, Number(flow.LoopDays.Median ?? 0), Number(flow.LoopDays.P85 ?? 0)],
        [T["column.rounds"], T["column.cases"]],
        [.. flow.Loops.Select(l => new IndicatorRow([T.Count("rounds", l.Rounds), Number(l.Cases)]))],
        new Columns(T["cases-unit"], [T["column.cases"]], [.. flow.Loops.Select(l => new ColumnGroup(T.Count("rounds", l.Rounds), [l.Cases]))], []));

    private static IReadOnlyList<DrawnLine> Lines(Spread days) => days.Median is { } median
        ? [new(T["line.median", Number(median)], median), new(T["line.p85", Number(days.P85 ?? 0)], days.P85 ?? 0), new(T["line.p95", Number(days.P95 ?? 0)], days.P95 ?? 0)]
        : [];

    private static string Month(DateOnly first) => first.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
