using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Minutes;

/// <param name="Seat">Role and organisation of the seat; for somebody without a seat, what he or she was there as.</param>
/// <param name="Holder">Who holds the seat, or who was there without one; null while the seat is vacant.</param>
/// <param name="State">One of <see cref="AttendanceStates"/>; null for somebody without a seat.</param>
/// <param name="CameInstead">The substitute; null when none came or nobody said who.</param>
public sealed record AttendanceLine(string Seat, string? Holder, string? State, string? CameInstead);

/// <summary>The participants of one area, side or kind of seat.</summary>
public sealed record AttendanceGroup(string Name, IReadOnlyList<AttendanceLine> Lines);

/// <summary>Who was there, grouped and ordered as the organisation says for the head of its minutes (R99). In Swedish, as minutes are. Pure.</summary>
public static class AttendanceGroups
{
    public static IReadOnlyList<AttendanceGroup> Of(OrganisationModel organisation, MeetingRoll roll)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(roll);
        var groups = organisation.MinutesHead.Left.Concat(organisation.MinutesHead.Right).ToList();
        var seats = roll.Seats.Where(s => s.Recorded is not null).ToLookup(s => GroupOf(s, groups), StringComparer.Ordinal);
        var others = roll.Others.ToLookup(o => groups.Contains("kind:" + o.Category) ? "kind:" + o.Category : "", StringComparer.Ordinal);
        // What the head has no place for is put last rather than left out.
        return
        [
            .. groups.Append("").Where(g => seats.Contains(g) || others.Contains(g))
                .Select(g => new AttendanceGroup(Name(organisation, g), [.. seats[g].Select(Line), .. others[g].Select(o => Line(organisation, o))])),
        ];
    }

    private static AttendanceLine Line(SeatAtMeeting seat) => new(seat.Title, seat.Holder?.Called, seat.Recorded!.State, seat.CameInstead); // only recorded seats are grouped

    private static AttendanceLine Line(OrganisationModel organisation, AlsoPresent other) =>
        new(CategoryName(organisation, other.Category), other.From.Length > 0 ? $"{other.Person}, {other.From}" : other.Person, null, null);

    private static string CategoryName(OrganisationModel organisation, string category) =>
        organisation.FindSeatKind(category)?.Name.Sv ?? BilingualText.From(MinutesRegistration.Texts, "Draft.Guest").Sv;

    private static string GroupOf(SeatAtMeeting seat, List<string> groups)
    {
        var owner = (seat.Owner.Kind == SeatOwnerKind.Area ? "area:" : "side:") + seat.Owner.Key;
        return new[] { $"{seat.Kind}:{seat.Side}", "kind:" + seat.Kind, owner }.FirstOrDefault(groups.Contains, "");
    }

    private static string Name(OrganisationModel organisation, string group)
    {
        var (kind, key) = group.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (group[..at], group[(at + 1)..]) : ("", "");
        return kind switch
        {
            "" => BilingualText.From(MinutesRegistration.Texts, "Draft.Others").Sv,
            "area" => organisation.FindArea(key)?.Name.Sv ?? key,
            "side" => organisation.FindSide(key)?.Name.Sv ?? key,
            "kind" => organisation.FindSeatKind(key)?.Name.Sv ?? key,
            _ => $"{organisation.FindSeatKind(kind)?.Name.Sv ?? kind}, {organisation.FindSide(key)?.Name.Sv ?? key}",
        };
    }
}
