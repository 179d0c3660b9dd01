using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Meetings;

/// <summary>A year's plan against the mandate's floor (R101): advice, since a plan is laid in parts. Pure.</summary>
public static class YearPlan
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Meetings.MeetingTexts", typeof(YearPlan).Assembly);

    /// <param name="meetings">All meetings known; those of other years and bodies are left out of the count.</param>
    public static IReadOnlyList<BilingualText> Check(DeployedOrganisation deployed, int year, IReadOnlyCollection<Meeting> meetings)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        ArgumentNullException.ThrowIfNull(meetings);
        var warnings = new List<BilingualText>();
        foreach (var clause in deployed.Rules.All(RuleKinds.MinimumMeetings, new DateOnly(year, 12, 31)))
        {
            var body = clause.Settings.Text("body") ?? "";
            var floor = clause.Settings.Number("perYear") ?? 0;
            var planned = meetings.Where(m => m.Body == body && m.Date.Year == year && m.Kind == Meeting.Ordinary && m.StatusKey != MeetingStatuses.Cancelled).ToList();
            var name = deployed.Organisation.FindBody(body)?.ShortName ?? new BilingualText(body, body);
            if (planned.Count < floor)
                warnings.Add(Text("TooFew", name, year, planned.Count, floor));
            else if (clause.Settings.Text("spread") == "quarter" && planned.Select(m => (m.Date.Month - 1) / 3).Distinct().Count() < 4)
                warnings.Add(Text("EmptyQuarter", name, year, planned.Count, floor));
        }

        return warnings;
    }

    private static BilingualText Text(string key, BilingualText body, int year, int planned, int floor)
    {
        var (sv, en) = BilingualText.From(Texts, key, body.Sv, year, planned, floor);
        return new(sv, en);
    }
}

/// <summary>Keys of meeting statuses that C# asks for.</summary>
public static class MeetingStatuses
{
    public const string Cancelled = "installt";
    private const string Summoned = "kallelse-skickad";
    private const string Interrupted = "avbrutet";

    /// <summary>True from the notice until the meeting is finished.</summary>
    public static bool IsHeld(string status) => status is Summoned or Interrupted;
}
