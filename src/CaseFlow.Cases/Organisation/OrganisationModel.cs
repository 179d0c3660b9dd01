namespace CaseFlow.Cases.Organisation;

/// <summary>
/// The collaboration as its owners describe it: sides, areas, parties, bodies, roles. Comes from a bundle's organisation file,
/// is resolved by date, and is the only place where such names are; C# knows kinds.
/// </summary>
public sealed class OrganisationModel
{
    private readonly Dictionary<string, Side> _sides;
    private readonly Dictionary<string, Area> _areas;
    private readonly Dictionary<string, Party> _parties;
    private readonly Dictionary<string, Body> _bodies;
    private readonly Dictionary<string, OrganisationRole> _roles;
    private readonly Dictionary<string, SeatKind> _seatKinds;

    internal OrganisationModel(
        IEnumerable<Side> sides,
        IEnumerable<Area> areas,
        IEnumerable<Party> parties,
        IEnumerable<SeatKind> seatKinds,
        IEnumerable<Body> bodies,
        IEnumerable<OrganisationRole> roles)
    {
        Sides = [.. sides];
        Areas = [.. areas];
        Parties = [.. parties];
        SeatKinds = [.. seatKinds];
        Bodies = [.. bodies];
        Roles = [.. roles];
        _sides = Sides.ToDictionary(s => s.Key, StringComparer.Ordinal);
        _areas = Areas.ToDictionary(a => a.Key, StringComparer.Ordinal);
        _parties = Parties.ToDictionary(p => p.Key, StringComparer.Ordinal);
        _seatKinds = SeatKinds.ToDictionary(k => k.Key, StringComparer.Ordinal);
        _bodies = Bodies.ToDictionary(b => b.Key, StringComparer.Ordinal);
        _roles = Roles.ToDictionary(r => r.Key, StringComparer.Ordinal);
    }

    /// <summary>In the order of the file, as all lists here.</summary>
    public IReadOnlyList<Side> Sides { get; }

    public IReadOnlyList<Area> Areas { get; }

    public IReadOnlyList<Party> Parties { get; }

    public IReadOnlyList<SeatKind> SeatKinds { get; }

    public IReadOnlyList<Body> Bodies { get; }

    public IReadOnlyList<OrganisationRole> Roles { get; }

    public Side? FindSide(string key) => _sides.GetValueOrDefault(key);

    public Area? FindArea(string key) => _areas.GetValueOrDefault(key);

    public Party? FindParty(string key) => _parties.GetValueOrDefault(key);

    public Body? FindBody(string key) => _bodies.GetValueOrDefault(key);

    public OrganisationRole? FindRole(string key) => _roles.GetValueOrDefault(key);

    public SeatKind? FindSeatKind(string key) => _seatKinds.GetValueOrDefault(key);

    public IEnumerable<Body> BodiesAt(DateOnly date) => Bodies.Where(b => b.Validity.Includes(date));

    public IEnumerable<Area> AreasAt(DateOnly date) => Areas.Where(a => a.Validity.Includes(date));

    public IEnumerable<Party> PartiesAt(DateOnly date) => Parties.Where(p => p.Validity.Includes(date));

    /// <summary>The parties that belong to an area on a day.</summary>
    public IEnumerable<Party> PartiesOf(string area, DateOnly date) => PartiesAt(date).Where(p => p.AreasAt(date).Contains(area));

    /// <summary>The parties that a side speaks for on a day.</summary>
    public IEnumerable<Party> PartiesOfSide(string side, DateOnly date) => PartiesAt(date).Where(p => p.Side == side);

    /// <summary>The body that took over from <paramref name="body"/>; null when none did (R4).</summary>
    public Body? SuccessorOf(string body) => Bodies.FirstOrDefault(b => b.Succeeds == body);

    /// <summary>The body that answers for <paramref name="body"/> on a day: itself, or the one that took over, through as many successions as there were.</summary>
    public Body? Resolve(string body, DateOnly date)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var current = FindBody(body);
        while (current is not null && seen.Add(current.Key))
        {
            if (current.Validity.Includes(date))
                return current;
            current = current.Validity.To < date ? SuccessorOf(current.Key) : null;
        }

        return null;
    }

    /// <summary>The side that has the chair of a body on a day, the side of its vice chair and of its administration; null for a body without rotation.</summary>
    public ChairSides? ChairAt(string body, DateOnly date)
    {
        if (FindBody(body)?.Chair is not { } rotation)
            return null;
        var chair = rotation.SideIn(date.Year);
        var turn = rotation.Sides.ToList().IndexOf(chair);
        return new(chair, rotation.Sides[(turn + 1) % rotation.Sides.Count], chair);
    }

    /// <summary>The rules for an owner's seats of each kind in a body on a day; an owner's own rule goes before that for all of its kind.</summary>
    public IEnumerable<SeatRule> SeatRulesFor(string body, SeatOwnerKind ownerKind, string ownerKey, DateOnly date) =>
        (FindBody(body)?.SeatRules ?? [])
            .Where(r => r.OwnerKind == ownerKind && (r.OwnerKey is null || r.OwnerKey == ownerKey) && r.Validity.Includes(date))
            .GroupBy(r => r.Kind, StringComparer.Ordinal)
            .Select(kind => kind.FirstOrDefault(r => r.OwnerKey is not null) ?? kind.First());
}
