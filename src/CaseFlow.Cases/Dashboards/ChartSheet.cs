namespace CaseFlow.Cases.Dashboards;

/// <summary>How many cases had come, been concluded by a meeting and been closed when a month ended: the three lines of a cumulative flow. They never cross.</summary>
/// <param name="Day">The month's last day, or today.</param>
/// <param name="Passed">Concluded by a meeting, or closed without that.</param>
public sealed record CumulativeFigure(DateOnly Day, int Submitted, int Passed, int Closed);

/// <param name="Monday">First day of the week.</param>
public sealed record WeekFigure(DateOnly Monday, int Decided);

/// <summary>A concluded case, and the median of it and those concluded before it.</summary>
public sealed record ControlFigure(LeadTimePoint Point, double RollingMedian);

/// <summary>When the cases that wait for a conclusion now will have got it, if the coming weeks are like the past ones.</summary>
/// <param name="Queue">Open cases that no meeting has concluded.</param>
/// <param name="Weeks">How many past weeks it is drawn from.</param>
/// <param name="HalfWeeks">Half of the drawn futures need at most so many weeks; null when the past weeks concluded nothing.</param>
/// <param name="MostWeeks">85 of 100.</param>
public sealed record ForecastFigure(int Queue, int Weeks, int Runs, int Seed, int? HalfWeeks, int? MostWeeks);

/// <param name="FromPercent">First percent of the band of ten.</param>
public sealed record EfficiencyFigure(int FromPercent, int Cases);

/// <summary>The charts of a scope at one moment.</summary>
/// <param name="Efficiency">Closed cases: percent of their time in which somebody had a step to do.</param>
public sealed record ChartSheet(
    IReadOnlyList<CumulativeFigure> Cumulative, IReadOnlyList<WeekFigure> Weeks, IReadOnlyList<ControlFigure> Control, ForecastFigure Forecast,
    Spread Efficiency, IReadOnlyList<EfficiencyFigure> EfficiencyBands);
