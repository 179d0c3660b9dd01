namespace CaseFlow.Cases.Access;

/// <summary>A role of the organisation's catalogue that a person holds, narrowed to a side (huvudman) or an area where the role has one.</summary>
public sealed record RoleGrant(string Role, string? Side = null, string? Area = null);

/// <summary>Who acts: an account and what it may do right now. Never carries a personal name.</summary>
public sealed record Actor(string AccountId, IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>CaseFlow itself: timers, jobs, inline topics.</summary>
    public static Actor System { get; } = new("system", []);

    /// <summary>True when a grant has the role and is not narrowed to another side or area than the one asked for.</summary>
    /// <remarks>A null <paramref name="side"/> or <paramref name="area"/> asks for the role wherever it is held.</remarks>
    public bool Holds(string role, string? side = null, string? area = null) =>
        Grants.Any(g => g.Role == role && (side is null || g.Side == side) && (area is null || g.Area == area));
}
