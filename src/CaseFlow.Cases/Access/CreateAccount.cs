using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Cases.Access;

/// <summary>A system administrator makes an account. It can do nothing before it is given a role.</summary>
public sealed class CreateAccount(ProcessStore store, IPasswordHasher<Account> passwords)
{
    /// <returns>The account's id.</returns>
    public Task<Outcome<string>> Handle(Actor actor, string? requestId, NewAccount input, CancellationToken ct) =>
        store.Run<string>(actor, nameof(CreateAccount), requestId, async (unit, token) =>
        {
            if (!actor.Holds(RoleKeys.SystemAdministrator) && actor != Actor.System)
                return AccessRefusals.NotAdministrator();
            if (NewAccountValidator.Instance.Check(input) is { Count: > 0 } wrong)
                return Outcome<string>.Refused(wrong);
            if (await AccountRows.IsTaken(unit, input.Email, token))
                return AccessRefusals.EmailTaken();
            var account = AccountRows.Create(unit, input, passwords);
            AccountRows.Log(unit, nameof(CreateAccount), "account.created", account.Id);
            return Outcome<string>.Accepted(account.Id);
        }, ct);
}
