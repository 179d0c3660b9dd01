using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Dashboards;

/// <summary>Computes the indicators from what happened. Pure: percentiles, never averages; nothing about single persons.</summary>
public static class FlowRules
{
    /// <summary>Commands of steps, as the models name them.</summary>
    internal const string Sorts = "DecideSorting";

    /// <inheritdoc cref="Sorts"/>
    internal const string Settles = "ResolveDisagreement";

    /// <inheritdoc cref="Sorts"/>
    internal const string Completes = "AnswerCompletion";

    /// <summary>The conclusion that goes on: a position was taken.</summary>
    internal const string Taken = "tagen";

    /// <summary>The occasion that only says that the case has arrived.</summary>
    internal const string Receipt = "mottaget";

    private const int MostMonths = 36;

    public static FlowSheet Compute(FlowHistory data, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(data);
        var tasks = data.Tasks.ToLookup(t => t.CaseId);
        var feedback = Feedback(data);
        var leadTimes = LeadTimes(data);
        var rounds = data.Cases.Select(c => tasks[c.Id].Count(t => t.Command == Completes)).ToList();
        return new(
            data.Cases.Count,
            CompleteAtOnce(data),
            Spread.Of([.. feedback.Select(f => f.Days)]),
            [.. feedback.GroupBy(f => f.Quarter).OrderBy(of => of.Key).Select(of => new QuarterFigure(of.Key, Spread.Of([.. of.Select(f => f.Days)])))],
            WaitingRules.Compute(data.Cases, tasks, now),
            leadTimes,
            Spread.Of([.. leadTimes.Select(p => p.Days)]),
            Spread.Of([.. leadTimes.Select(p => (double)p.WorkingDays)]),
            Ageing(data.Cases, now),
            Months(data, leadTimes, now),
            Count(data.Sortings.Select(s => s.Outcome)),
            Count(data.Positions.Select(p => p.Conclusion)),
            [.. data.Cases.Where(c => c.ClosedAt is not null).GroupBy(c => c.StatusKey, StringComparer.Ordinal).Select(of => new StatusFigure(of.Key, of.First().Status, of.Count())).OrderByDescending(f => f.Cases).ThenBy(f => f.Key, StringComparer.Ordinal)],
            Sorting(data.Cases, tasks),
            [.. rounds.GroupBy(r => r).OrderBy(of => of.Key).Select(of => new LoopFigure(of.Key, of.Count()))],
            Spread.Of([.. data.Tasks.Where(t => t.Command == Completes && t.EndedAt is not null).Select(t => (t.EndedAt.GetValueOrDefault() - t.OpenedAt).TotalDays)]));
    }

    /// <summary>Of the cases that both sides have sorted, those that nobody had to ask for more.</summary>
    public static ShareFigure CompleteAtOnce(FlowHistory data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var asked = data.Tasks.Where(t => t.Command == Completes).Select(t => t.CaseId).ToHashSet();
        var sorted = data.Sortings.Select(s => s.CaseId).ToHashSet();
        return new(sorted.Count(id => !asked.Contains(id)), sorted.Count);
    }

    private static List<(DateOnly Quarter, double Days)> Feedback(FlowHistory data)
    {
        var first = data.Letters.Where(l => l.Occasion != Receipt).GroupBy(l => l.CaseId).ToDictionary(of => of.Key, of => of.Min(l => l.At));
        return [.. data.Cases.Where(c => first.ContainsKey(c.Id)).Select(c => (QuarterOf(SwedishDay.Of(c.SubmittedAt)), (first[c.Id] - c.SubmittedAt).TotalDays))];
    }

    private static List<LeadTimePoint> LeadTimes(FlowHistory data)
    {
        var decided = data.Positions.Where(p => p.Conclusion == Taken).GroupBy(p => p.CaseId).ToDictionary(of => of.Key, of => of.Min(p => p.At));
        var calendar = new WorkingDayCount();
        return
        [
            .. from c in data.Cases
               where decided.ContainsKey(c.Id)
               let at = decided[c.Id]
               let day = SwedishDay.Of(at)
               orderby day, c.Number
               select new LeadTimePoint(c.Number, day, (at - c.SubmittedAt).TotalDays, calendar.Between(SwedishDay.Of(c.SubmittedAt), day)),
        ];
    }

    private static List<AgeingFigure> Ageing(IReadOnlyList<FlowCase> cases, DateTimeOffset now) =>
    [
        .. from c in cases
           where c.ClosedAt is null
           group c by c.StatusKey into of
           let ages = of.Select(c => (now - c.SubmittedAt).TotalDays).Order().ToList()
           let oldest = of.OrderBy(c => c.SubmittedAt).ThenBy(c => c.Number, StringComparer.Ordinal).First()
           orderby ages[^1] descending, of.Key
           select new AgeingFigure(of.Key, oldest.Status, Spread.Of(ages), ages[^1], oldest.Number, ages),
    ];

    private static List<MonthFigure> Months(FlowHistory data, List<LeadTimePoint> decided, DateTimeOffset now)
    {
        if (data.Cases.Count == 0)
            return [];
        var submitted = data.Cases.CountBy(c => MonthOf(SwedishDay.Of(c.SubmittedAt))).ToDictionary();
        var closed = data.Cases.Where(c => c.ClosedAt is not null).CountBy(c => MonthOf(SwedishDay.Of(c.ClosedAt.GetValueOrDefault()))).ToDictionary();
        var positions = decided.CountBy(p => MonthOf(p.DecidedOn)).ToDictionary();
        var (last, open) = (MonthOf(SwedishDay.Of(now)), 0);
        var months = new List<MonthFigure>();
        for (var month = submitted.Keys.Min(); month <= last; month = month.AddMonths(1))
        {
            open += submitted.GetValueOrDefault(month) - closed.GetValueOrDefault(month);
            months.Add(new(month, submitted.GetValueOrDefault(month), positions.GetValueOrDefault(month), closed.GetValueOrDefault(month), open));
        }

        return [.. months.TakeLast(MostMonths)];
    }

    private static SortingFigure Sorting(IReadOnlyList<FlowCase> cases, ILookup<Guid, FlowTask> tasks)
    {
        var gaps = new List<double>();
        var (answered, differed) = (0, 0);
        foreach (var one in cases)
        {
            // The steps of one round are opened at the same moment, one for each side.
            var rounds = tasks[one.Id].Where(t => t.Command == Sorts && t.IsDone && t.EndedAt is not null).GroupBy(t => t.OpenedAt)
                .Select(of => of.Select(t => t.EndedAt.GetValueOrDefault()).ToList()).Where(of => of.Count > 1).ToList();
            gaps.AddRange(rounds.Select(of => (of.Max() - of.Min()).TotalDays));
            answered += rounds.Count > 0 ? 1 : 0;
            differed += rounds.Count > 0 && tasks[one.Id].Any(t => t.Command == Settles) ? 1 : 0;
        }

        return new(Spread.Of(gaps), new(differed, answered));
    }

    private static List<KeyFigure> Count(IEnumerable<string> keys) =>
        [.. keys.CountBy(k => k, StringComparer.Ordinal).Select(of => new KeyFigure(of.Key, of.Value)).OrderByDescending(f => f.Cases).ThenBy(f => f.Key, StringComparer.Ordinal)];

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly QuarterOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}
