using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>Ends a role after a last day; the row stays. Who could give the role can end it, and a person can lay down an own one.</summary>
public sealed class EndRole(ProcessStore store, OrganisationSource organisations)
{
    /// <param name="lastDay">The last day in force; a day that has passed takes the role away at once.</param>
    /// <returns>The last day that now holds.</returns>
    public Task<Outcome<DateOnly>> Handle(Actor actor, string? requestId, Guid assignmentId, DateOnly lastDay, CancellationToken ct) =>
        store.Run<DateOnly>(actor, nameof(EndRole), requestId, (unit, token) => Decide(unit, assignmentId, lastDay, token), ct);

    private async Task<Outcome<DateOnly>> Decide(ProcessUnit unit, Guid assignmentId, DateOnly lastDay, CancellationToken ct)
    {
        if (await unit.Db.Set<RoleAssignment>().FirstOrDefaultAsync(r => r.Id == assignmentId, ct) is not { } assignment)
            return AccessRefusals.NoRole();
        var given = new RoleToGive(assignment.AccountId, assignment.Role, assignment.Side, assignment.Area, unit.Today, assignment.ValidTo);
        if (assignment.AccountId != unit.Actor.AccountId)
        {
            var organisation = (await organisations.Current(unit, ct)).Organisation;
            if (RoleRules.MayGive(organisation, unit.Actor, given, await GiveRole.HasAppointer(unit, organisation, given, ct)) is { } forbidden)
                return forbidden;
        }

        if (assignment.Role == RoleKeys.SystemAdministrator && !await HasOtherAdministrator(unit, assignment, lastDay, ct))
            return AccessRefusals.LastAdministrator();
        assignment.ValidTo = lastDay;
        (assignment.EndedBy, assignment.EndedAt) = (unit.Actor.AccountId, unit.Now);
        AccountRows.Log(unit, nameof(EndRole), "role.ended", assignment.Id.ToString());
        return Outcome<DateOnly>.Accepted(lastDay);
    }

    private static Task<bool> HasOtherAdministrator(ProcessUnit unit, RoleAssignment ended, DateOnly lastDay, CancellationToken ct) =>
        unit.Db.Set<RoleAssignment>()
            .Where(r => r.Role == RoleKeys.SystemAdministrator && r.AccountId != ended.AccountId && r.ValidFrom <= unit.Today && (r.ValidTo == null || r.ValidTo > lastDay))
            .Join(unit.Db.Users, r => r.AccountId, a => a.Id, (_, account) => account.ClosedAt)
            .AnyAsync(closedAt => closedAt == null, ct);
}
