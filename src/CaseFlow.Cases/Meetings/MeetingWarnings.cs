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

    /// <summary>Before the notice: papers that items speak of and nobody has attached (R111); items that do not say why they are there (R123).</summary>
    /// <param name="papers">Titles and file names of the papers of a case, or of the meeting itself.</param>
    public static IReadOnlyList<Warning> OfNotice(DeployedOrganisation deployed, Meeting meeting, IEnumerable<AgendaItem> items, ILookup<Guid, string> papers)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(papers);
        if (meeting.NoticeSentAt is not null)
            return [];
        var matters = items.Where(i => !i.IsFormal && i.ClosedAt is null).ToList();
        var warnings = new List<Warning>();
        if (deployed.Rules.For(RuleKinds.PapersAttached, meeting.Date) is { } attached)
        {
            foreach (var item in matters)
            {
                var own = papers[meeting.Id].Concat(item.CaseId is { } id ? papers[id] : []);
                warnings.AddRange(MentionedPapers.Missing(item, attached.Settings.List("words"), own)
                    .Select(word => new Warning("meetings.papers-missing", BilingualText.From(Texts, "PapersMissing", item.Title, word), attached.ClauseId)));
            }
        }

        var silent = matters.Where(i => i.Purpose.Length == 0 && i.Expectation.Length == 0).Select(i => i.Title).ToList();
        if (silent.Count > 0 && deployed.Rules.For(RuleKinds.PurposeStated, meeting.Date) is { } stated)
            warnings.Add(new("meetings.purpose-missing", BilingualText.From(Texts, "PurposeMissing", silent.Count, string.Join(", ", silent)), stated.ClauseId));
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
