using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Opens a meeting's agenda (<c>mote.oppna</c>): the body's standing items, the side in the chair that year, the days for papers and minutes, and whose work it is in that body.</summary>
internal sealed class OpenMeeting : IInlineTopic
{
    private const string MinutesDeadline = "anteckning";

    private const string EarlierMinutes = "previous-minutes";

    public string Topic => "mote.oppna";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        var governance = await unit.Organisation(ct);
        if (await unit.Db.Set<Meeting>().FindAsync([context.Instance.Id], ct) is not { } meeting)
            throw new InvalidOperationException($"No meeting {context.Instance.Id}.");
        var chair = governance.Organisation.ChairAt(meeting.Body, meeting.Date);
        (meeting.ChairSide, meeting.OtherSide) = (chair?.Chair, chair?.ViceChair);
        var earlier = await Earlier(unit, meeting, ct);
        List<AgendaItem> items = [];
        foreach (var standing in governance.Organisation.StandingItemsOf(meeting.Body).Where(s => !s.IsPlaceOfCases))
        {
            items.Add(new AgendaItem
            {
                Id = unit.Ids.Next(),
                MeetingId = meeting.Id,
                Position = items.Count + 1,
                Kind = standing.Kind,
                Title = standing.Title.Sv,
                StandingKey = standing.Key,
                Minutes = standing.Minutes ?? 0,
                Purpose = Parts(standing.Parts),
                EarlierMeetingId = standing.Links == EarlierMinutes ? earlier : null,
            });
        }

        unit.Db.AddRange(items);
        await AnswerOnAgenda.ProposeWaiting(unit, meeting, items, ct);
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

        // "a) Närvaro och upprop, b) Anmälan av övriga frågor": as they stand on paper; a part without words of its own is its key.
        static string Parts(IReadOnlyList<string> parts) =>
            string.Join(", ", parts.Select((part, i) => $"{(char)('a' + i)}) {MeetingRefusals.Find("Part." + part)?.Sv ?? part}"));

        static FeelValue Roles(IReadOnlyList<string>? roles) => FeelValue.Of((roles ?? []).Select(FeelValue.Of).ToList());
    }

    // The body's latest meeting before this one.
    private static async Task<Guid?> Earlier(ProcessUnit unit, Meeting meeting, CancellationToken ct) =>
        await unit.Db.Set<Meeting>().Where(m => m.Body == meeting.Body && m.Date < meeting.Date && m.StatusKey != MeetingStatuses.Cancelled)
            .OrderByDescending(m => m.Date).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(ct);
}
