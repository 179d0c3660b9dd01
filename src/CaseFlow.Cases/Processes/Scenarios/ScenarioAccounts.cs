using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>The persons of a scenario: the demo account of a role where there is one, otherwise an account made when it first acts. Nobody signs in to those: they have no password.</summary>
internal sealed class ScenarioAccounts(ProcessStore store, ActorSource actors, OrganisationSource organisations)
{
    // Long before anything that a scenario shows.
    private static readonly DateOnly From = new(2000, 1, 1);

    /// <summary>The actor of a step, with what the account may do on the clock's day.</summary>
    /// <exception cref="FormatException">The role or its side or area is unknown.</exception>
    public async Task<Actor> Actor(Scenario scenario, string name, CancellationToken ct)
    {
        var organisation = (await organisations.Current(ct)).Organisation;
        var isNamed = scenario.Accounts.TryGetValue(name, out var roles);
        IReadOnlyList<RoleGrant> grants = [.. (roles ?? [name]).Select(role => Grant(organisation, role))];
        var userName = isNamed ? $"{name}.{Path.GetFileNameWithoutExtension(scenario.Path)}@demo.example" : DemoAccounts.UserNameOf(grants[0].Role, grants[0].Side, grants[0].Area);
        var account = await store.Run<string>(Access.Actor.System, nameof(ScenarioAccounts), requestId: null, (unit, token) => Find(unit, userName, name, grants, token), ct);
        return await actors.Find(account.Value, ct) ?? throw new FormatException($"{name} cannot act.");
    }

    /// <summary>Somebody without any role, to whom a step gives one.</summary>
    public async Task<string> Receiver(CancellationToken ct) =>
        (await store.Run<string>(Access.Actor.System, nameof(ScenarioAccounts), requestId: null, (unit, token) => Find(unit, "receiver@demo.example", "receiver", [], token), ct)).Value;

    /// <summary>A role as a step names it.</summary>
    public static RoleGrant Grant(OrganisationModel organisation, string text)
    {
        var parts = text.Split('@');
        if (organisation.FindRole(parts[0]) is null)
            throw new FormatException($"There is no role '{parts[0]}'.");
        var narrow = parts.Length > 1 ? parts[1] : null;
        if (narrow is null)
            return new(parts[0]);
        return organisation.FindSide(narrow) is not null ? new(parts[0], narrow)
            : organisation.FindArea(narrow) is not null ? new(parts[0], null, narrow)
            : throw new FormatException($"'{narrow}' is neither a side nor an area.");
    }

    private static async Task<Outcome<string>> Find(ProcessUnit unit, string userName, string name, IReadOnlyList<RoleGrant> grants, CancellationToken ct)
    {
        var normalized = userName.ToUpperInvariant();
        if (await unit.Db.Users.FirstOrDefaultAsync(a => a.NormalizedUserName == normalized, ct) is { } known)
            return Outcome<string>.Accepted(known.Id);
        var account = new Account
        {
            Id = unit.Ids.Next().ToString("N"),
            UserName = userName,
            NormalizedUserName = normalized,
            Email = userName,
            NormalizedEmail = normalized,
            DisplayName = name,
            Title = name,
            CreatedAt = unit.Now,
            IsDemo = true,
            SecurityStamp = AccountRows.Stamp(unit),
            ConcurrencyStamp = AccountRows.Stamp(unit),
        };
        unit.Db.Users.Add(account);
        foreach (var grant in grants)
            RoleRows.Create(unit, new(account.Id, grant.Role, grant.Side, grant.Area, From, ValidTo: null));
        return Outcome<string>.Accepted(account.Id);
    }
}
