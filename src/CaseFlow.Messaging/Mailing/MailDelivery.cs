using System.Net.Mail;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using CaseFlow.Messaging.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.Mailing;

/// <summary>
/// Sends the mails that wait, one after the other. What the server does not take is tried again for three days, then it
/// stands as given up until a person sends it again. Without a mail server mails are kept, not sent later by surprise.
/// </summary>
internal sealed partial class MailDelivery(
    IDbContextFactory<CaseFlowDb> databases, SmtpChannel smtp, IPersonalLinks personalLinks, Wakes wakes, TimeProvider time, ILogger<MailDelivery> log)
    : PollingLoop(wakes.Mail, time, TimeSpan.FromSeconds(2), log)
{
    /// <summary>Longer than one sending may take; after it another node sends what a dead one held.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private readonly TimeProvider _time = time;

    protected override Task<bool> Work(CancellationToken ct) => SendOne(ct);

    /// <summary>Sends one mail that waits.</summary>
    /// <returns>True when there was one.</returns>
    public async Task<bool> SendOne(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!smtp.IsConfigured)
            return await Keep(db, ct);
        var mail = await Take(db, ct);
        if (mail is null)
            return false;
        mail.Attachments = await db.Set<MailAttachment>().AsNoTracking().Where(a => a.MailId == mail.Id).OrderBy(a => a.Ordinal).ToListAsync(ct);
        var address = await AddressOf(db, mail, ct);
        if (string.IsNullOrWhiteSpace(address))
        {
            await Store(db, mail, MailState.GivenUp, mail.LinkHolder is null ? "account.no-address" : "link.not-wanted", ct);
            return true;
        }

        try
        {
            await smtp.Send(mail, address, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            await Failed(db, mail, e, ct);
            return true;
        }

        // The process may die here: then the mail goes again, with the same Message-ID.
        await Store(db, mail, MailState.Sent, null, ct);
        return true;
    }

    private async Task<Mail?> Take(CaseFlowDb db, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        var next = await db.Set<Mail>().AsNoTracking()
            .Where(m => m.State == MailState.Waiting && m.AvailableAt <= now && (m.LeasedUntil == null || m.LeasedUntil <= now))
            .OrderBy(m => m.AvailableAt).FirstOrDefaultAsync(ct);
        if (next is null)
            return null;
        await using var transaction = await db.BeginWrite(ct);
        var until = now + LeaseTime;
        var taken = await db.Set<Mail>()
            .Where(m => m.Id == next.Id && m.State == MailState.Waiting && (m.LeasedUntil == null || m.LeasedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), ct);
        await transaction.Commit(ct);
        next.Attempts++;
        return taken == 1 ? next : await Take(db, ct);
    }

    // The token of a personal link is made now and stands in what is sent alone.
    private async Task<string?> AddressOf(CaseFlowDb db, Mail mail, CancellationToken ct)
    {
        if (mail.LinkHolder is not { } holder)
            return mail.Address ?? await db.Set<Account>().Where(a => a.Id == mail.AccountId && a.ClosedAt == null).Select(a => a.Email).FirstOrDefaultAsync(ct);
        var link = await personalLinks.Make(db, holder, ct);
        if (link is null)
            return null;
        mail.PlainText = mail.PlainText.Replace(Mail.PersonalMark, link.Token, StringComparison.Ordinal);
        mail.Html = mail.Html.Replace(Mail.PersonalMark, link.Token, StringComparison.Ordinal);
        return link.Address;
    }

    private async Task Failed(CaseFlowDb db, Mail mail, Exception cause, CancellationToken ct)
    {
        var error = cause is SmtpException smtpError ? $"SmtpException: {smtpError.StatusCode}" : cause.GetBaseException().GetType().Name;
        LogNotSent(log, mail.Id, mail.Attempts, error);
        var forGood = cause is SmtpException { StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath };
        var state = forGood || _time.GetUtcNow() - mail.WrittenAt > Patience ? MailState.GivenUp : MailState.Waiting;
        await Store(db, mail, state, error, ct);
    }

    private async Task Store(CaseFlowDb db, Mail mail, MailState state, string? error, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        var again = now + Pause(mail.Attempts);
        await using var transaction = await db.BeginWrite(ct);
        await db.Set<Mail>().Where(m => m.Id == mail.Id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, state).SetProperty(m => m.LastError, error).SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(m => m.AvailableAt, again).SetProperty(m => m.SentAt, state == MailState.Sent ? now : (DateTimeOffset?)null), ct);
        await transaction.Commit(ct);
    }

    private static async Task<bool> Keep(CaseFlowDb db, CancellationToken ct)
    {
        if (!await db.Set<Mail>().AnyAsync(m => m.State == MailState.Waiting, ct))
            return false;
        await using var transaction = await db.BeginWrite(ct);
        await db.Set<Mail>().Where(m => m.State == MailState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Kept), ct);
        await transaction.Commit(ct);
        return false;
    }

    private static TimeSpan Pause(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(2, Math.Min(attempts - 1, 10)), LongestPause.TotalSeconds));

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} was not sent, attempt {Attempts}: {Error}. It is tried again.")]
    private static partial void LogNotSent(ILogger log, Guid mailId, int attempts, string error);
}
