namespace CaseFlow.Cases.Meetings;

/// <param name="From">When the item begins, by the agenda; null for an item without time.</param>
public sealed record Slot(AgendaItem Item, TimeOnly? From, TimeOnly? To);

/// <summary>An agenda with its computed times (R115, R116, R120). Pure.</summary>
/// <param name="Slots">The items in order.</param>
/// <param name="EndsAt">When the last item ends by the agenda.</param>
/// <param name="TimedMinutes">Minutes of what the meeting is for: pauses and formalities are not counted.</param>
/// <param name="InformationMinutes">Minutes of the items that are information.</param>
/// <param name="OverRun">Minutes that the agenda is longer than the meeting; 0 when it fits.</param>
public sealed record AgendaTimes(IReadOnlyList<Slot> Slots, TimeOnly EndsAt, int TimedMinutes, int InformationMinutes, int OverRun)
{
    /// <summary>Share of the timed minutes that is information, 0 to 100, rounded; 0 for an agenda without times.</summary>
    public int InformationPercent => TimedMinutes == 0 ? 0 : (int)Math.Round(100.0 * InformationMinutes / TimedMinutes, MidpointRounding.AwayFromZero);

    public static AgendaTimes Of(Meeting meeting, IEnumerable<AgendaItem> items)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(items);
        var slots = new List<Slot>();
        var at = meeting.StartsAt;
        var (timed, information, all) = (0, 0, 0);
        foreach (var item in items.OrderBy(i => i.Position))
        {
            if (item.Minutes <= 0)
            {
                slots.Add(new(item, null, null));
                continue;
            }

            var to = at.AddMinutes(item.Minutes);
            slots.Add(new(item, at, to));
            at = to;
            all += item.Minutes;
            timed += item.Kind is ItemKinds.Pause or ItemKinds.Formalities ? 0 : item.Minutes;
            information += item.Kind == ItemKinds.Information ? item.Minutes : 0;
        }

        return new(slots, at, timed, information, Math.Max(0, all - meeting.Length));
    }
}
