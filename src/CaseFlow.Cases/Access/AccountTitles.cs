using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>What accounts are called where people read who did something: the title with its organisation before the name.</summary>
public sealed class AccountTitles(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>By account id; an account that is not there (CaseFlow itself, an erased one) is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Of(IEnumerable<string> accountIds, CancellationToken ct)
    {
        var asked = accountIds.Distinct(StringComparer.Ordinal).ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().Where(a => asked.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.Title.Length > 0 ? a.Title : a.DisplayName, StringComparer.Ordinal, ct);
    }
}
