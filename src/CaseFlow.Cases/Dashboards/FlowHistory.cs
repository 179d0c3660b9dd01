using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Dashboards;

/// <summary>A case as the indicators see it.</summary>
public sealed record FlowCase(Guid Id, string? Number, DateTimeOffset SubmittedAt, DateTimeOffset? ClosedAt, string StatusKey, BilingualText Status);

/// <summary>A step of a case that waited for people, as its facts tell.</summary>
/// <param name="Command">What the step does; null for a bare form.</param>
/// <param name="Party">Whom it waited for: key of the side, when it was one side's, otherwise the lane.</param>
/// <param name="EndedAt">Null while it waits.</param>
/// <param name="IsDone">False for a step that is open or was taken back.</param>
public sealed record FlowTask(Guid CaseId, string? Command, string Party, DateTimeOffset OpenedAt, DateTimeOffset? EndedAt, bool IsDone);

/// <summary>What a meeting said of a case.</summary>
public sealed record FlowPosition(Guid CaseId, DateTimeOffset At, string Conclusion);

/// <summary>What the sides agreed on in a round of sorting.</summary>
public sealed record FlowSorting(Guid CaseId, string Outcome);

/// <summary>The submitter was told something.</summary>
public sealed record FlowLetter(Guid CaseId, string Occasion, DateTimeOffset At);

/// <summary>All that the indicators are computed from: the cases of a scope with what happened to them.</summary>
public sealed record FlowHistory(
    IReadOnlyList<FlowCase> Cases, IReadOnlyList<FlowTask> Tasks, IReadOnlyList<FlowSorting> Sortings, IReadOnlyList<FlowPosition> Positions,
    IReadOnlyList<FlowLetter> Letters);

/// <param name="Part">How many of <paramref name="All"/>.</param>
public sealed record ShareFigure(int Part, int All)
{
    /// <summary>0 to 100, rounded; null when there is nothing to take a share of.</summary>
    public int? Percent => All == 0 ? null : (int)Math.Round(100.0 * Part / All, MidpointRounding.AwayFromZero);
}

/// <summary>Half of the values are at most the median, 85 and 95 of 100 at most the others. All null without values.</summary>
public sealed record Spread(int Count, double? Median, double? P85, double? P95)
{
    public static Spread Of(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0
            ? new(0, null, null, null)
            : new(values.Count, FigureRules.Percentile(values, 0.5), FigureRules.Percentile(values, 0.85), FigureRules.Percentile(values, 0.95));
    }
}

/// <param name="First">First day of the quarter in which the cases were submitted.</param>
public sealed record QuarterFigure(DateOnly First, Spread Days);

/// <param name="Party">Key of a side, or a lane; empty for the time when no step was open: the wait for a meeting or a date.</param>
public sealed record PartyFigure(string Party, double Days, int Percent);

/// <summary>A case whose matter a meeting has concluded.</summary>
public sealed record LeadTimePoint(string? Number, DateOnly DecidedOn, double Days, int WorkingDays);

/// <summary>Open cases in one status by how old they are, in days since submission.</summary>
public sealed record AgeingFigure(string Key, BilingualText Status, Spread Days, double Oldest, string? OldestNumber, IReadOnlyList<double> Ages);

/// <param name="Open">Cases that were open when the month ended, or are open now.</param>
public sealed record MonthFigure(DateOnly First, int Submitted, int Decided, int Closed, int Open);

/// <summary>Joint sorting: from the first side's answer to the second side's.</summary>
/// <param name="Days">Of all rounds in which both sides answered.</param>
/// <param name="Disagreement">Cases in which the sides differed, of all that both sides have answered.</param>
public sealed record SortingFigure(Spread Days, ShareFigure Disagreement);

/// <param name="Rounds">How many times the submitter was asked for more.</param>
public sealed record LoopFigure(int Rounds, int Cases);

/// <summary>The indicators of a scope at one moment.</summary>
public sealed record FlowSheet(
    int Cases, ShareFigure CompleteAtOnce, Spread FeedbackDays, IReadOnlyList<QuarterFigure> Feedback, IReadOnlyList<PartyFigure> Waiting,
    IReadOnlyList<LeadTimePoint> LeadTimes, Spread Calendar, Spread Working, IReadOnlyList<AgeingFigure> Ageing, IReadOnlyList<MonthFigure> Months,
    IReadOnlyList<KeyFigure> Outcomes, IReadOnlyList<KeyFigure> Conclusions, IReadOnlyList<StatusFigure> Endings, SortingFigure Sorting, IReadOnlyList<LoopFigure> Loops, Spread LoopDays);
