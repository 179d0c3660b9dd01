using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Organisation;

/// <summary>What a role is held for.</summary>
public enum RoleScope
{
    /// <summary>For the whole collaboration.</summary>
    None,
    Side,
    Area,
}

/// <summary>A role of the one catalogue. Rules and models name roles, never persons (R96, R97).</summary>
/// <param name="Mandate">What the role is for, as shown in the application (R13).</param>
public sealed record OrganisationRole(string Key, BilingualText Name, RoleScope Scope, BilingualText Mandate, IReadOnlyList<string> Rights);

/// <summary>Roles that one person never holds together: the same role on two sides, or two roles of a pair.</summary>
public sealed record IncompatibleRoles(IReadOnlyList<string> Roles, bool AcrossSides);

/// <summary>How the giver of an appointment must stand to what is appointed to.</summary>
public enum AppointmentScope
{
    SameArea,
    SameSide,

    /// <summary>The side that does not have the chair that day.</summary>
    SideWithoutChair,
    Any,
}

/// <summary>Who appoints what: to seats of an owner kind, or to roles.</summary>
/// <param name="SeatOwner">Set when it concerns seats.</param>
/// <param name="Roles">Set when it concerns roles.</param>
/// <param name="Clause">The clause that a refusal cites (R50, R87).</param>
public sealed record AppointmentRule(SeatOwnerKind? SeatOwner, IReadOnlyList<string> Roles, string ByRole, AppointmentScope Scope, string? Clause);

/// <summary>A kind of seat; bodies get new kinds by configuration (R95).</summary>
/// <param name="Decides">False for kinds without part in a position, such as the co-opted (R94).</param>
/// <param name="Needs">What a seat of the kind must have: <c>subject</c>, <c>period</c>.</param>
/// <param name="PerItem">The seat is for single items, not for whole meetings.</param>
public sealed record SeatKind(string Key, BilingualText Name, bool Decides, IReadOnlyList<string> Needs, bool PerItem);

/// <summary>Who owns a seat and alone appoints to it.</summary>
public readonly record struct SeatOwner(SeatOwnerKind Kind, string Key);

/// <summary>A seat as the organisation file first describes it; from then on the seat lives in the database, edited by its owner.</summary>
/// <param name="Deviates">Clause that it departs from, knowingly.</param>
public sealed record SeatDefinition(
    string Key,
    string Body,
    SeatOwner Owner,
    string Kind,
    string? Side,
    string? Sector,
    BilingualText Title,
    BilingualText? Subject,
    Validity Validity,
    string? Deviates,
    BilingualText? Note);
