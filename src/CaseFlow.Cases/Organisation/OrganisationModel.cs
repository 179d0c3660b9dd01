namespace CaseFlow.Cases.Organisation;

/// <summary>
/// The collaboration as its owners describe it: sides, areas, parties, bodies, seats, roles. Comes from a bundle's organisation
/// file, is resolved by date, and is the only place where such names are; C# knows kinds.
/// </summary>
/// <remarks>Lists are in the order of the file. A key that is not there gives null.</remarks>
public sealed class OrganisationModel
{
    private readonly Dictionary<string, IReadOnlyList<StandingItem>> _standingItems;

    internal OrganisationModel(OrganisationContent content)
    {
        Installation = content.Installation;
        Sides = content.Sides;
        Associations = content.Associations;
        Areas = content.Areas;
        Parties = content.Parties;
        Bodies = content.Bodies;
        SeatKinds = content.SeatKinds;
        Seats = content.Seats;
        Roles = content.Roles;
        Incompatible = content.Incompatible;
        Appointments = content.Appointments;
        Chairs = content.Chairs;
        Channels = content.Channels;
        MinutesHead = content.MinutesHead;
        ExternalBodies = content.ExternalBodies;
        ToConfirm = content.ToConfirm;
        _standingItems = content.StandingItems;
    }

    public Installation Installation { get; }

    public IReadOnlyList<Side> Sides { get; }

    public IReadOnlyList<Association> Associations { get; }

    public IReadOnlyList<Area> Areas { get; }

    public IReadOnlyList<Party> Parties { get; }

    public IReadOnlyList<Body> Bodies { get; }

    public IReadOnlyList<SeatKind> SeatKinds { get; }

    public IReadOnlyList<SeatDefinition> Seats { get; }

    public IReadOnlyList<OrganisationRole> Roles { get; }

    public IReadOnlyList<IncompatibleRoles> Incompatible { get; }

    public IReadOnlyList<AppointmentRule> Appointments { get; }

    public IReadOnlyList<ChairRotation> Chairs { get; }

    public IReadOnlyList<Channel> Channels { get; }

    public MinutesHead MinutesHead { get; }

    public IReadOnlyList<ExternalBody> ExternalBodies { get; }

    public IReadOnlyList<ToConfirm> ToConfirm { get; }

    public Side? FindSide(string key) => Sides.FirstOrDefault(s => s.Key == key);

    public Area? FindArea(string key) => Areas.FirstOrDefault(a => a.Key == key);

    public Party? FindParty(string key) => Parties.FirstOrDefault(p => p.Key == key);

    public Body? FindBody(string key) => Bodies.FirstOrDefault(b => b.Key == key);

    public OrganisationRole? FindRole(string key) => Roles.FirstOrDefault(r => r.Key == key);

    public SeatKind? FindSeatKind(string key) => SeatKinds.FirstOrDefault(k => k.Key == key);

    public IEnumerable<Body> BodiesAt(DateOnly date) => Bodies.Where(b => b.Validity.Includes(date));

    public IEnumerable<Party> PartiesAt(DateOnly date) => Parties.Where(p => p.Validity.Includes(date));

    /// <summary>The parties that belong to an area on a day.</summary>
    public IEnumerable<Party> PartiesOf(string area, DateOnly date)
    {
        var members = FindArea(area)?.Members.Where(m => m.Validity.Includes(date)).Select(m => m.Party).ToHashSet(StringComparer.Ordinal) ?? [];
        return PartiesAt(date).Where(p => members.Contains(p.Key));
    }

    /// <summary>The areas that a party belongs to on a day; none when its area is not settled.</summary>
    public IEnumerable<Area> AreasOf(string party, DateOnly date) =>
        Areas.Where(a => a.Members.Any(m => m.Party == party && m.Validity.Includes(date)));

    /// <summary>The side that speaks for a party.</summary>
    public Side? SideOf(Party party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return Sides.FirstOrDefault(s => s.Represents == party.Kind);
    }

    /// <summary>The parties that a side speaks for on a day.</summary>
    public IEnumerable<Party> PartiesOfSide(string side, DateOnly date) => PartiesAt(date).Where(p => SideOf(p)?.Key == side);

    /// <summary>The body that answers for <paramref name="body"/> on a day: itself, or the one that took over, through as many successions as there were.</summary>
    public Body? Resolve(string body, DateOnly date)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var current = FindBody(body);
        while (current is not null && seen.Add(current.Key))
        {
            if (current.Validity.Includes(date))
                return current;
            current = current.Validity.To < date && current.SucceededBy is { } successor ? FindBody(successor) : null;
        }

        return null;
    }

    /// <summary>The side that has the chair of a body on a day, the side of its vice chair and of its administration; null for a body without rotation.</summary>
    public ChairSides? ChairAt(string body, DateOnly date)
    {
        if (Chairs.FirstOrDefault(c => c.Body == body) is not { } rotation)
            return null;
        var chair = rotation.SideIn(date.Year);
        var vice = rotation.Sides[(rotation.Sides.ToList().IndexOf(chair) + 1) % rotation.Sides.Count];
        return new(chair, vice, chair);
    }

    /// <summary>The items that a new meeting of the body begins with; empty when it has none.</summary>
    public IReadOnlyList<StandingItem> StandingItemsOf(string body) =>
        FindBody(body)?.Meetings?.StandingItems is { } key ? _standingItems[key] : [];
}

/// <summary>What the reader gathers for the model.</summary>
internal sealed record OrganisationContent(
    Installation Installation,
    IReadOnlyList<Side> Sides,
    IReadOnlyList<Association> Associations,
    IReadOnlyList<Area> Areas,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<Body> Bodies,
    IReadOnlyList<SeatKind> SeatKinds,
    IReadOnlyList<SeatDefinition> Seats,
    IReadOnlyList<OrganisationRole> Roles,
    IReadOnlyList<IncompatibleRoles> Incompatible,
    IReadOnlyList<AppointmentRule> Appointments,
    IReadOnlyList<ChairRotation> Chairs,
    IReadOnlyList<Channel> Channels,
    Dictionary<string, IReadOnlyList<StandingItem>> StandingItems,
    MinutesHead MinutesHead,
    IReadOnlyList<ExternalBody> ExternalBodies,
    IReadOnlyList<ToConfirm> ToConfirm);
