using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Notifications;

/// <summary>An account chooses how often it wants mail.</summary>
public sealed class ChooseMailPace(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    /// <summary>What the account has chosen; at once when it has not chosen.</summary>
    public async Task<MailPace> Current(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        var settings = await db.Set<MailSettings>().AsNoTracking().FirstOrDefaultAsync(s => s.AccountId == actor.AccountId, ct);
        return settings?.Pace ?? MailPace.AtOnce;
    }

    /// <summary>Holds for mails that are written from now on.</summary>
    public async Task Choose(Actor actor, MailPace pace, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var settings = await db.Set<MailSettings>().FirstOrDefaultAsync(s => s.AccountId == actor.AccountId, ct);
        if (settings is null)
            db.Add(settings = new MailSettings { AccountId = actor.AccountId });
        settings.Pace = pace;
        settings.ChangedAt = time.GetUtcNow();
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
    }
}
