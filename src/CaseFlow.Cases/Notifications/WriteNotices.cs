using System.Text.Json;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using CaseFlow.Contracts.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Notifications;

/// <summary>Tells accounts of an occasion: a notice for each, and a mail for those who want mails at once.</summary>
public sealed class WriteNotices(Ids ids, TimeProvider time, MailLinks links)
{
    /// <summary>Adds the rows to the context; the caller saves and commits. Closed and unknown accounts are passed over.</summary>
    /// <param name="cause">The request's message id: the mails of the same cause are recognisable as the same.</param>
    public async Task Write(CaseFlowDb db, Guid cause, MailRequested request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        var now = time.GetUtcNow();
        var wanted = request.AccountIds.Distinct(StringComparer.Ordinal).ToList();
        var accounts = await db.Set<Account>().AsNoTracking()
            .Where(a => wanted.Contains(a.Id) && a.ClosedAt == null).OrderBy(a => a.Id).ToListAsync(ct);
        var paces = await db.Set<MailSettings>().AsNoTracking()
            .Where(s => wanted.Contains(s.AccountId)).ToDictionaryAsync(s => s.AccountId, s => s.Pace, ct);
        var about = request.CaseId is { } id ? await db.Set<CaseRow>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) : null;
        var summons = await Summons.Of(db, request, links, ct);
        var codes = JsonSerializer.Serialize(request.Codes);
        foreach (var account in accounts)
        {
            db.Add(new Notice
            {
                Id = ids.Next(),
                AccountId = account.Id,
                Template = request.Template,
                CaseId = request.CaseId,
                MeetingId = request.MeetingId,
                Number = request.Number,
                Codes = codes,
                At = now,
            });
            if (paces.GetValueOrDefault(account.Id, MailPace.AtOnce) == MailPace.AtOnce && !string.IsNullOrWhiteSpace(account.Email))
                db.Add(Letter(account, cause, request, about, summons, now));
        }

        foreach (var guest in summons?.Guests([.. accounts.Select(a => a.Email).OfType<string>()]) ?? [])
            db.Add(Letter(guest.Letter, new() { Id = ids.Next(), Cause = $"{cause:N}/{guest.Ordinal}", AccountId = "", Address = guest.Address, Language = "sv", Subject = "", PlainText = "", Html = "" }, now));
    }

    private Mail Letter(Account account, Guid cause, MailRequested request, CaseRow? about, Summons? summons, DateTimeOffset now)
    {
        var letter = summons?.To(account) ?? new(NoticeMail.Write(request, about, account.Language, links), null);
        return Letter(letter, new() { Id = ids.Next(), Cause = $"{cause:N}/{account.Id}", AccountId = account.Id, Language = account.Language, Subject = "", PlainText = "", Html = "" }, now);
    }

    private static Mail Letter(SummonsLetter letter, Mail mail, DateTimeOffset now)
    {
        (mail.Subject, mail.PlainText, mail.Html) = (letter.Text.Subject, letter.Text.Plain, letter.Text.Html);
        (mail.WrittenAt, mail.State, mail.AvailableAt) = (now, MailState.Waiting, now);
        if (letter.Calendar is { } calendar)
            mail.Attachments.Add(calendar);
        return mail;
    }
}
