using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Meetings;

/// <summary>Opens a meeting's agenda (<c>mote.oppna</c>): the body's standing items, the side in the chair that year, the days for papers and minutes, and whose work it is in that body.</summary>
internal sealed class OpenMeeting : IInlineTopic
{
    private const string MinutesDeadline = "anteckning";

    public string Topic => "mote.oppna";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        var governance = await unit.Organisation(ct);
        if (await unit.Db.Set<Meeting>().FindAsync([context.Instance.Id], ct) is not { } meeting)
            throw new InvalidOperationException($"No meeting {context.Instance.Id}.");
        var chair = governance.Organisation.ChairAt(meeting.Body, meeting.Date);
        (meeting.ChairSide, meeting.OtherSide) = (chair?.Chair, chair?.ViceChair);
        var position = 0;
        foreach (var standing in governance.Organisation.StandingItemsOf(meeting.Body).Where(s => !s.IsPlaceOfCases))
        {
            unit.Db.Add(new AgendaItem
            {
                Id = unit.Ids.Next(),
                MeetingId = meeting.Id,
                Position = ++position,
                Kind = standing.Kind,
                Title = standing.Title.Sv,
                StandingKey = standing.Key,
                Minutes = standing.Minutes ?? 0,
            });
        }

        var meetings = governance.Organisation.FindBody(meeting.Body)?.Meetings;
        return FeelContext.Of(
        [
            new("ordforandesida", FeelValue.Of(meeting.ChairSide)),
            new("motsida", FeelValue.Of(meeting.OtherSide)),
            new("sidor", FeelValue.Of(governance.Organisation.Sides.Select(s => FeelValue.Of(s.Key)).ToList())),
            new("handlingarSenast", FeelValue.Of(meeting.PapersDue)),
            new("anteckningSenast", FeelValue.Of(governance.Mandate.DueDate(MinutesDeadline, meeting.Date))),
            new("dagordningsroller", Roles(meetings?.AgendaRoles)),
            new("motesroller", Roles(meetings?.Holders)),
            new("antecknas", FeelValue.Of(meetings?.Minutes == true)),
        ]);

        static FeelValue Roles(IReadOnlyList<string>? roles) => FeelValue.Of((roles ?? []).Select(FeelValue.Of).ToList());
    }
}
