using System.Globalization;
using CaseFlow.Cases.FollowUp;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.FollowUp;

/// <summary>What the address of the register of commissions says; the page and its CSV read the same.</summary>
/// <param name="Body">Key of the body that gave them; null takes all.</param>
/// <param name="State">One of <see cref="States"/>; null takes all.</param>
/// <param name="OnlyRunning">Leaves the closed ones out.</param>
internal sealed record CommissionFilter(string? Body, string? State, bool OnlyRunning)
{
    public const string Late = "forsenat";
    public const string Resting = "vilande";
    public const string Running = "pagar";

    private static readonly Dictionary<string, CommissionStage> Stages = new(StringComparer.Ordinal)
    {
        ["givet"] = CommissionStage.Given,
        ["paborjat"] = CommissionStage.Started,
        ["delrapporterat"] = CommissionStage.PartReported,
        ["slutrapporterat"] = CommissionStage.FinalReported,
        ["avslutat"] = CommissionStage.Closed,
    };

    /// <summary>The states in the order that a commission comes to them, with their words.</summary>
    public static IReadOnlyList<(string Key, string Name)> States =>
        [.. Stages.Select(s => (s.Key, CommissionWords.Stage(s.Value))), (Late, CommissionWords.Late), (Resting, CommissionWords.Resting)];

    public static CommissionFilter Read(IQueryCollection query)
    {
        var (body, state) = (query["givare"].ToString(), query["lage"].ToString());
        return new(body.Length > 0 ? body : null, States.Any(s => s.Key == state) ? state : null, query["visa"] == Running);
    }

    public bool Takes(CommissionLine line) =>
        (Body is null || line.Body == Body)
        && (!OnlyRunning || line.Standing.Stage != CommissionStage.Closed)
        && State switch
        {
            null => true,
            Late => line.Standing.IsLate,
            Resting => line.Standing.IsResting,
            _ => line.Standing.Stage == Stages[State],
        };
}

/// <summary>Commissions in words.</summary>
internal static class CommissionWords
{
    private static readonly Texts T = Texts.For("Commissions");

    public static string Late => T["late"];

    public static string Resting => T["resting"];

    public static string Stage(CommissionStage stage) => T["stage." + stage];

    /// <summary>"Delrapporterat, försenat": all that a standing says, as running text.</summary>
    public static string Of(CommissionStanding standing) => string.Join(", ", Parts(standing).Select((part, i) => i == 0 ? part : part.ToLower(CultureInfo.CurrentCulture)));

    /// <summary>Who carries it out: as those who have it have said, otherwise the roles that have it to do.</summary>
    public static string Assignees(CommissionLine line, OrganisationNames names) =>
        line.Executor ?? (line.Assignees.Count == 0 ? T["nobody"] : string.Join(", ", line.Assignees.Select(a => names.Role(a.Role, a.Side, a.Area))));

    /// <summary>The tone that repeats what the words say.</summary>
    public static string Tone(CommissionStanding standing) => standing switch
    {
        { IsLate: true } => "stop",
        { IsResting: true } => "waiting",
        { Stage: CommissionStage.FinalReported or CommissionStage.Closed } => "done",
        _ => "active",
    };

    private static IEnumerable<string> Parts(CommissionStanding standing)
    {
        yield return Stage(standing.Stage);
        if (standing.IsLate)
            yield return Late;
        if (standing.IsResting)
            yield return Resting;
    }
}
