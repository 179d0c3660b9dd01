namespace CaseFlow.Cases.FollowUp;

/// <summary>How far a commission has come (R191).</summary>
public enum CommissionStage
{
    /// <summary>Given, nothing done yet.</summary>
    Given,

    /// <summary>Planned, or something has been reported.</summary>
    Started,

    /// <summary>A part report (delrapport) has been handed over.</summary>
    PartReported,

    /// <summary>The final report is handed over and has not come back.</summary>
    FinalReported,
    Closed,
}

/// <summary>What a commission's tokens and finished steps say of it.</summary>
/// <param name="WaitsForOthers">A token stands where the commission waits for somebody outside.</param>
/// <param name="IsWithReporter">The step that reports is open.</param>
/// <param name="Reports">Codes of the reports that were made, first one first; null for one whose words are erased.</param>
/// <param name="ReportBy">When the next report is due.</param>
/// <param name="DeliverBy">When all of it is due.</param>
public sealed record CommissionFacts(
    bool IsClosed, bool WaitsForOthers, bool IsWithReporter, bool WasPlanned, IReadOnlyList<string?> Reports, DateOnly? ReportBy, DateOnly? DeliverBy);

/// <summary>How a commission stands on a day: derived, never stored. Pure.</summary>
/// <param name="IsLate">A day that was set has passed (Försenat, R190).</param>
/// <param name="IsResting">It waits for somebody outside (Vilande).</param>
public sealed record CommissionStanding(CommissionStage Stage, bool IsLate, bool IsResting)
{
    /// <summary>Codes of reports, as the form has them.</summary>
    public const string PartReport = "delrapport";

    /// <inheritdoc cref="PartReport"/>
    public const string FinalReport = "slutrapport";

    // What a reader must see first counts highest.
    private int Concern => IsLate ? 6 : IsResting ? 5 : CommissionStage.Closed - Stage;

    public static CommissionStanding Of(CommissionFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var stage = StageOf(facts);
        var isRunning = stage < CommissionStage.FinalReported;
        return new(stage, isRunning && (facts.ReportBy < today || facts.DeliverBy < today), stage < CommissionStage.Closed && facts.WaitsForOthers);
    }

    /// <summary>The one that needs attention most: late, then resting, then the one that has come the shortest way (R84). Null for none.</summary>
    public static CommissionStanding? Worst(IEnumerable<CommissionStanding> standings) => standings.MaxBy(s => s.Concern);

    private static CommissionStage StageOf(CommissionFacts facts) => facts switch
    {
        { IsClosed: true } => CommissionStage.Closed,
        { IsWithReporter: false, Reports: [.., FinalReport] } => CommissionStage.FinalReported,
        _ when facts.Reports.Any(r => r is PartReport or FinalReport) => CommissionStage.PartReported,
        _ when facts.WasPlanned || facts.Reports.Count > 0 => CommissionStage.Started,
        _ => CommissionStage.Given,
    };
}
