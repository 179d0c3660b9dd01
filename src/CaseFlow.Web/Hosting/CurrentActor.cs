using System.Security.Claims;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using CaseFlow.Web.Language;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Hosting;

/// <summary>Who acts in this request, with the grants that are in force today. Read from the database once a request, never from claims.</summary>
public sealed class CurrentActor(IHttpContextAccessor accessor, IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    private Actor? _actor;

    /// <exception cref="InvalidOperationException">Nobody is signed in; the page forgot to ask for it.</exception>
    public async ValueTask<Actor> Get(CancellationToken ct)
    {
        if (_actor is not null)
            return _actor;
        var account = accessor.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier)
            ?? throw new InvalidOperationException("Nobody is signed in.");
        var today = SwedishDates.Day(time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        var held = await db.Set<RoleAssignment>().AsNoTracking()
            .Where(r => r.AccountId == account && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today))
            .ToListAsync(ct);
        return _actor = new Actor(account, [.. held.Select(r => r.ToGrant())]);
    }
}
