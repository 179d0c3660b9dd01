using CaseFlow.Cases.Access;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Who is called to a body's meeting: those who sit on its seats that day, and those with the roles that the organisation names for the body.</summary>
internal static class SummonedAccounts
{
    /// <param name="roles">Keys of the roles.</param>
    /// <param name="today">The day on which the roles are held.</param>
    /// <returns>Account ids without repetition, in a stable order.</returns>
    public static async Task<IReadOnlyList<string>> Of(CaseFlowDb db, Meeting meeting, IReadOnlyList<string> roles, DateOnly today, CancellationToken ct)
    {
        var asked = roles.ToList();
        var accounts = await db.Set<RoleAssignment>()
            .Where(r => asked.Contains(r.Role) && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today)).Select(r => r.AccountId).Distinct().ToListAsync(ct);
        // A substitute is asked by whom they stand in for.
        var day = meeting.Date;
        var seated = await db.Set<Seat>().Where(s => s.Body == meeting.Body && s.ValidFrom <= day && (s.ValidTo == null || s.ValidTo >= day))
            .SelectMany(s => s.Holders).Where(h => !h.IsSubstitute && h.AccountId != null && h.ValidFrom <= day && (h.ValidTo == null || h.ValidTo >= day))
            .Select(h => h.AccountId ?? "").Distinct().ToListAsync(ct);
        return [.. new SortedSet<string>(accounts.Concat(seated), StringComparer.Ordinal)];
    }
}
