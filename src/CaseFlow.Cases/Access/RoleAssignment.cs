namespace CaseFlow.Cases.Access;

/// <summary>An account holds a role of the organisation's catalogue from one day to another, narrowed to a side or an area where the role has one.</summary>
/// <remarks>Rows are ended, never deleted, so that it can be answered who held what on a past day.</remarks>
public sealed class RoleAssignment
{
    public Guid Id { get; set; }

    public required string AccountId { get; set; }

    /// <summary>Key of a role in the organisation file.</summary>
    public required string Role { get; set; }

    /// <summary>Key of a side when the role is held for a side (huvudman).</summary>
    public string? Side { get; set; }

    /// <summary>Key of an area when the role is held for an area.</summary>
    public string? Area { get; set; }

    /// <summary>First day, included.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day, included; null while open-ended.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Account id of who gave it, or <c>system</c>.</summary>
    public required string GivenBy { get; set; }

    public DateTimeOffset GivenAt { get; set; }

    public string? EndedBy { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public bool IsInForce(DateOnly date) => ValidFrom <= date && (ValidTo is null || date <= ValidTo);

    public bool Overlaps(DateOnly from, DateOnly? to) => (to is null || ValidFrom <= to) && (ValidTo is null || from <= ValidTo);

    public RoleGrant ToGrant() => new(Role, Side, Area);
}
