using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Dashboards;

/// <summary>Computes the charts from what happened. Pure: the same history and moment give the same charts, drawn futures included.</summary>
public static class ChartRules
{
    /// <summary>Always the same futures for the same past: a forecast that changes when one looks twice is not believed.</summary>
    public const int Seed = 20_270_101;

    private const int MostMonths = 36;
    private const int PastWeeks = 26;
    private const int Runs = 5000;
    private const int FarthestWeek = 520;
    private const int RollingCases = 20;

    /// <param name="decided">The lead times of the same history, in the order of their days.</param>
    public static ChartSheet Compute(FlowHistory data, IReadOnlyList<LeadTimePoint> decided, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(decided);
        var concluded = data.Positions.Where(p => p.Conclusion == FlowRules.Taken).GroupBy(p => p.CaseId).ToDictionary(of => of.Key, of => of.Min(p => p.At));
        var weeks = Weeks(decided, SwedishDay.Of(now));
        var efficiency = Efficiency(data);
        return new(
            Cumulative(data.Cases, concluded, SwedishDay.Of(now)),
            weeks,
            Control(decided),
            Forecast(data.Cases.Count(c => c.ClosedAt is null && !concluded.ContainsKey(c.Id)), [.. weeks.Select(w => w.Decided)]),
            Spread.Of(efficiency),
            [.. Enumerable.Range(0, 10).Select(i => new EfficiencyFigure(i * 10, efficiency.Count(e => Band(e) == i)))]);
    }

    /// <summary>Draws weeks of the past until the queue is empty, many times, and tells how long half and 85 of 100 of these futures are.</summary>
    /// <param name="past">How many cases each past week concluded.</param>
    public static ForecastFigure Forecast(int queue, IReadOnlyList<int> past)
    {
        ArgumentNullException.ThrowIfNull(past);
        if (past.Sum() == 0)
            return new(queue, past.Count, Runs, Seed, queue == 0 ? 0 : null, queue == 0 ? 0 : null);
        var random = new Random(Seed);
        var lengths = new List<double>(Runs);
        for (var run = 0; run < Runs; run++)
        {
            var (left, week) = (queue, 0);
            for (; left > 0 && week < FarthestWeek; week++)
                left -= past[random.Next(past.Count)];
            lengths.Add(week);
        }

        return new(queue, past.Count, Runs, Seed, (int)FigureRules.Percentile(lengths, 0.5), (int)FigureRules.Percentile(lengths, 0.85));
    }

    private static List<CumulativeFigure> Cumulative(IReadOnlyList<FlowCase> cases, Dictionary<Guid, DateTimeOffset> concluded, DateOnly today)
    {
        if (cases.Count == 0)
            return [];
        var submitted = cases.Select(c => SwedishDay.Of(c.SubmittedAt)).Order().ToList();
        var closed = cases.Where(c => c.ClosedAt is not null).Select(c => SwedishDay.Of(c.ClosedAt.GetValueOrDefault())).Order().ToList();
        var passed = cases.Select(Passed).OfType<DateTimeOffset>().Select(SwedishDay.Of).Order().ToList();
        var days = new List<DateOnly>();
        for (var month = new DateOnly(submitted[0].Year, submitted[0].Month, 1); month <= today; month = month.AddMonths(1))
            days.Add(month.AddMonths(1).AddDays(-1) < today ? month.AddMonths(1).AddDays(-1) : today);
        return [.. days.TakeLast(MostMonths).Select(day => new CumulativeFigure(day, Until(submitted, day), Until(passed, day), Until(closed, day)))];

        DateTimeOffset? Passed(FlowCase one) =>
            concluded.TryGetValue(one.Id, out var at) ? one.ClosedAt < at ? one.ClosedAt : at : one.ClosedAt;
    }

    // How many of the sorted days are that day or earlier.
    private static int Until(List<DateOnly> days, DateOnly last)
    {
        var (low, high) = (0, days.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle] <= last)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // Whole weeks only: this one has not shown yet what it can do.
    private static List<WeekFigure> Weeks(IReadOnlyList<LeadTimePoint> decided, DateOnly today)
    {
        var byWeek = decided.CountBy(p => MondayOf(p.DecidedOn)).ToDictionary();
        return [.. Enumerable.Range(1, PastWeeks).Reverse().Select(back => MondayOf(today).AddDays(-7 * back)).Select(monday => new WeekFigure(monday, byWeek.GetValueOrDefault(monday)))];
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static List<ControlFigure> Control(IReadOnlyList<LeadTimePoint> decided) =>
        [.. decided.Select((p, i) => new ControlFigure(p, FigureRules.Percentile([.. decided.Skip(Math.Max(0, i - RollingCases + 1)).Take(Math.Min(i + 1, RollingCases)).Select(d => d.Days)], 0.5)))];

    // A band begins on its number, whatever the last digit of a fraction; the last one holds its end.
    private static int Band(double percent) => Math.Min(9, (int)((percent + 1e-7) / 10));

    private static List<double> Efficiency(FlowHistory data)
    {
        var tasks = data.Tasks.ToLookup(t => t.CaseId);
        return
        [
            .. from c in data.Cases
               where c.ClosedAt is not null
               let all = (c.ClosedAt.GetValueOrDefault() - c.SubmittedAt).TotalDays
               where all > 0
               select Math.Clamp(100 * WaitingRules.Covered(tasks[c.Id], c.ClosedAt.GetValueOrDefault()) / all, 0, 100),
        ];
    }
}
