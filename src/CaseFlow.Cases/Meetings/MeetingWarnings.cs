using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Meetings;

/// <summary>What advising clauses say of a meeting: shown and returned, never a hindrance. Pure.</summary>
public static class MeetingWarnings
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Meetings.MeetingTexts", typeof(MeetingWarnings).Assembly);

    /// <summary>Too large a share of information (R120); items that take longer than the meeting (R116).</summary>
    public static IReadOnlyList<Warning> OfAgenda(DeployedOrganisation deployed, Meeting meeting, IEnumerable<AgendaItem> items)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        ArgumentNullException.ThrowIfNull(meeting);
        var agenda = AgendaTimes.Of(meeting, items);
        var warnings = new List<Warning>();
        if (deployed.Rules.For(RuleKinds.InformationShare, meeting.Date) is { } clause
            && deployed.Mandate.FindThreshold(clause.Settings.Text("threshold") ?? "")?.Value is { } limit
            && agenda.InformationPercent > limit)
            warnings.Add(new("meetings.information-share", BilingualText.From(Texts, "InformationShare", agenda.InformationPercent, limit), clause.ClauseId));
        if (agenda.OverRun > 0)
            warnings.Add(new("meetings.over-run", BilingualText.From(Texts, "OverRun", agenda.OverRun), null));
        return warnings;
    }

    /// <summary>Where the body is not composed as the mandate says on the day of the meeting (R85, R86, R88).</summary>
    /// <param name="seats">The body's seats.</param>
    public static IReadOnlyList<Warning> OfComposition(DeployedOrganisation deployed, Meeting meeting, IEnumerable<Seat> seats)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        ArgumentNullException.ThrowIfNull(meeting);
        return [.. SeatRules.Composition(deployed.Organisation, deployed.Rules, meeting.Body, seats, meeting.Date).Select(w => new Warning("seat.composition", w.Text, w.Clause))];
    }
}
