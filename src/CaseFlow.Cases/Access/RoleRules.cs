using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Access;

/// <summary>A role to give, narrowed as the role's scope wants it.</summary>
/// <param name="ValidFrom">First day, included.</param>
/// <param name="ValidTo">Last day, included; null for an open end.</param>
public sealed record RoleToGive(string AccountId, string Role, string? Side, string? Area, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>Who may give which role to whom. Pure: everything it judges from is handed in.</summary>
public static class RoleRules
{
    /// <summary>The role is in the catalogue, and is given for a side or an area exactly where it has one.</summary>
    public static IReadOnlyList<Refusal> Shape(OrganisationModel organisation, RoleToGive given)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(given);
        if (organisation.FindRole(given.Role) is not { } role)
            return [AccessRefusals.UnknownRole(given.Role)];
        var side = role.Scope == RoleScope.Side ? given.Side is not null && organisation.FindSide(given.Side) is not null : given.Side is null;
        var area = role.Scope == RoleScope.Area ? given.Area is not null && organisation.FindArea(given.Area) is not null : given.Area is null;
        return
        [
            .. side ? Array.Empty<Refusal>() : [AccessRefusals.WrongScope(given.Role, "side")],
            .. area ? Array.Empty<Refusal>() : [AccessRefusals.WrongScope(given.Role, "area")],
        ];
    }

    /// <summary>
    /// Only the owner appoints: who holds the appointing role in the same area or side (R50, R87), for the vice chair on the side
    /// without the chair (R90). Roles that nobody is said to appoint are given by the system administrator; so is a role whose
    /// appointer nobody is yet, since the first one must come from somewhere.
    /// </summary>
    /// <param name="hasAppointer">True when somebody holds the appointing role for that area or side today.</param>
    /// <returns>The refusal, or null.</returns>
    public static Refusal? MayGive(OrganisationModel organisation, Actor giver, RoleToGive given, bool hasAppointer)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(giver);
        ArgumentNullException.ThrowIfNull(given);
        if (giver == Actor.System)
            return null;
        if (AppointerOf(organisation, given) is not { } appointer)
            return giver.Holds(RoleKeys.SystemAdministrator) ? null : AccessRefusals.NotAdministrator();
        if (giver.Holds(appointer.Role, appointer.Side, appointer.Area) || (!hasAppointer && giver.Holds(RoleKeys.SystemAdministrator)))
            return null;
        return AccessRefusals.NotAppointer(NameOf(organisation, given.Role), NameOf(organisation, appointer.Role), appointer.Clause);
    }

    /// <summary>The role, side and area whose holder appoints, and the clause that says so; null when the system administrator does.</summary>
    public static (string Role, string? Side, string? Area, string? Clause)? AppointerOf(OrganisationModel organisation, RoleToGive given)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(given);
        if (organisation.Appointments.FirstOrDefault(a => a.Roles.Contains(given.Role)) is not { } rule)
            return null;
        return rule.Scope switch
        {
            AppointmentScope.SameArea => (rule.ByRole, null, given.Area, rule.Clause),
            AppointmentScope.SameSide => (rule.ByRole, given.Side, null, rule.Clause),
            AppointmentScope.SideWithoutChair => (rule.ByRole, ViceSide(organisation, given.ValidFrom), null, rule.Clause),
            AppointmentScope.Any => (rule.ByRole, null, null, rule.Clause),
        };
    }

    /// <summary>
    /// What the receiver already holds does not go together with it: the same role on two sides (nobody stands for both, R42),
    /// two roles of a pair, the vice chair from the chair's own side (R90).
    /// </summary>
    /// <param name="held">All role assignments of the receiver.</param>
    public static IReadOnlyList<Refusal> FitsWith(OrganisationModel organisation, MandateRules rules, RoleToGive given, IEnumerable<RoleAssignment> held)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(given);
        var overlapping = held.Where(h => h.Overlaps(given.ValidFrom, given.ValidTo)).ToList();
        var refusals = new List<Refusal>();
        if (overlapping.Exists(h => h.Role == given.Role && h.Side == given.Side && h.Area == given.Area))
            refusals.Add(AccessRefusals.RoleHeldAlready(NameOf(organisation, given.Role)));

        var acrossSides = organisation.Incompatible.Any(i => i.AcrossSides && i.Roles.Contains(given.Role));
        if (acrossSides && overlapping.Exists(h => h.Role == given.Role && h.Side != given.Side))
        {
            var clause = rules.For(RuleKinds.OnePersonPerSide, given.ValidFrom, ("role", given.Role))?.ClauseId;
            refusals.Add(AccessRefusals.BothSides(NameOf(organisation, given.Role), clause));
        }

        var partners = organisation.Incompatible.Where(i => !i.AcrossSides && i.Roles.Contains(given.Role)).SelectMany(i => i.Roles).Where(r => r != given.Role);
        refusals.AddRange(partners.Where(p => overlapping.Exists(h => h.Role == p))
            .Select(p => AccessRefusals.Incompatible(NameOf(organisation, given.Role), NameOf(organisation, p))));

        if (rules.For(RuleKinds.ViceFromOtherSide, given.ValidFrom, ("role", given.Role)) is { } vice
            && organisation.Chairs.Count > 0
            && organisation.ChairAt(organisation.Chairs[0].Body, given.ValidFrom)?.Chair is { } chair
            && overlapping.Exists(h => h.Side == chair))
            refusals.Add(AccessRefusals.OfTheChairsSide(NameOf(organisation, given.Role), organisation.FindSide(chair)?.InSentence ?? new BilingualText(chair, chair), vice.ClauseId));
        return refusals;
    }

    private static string? ViceSide(OrganisationModel organisation, DateOnly date) =>
        organisation.Chairs.Count == 0 ? null : organisation.ChairAt(organisation.Chairs[0].Body, date)?.ViceChair;

    private static BilingualText NameOf(OrganisationModel organisation, string role) =>
        organisation.FindRole(role)?.Name is { } name ? new(Small(name.Sv), Small(name.En)) : new(role, role);

    private static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
