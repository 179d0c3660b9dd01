using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>Gives an account a role from a day. Who may is said by the organisation file; both outcomes are in the security log.</summary>
public sealed class GiveRole(ProcessStore store, OrganisationSource organisations)
{
    /// <returns>The id of the role assignment.</returns>
    public Task<Outcome<Guid>> Handle(Actor actor, string? requestId, RoleToGive given, CancellationToken ct) =>
        store.Run<Guid>(actor, nameof(GiveRole), requestId, (unit, token) => Decide(unit, given, token), ct);

    private async Task<Outcome<Guid>> Decide(ProcessUnit unit, RoleToGive given, CancellationToken ct)
    {
        var wrong = RoleToGiveValidator.Instance.Check(given);
        if (wrong.Count > 0)
            return Outcome<Guid>.Refused(wrong);
        var deployed = await organisations.Current(unit, ct);
        var (organisation, rules) = (deployed.Organisation, deployed.Rules);
        if (RoleRules.Shape(organisation, given) is { Count: > 0 } misshapen)
            return Outcome<Guid>.Refused(misshapen);
        if (RoleRules.MayGive(organisation, unit.Actor, given, await HasAppointer(unit, organisation, given, ct)) is { } forbidden)
            return forbidden;

        if (await unit.Db.Users.FirstOrDefaultAsync(a => a.Id == given.AccountId && a.ClosedAt == null, ct) is null)
            return AccessRefusals.NoAccount();
        var held = await unit.Db.Set<RoleAssignment>().Where(r => r.AccountId == given.AccountId).ToListAsync(ct);
        if (RoleRules.FitsWith(organisation, rules, given, held) is { Count: > 0 } unfit)
            return Outcome<Guid>.Refused(unfit);

        var assignment = RoleRows.Create(unit, given);
        AccountRows.Log(unit, nameof(GiveRole), "role.given", assignment.Id.ToString());
        return Outcome<Guid>.Accepted(assignment.Id);
    }

    internal static async Task<bool> HasAppointer(ProcessUnit unit, OrganisationModel organisation, RoleToGive given, CancellationToken ct) =>
        RoleRules.AppointerOf(organisation, given) is { } appointer
        && await unit.Db.Set<RoleAssignment>().AnyAsync(
            r => r.Role == appointer.Role
                && (appointer.Side == null || r.Side == appointer.Side)
                && (appointer.Area == null || r.Area == appointer.Area)
                && r.ValidFrom <= unit.Today
                && (r.ValidTo == null || r.ValidTo >= unit.Today),
            ct);
}

internal sealed class RoleToGiveValidator : AbstractValidator<RoleToGive>
{
    public static RoleToGiveValidator Instance { get; } = new();

    private RoleToGiveValidator()
    {
        RuleFor(r => r.AccountId).Needed().Line(450);
        RuleFor(r => r.Role).Needed().Line(64);
        RuleFor(r => r.Side).Line(64);
        RuleFor(r => r.Area).Line(64);
        RuleFor(r => r.ValidTo).NotBefore(r => r.ValidFrom);
    }
}

/// <summary>Makes the row of a role assignment inside a unit of work.</summary>
internal static class RoleRows
{
    public static RoleAssignment Create(ProcessUnit unit, RoleToGive given)
    {
        var assignment = new RoleAssignment
        {
            Id = unit.Ids.Next(),
            AccountId = given.AccountId,
            Role = given.Role,
            Side = given.Side,
            Area = given.Area,
            ValidFrom = given.ValidFrom,
            ValidTo = given.ValidTo,
            GivenBy = unit.Actor.AccountId,
            GivenAt = unit.Now,
        };
        unit.Db.Add(assignment);
        return assignment;
    }
}
