using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Notifications;

/// <summary>A mail in the administrator's list.</summary>
public sealed record ListedMail(
    Guid Id, string AccountId, string Subject, string PlainText, MailState State, DateTimeOffset WrittenAt, DateTimeOffset? SentAt, int Attempts, string? LastError);

/// <summary>The mails that CaseFlow has written, for the system administrator: what was sent, what waits, what was kept because there is no mail server.</summary>
public sealed class MailOutbox(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    private const string Administrator = "systemadministrator";

    /// <summary>The newest first.</summary>
    /// <param name="state">Null for all.</param>
    /// <param name="limit">1 to 500.</param>
    public async Task<Outcome<IReadOnlyList<ListedMail>>> List(Actor actor, MailState? state, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 500);
        if (!actor.Holds(Administrator))
            return NotAdministrator();
        await using var db = await databases.CreateDbContextAsync(ct);
        IReadOnlyList<ListedMail> mails = await db.Set<Mail>().AsNoTracking()
            .Where(m => state == null || m.State == state)
            .OrderByDescending(m => m.WrittenAt).ThenByDescending(m => m.Id).Take(limit)
            .Select(m => new ListedMail(m.Id, m.AccountId, m.Subject, m.PlainText, m.State, m.WrittenAt, m.SentAt, m.Attempts, m.LastError))
            .ToListAsync(ct);
        return Outcome<IReadOnlyList<ListedMail>>.Accepted(mails);
    }

    /// <summary>Sends a mail that was kept or given up.</summary>
    public async Task<Outcome<MailState>> SendAgain(Actor actor, Guid mailId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Holds(Administrator))
            return NotAdministrator();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var mail = await db.Set<Mail>().FirstOrDefaultAsync(m => m.Id == mailId, ct);
        if (mail is null)
            return new Refusal(RefusalKind.NotFound, "notifications.unknown-mail", NotificationsTexts.Get("refusal.unknown-mail"));
        if (mail.State is not (MailState.Kept or MailState.GivenUp))
            return new Refusal(RefusalKind.Conflict, "notifications.mail-not-standing", NotificationsTexts.Get("refusal.mail-not-standing"));
        mail.State = MailState.Waiting;
        mail.AvailableAt = time.GetUtcNow();
        mail.Attempts = 0;
        mail.LastError = null;
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        return Outcome<MailState>.Accepted(mail.State);
    }

    private static Refusal NotAdministrator() =>
        new(RefusalKind.Forbidden, "notifications.not-administrator", NotificationsTexts.Get("refusal.not-administrator"));
}
