using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Feedback;

/// <summary>Turns the recipient codes of the declared decision into the accounts that are to be told.</summary>
internal static class Recipients
{
    private const string Submitter = "inlamnare";
    private const string CoSponsors = "medinlamnare";
    private const string OriginLeaders = "processledare-ursprung";
    private const string AllLeaders = "alla-processledare";
    private const string Preparers = "beredning";

    private const string LeaderRole = "processledare";
    private const string PreparerRole = "beredningsansvarig";

    /// <summary>Account ids without repetition, in a stable order. A code that is none of these is the name of a role.</summary>
    public static async Task<IReadOnlyList<string>> Of(ProcessUnit unit, CaseRow about, IEnumerable<string> codes, CancellationToken ct)
    {
        var accounts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var code in codes)
            accounts.UnionWith(await Of(unit, about, code, ct));
        accounts.Remove(Actor.System.AccountId);
        return [.. accounts];
    }

    private static async Task<IEnumerable<string>> Of(ProcessUnit unit, CaseRow about, string code, CancellationToken ct) => code switch
    {
        Submitter => [about.SubmittedBy],
        CoSponsors => await CoSponsorAccounts(unit, about.Id, ct),
        OriginLeaders => about.OriginArea is { } area ? await Holders(unit, LeaderRole, area, ct) : [],
        AllLeaders => await Holders(unit, LeaderRole, null, ct),
        Preparers => await Holders(unit, PreparerRole, null, ct),
        _ => await Holders(unit, code, null, ct),
    };

    /// <summary>The accounts that hold a role today.</summary>
    public static async Task<IReadOnlyList<string>> Holders(ProcessUnit unit, string role, string? area, CancellationToken ct)
    {
        var today = unit.Today;
        return await unit.Db.Set<RoleAssignment>()
            .Where(r => r.Role == role && (area == null || r.Area == area) && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today))
            .Select(r => r.AccountId).Distinct().ToListAsync(ct);
    }

    private static async Task<IEnumerable<string>> CoSponsorAccounts(ProcessUnit unit, Guid caseId, CancellationToken ct)
    {
        var areas = await unit.Db.Set<CoSponsor>().Where(s => s.CaseId == caseId).Select(s => s.Area).ToListAsync(ct);
        var accounts = new List<string>();
        foreach (var area in areas)
            accounts.AddRange(await Holders(unit, LeaderRole, area, ct));
        return accounts;
    }
}
