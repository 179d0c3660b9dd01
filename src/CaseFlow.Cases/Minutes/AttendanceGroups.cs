using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Minutes;

/// <param name="Seat">Role and organisation of the seat; never a name.</param>
public sealed record AttendanceLine(string Seat, string State, string Substitute);

/// <summary>The participants of one area, side or kind of seat.</summary>
public sealed record AttendanceGroup(string Name, IReadOnlyList<AttendanceLine> Lines);

/// <summary>Who was there, grouped and ordered as the organisation says for the head of its minutes (R99). In Swedish, as minutes are. Pure.</summary>
public static class AttendanceGroups
{
    public static IReadOnlyList<AttendanceGroup> Of(OrganisationModel organisation, IReadOnlyList<Attendance> attendance)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(attendance);
        var recorded = attendance.ToDictionary(a => a.SeatKey, StringComparer.Ordinal);
        var groups = organisation.MinutesHead.Left.Concat(organisation.MinutesHead.Right).ToList();
        var seats = organisation.Seats.Where(s => recorded.ContainsKey(s.Key)).ToLookup(s => GroupOf(s, groups), StringComparer.Ordinal);
        // A seat that the head has no place for is put last rather than left out.
        return
        [
            .. groups.Append("").Where(seats.Contains).Select(g => new AttendanceGroup(
                Name(organisation, g),
                [.. seats[g].Select(s => new AttendanceLine(s.Title.Sv, recorded[s.Key].State, recorded[s.Key].Substitute))])),
        ];
    }

    private static string GroupOf(SeatDefinition seat, List<string> groups)
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
