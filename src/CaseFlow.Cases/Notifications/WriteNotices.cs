using System.Text.Json;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using CaseFlow.Contracts.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Notifications;

/// <summary>Tells accounts of an occasion: a notice for each, and a mail for those who want mails at once.</summary>
public sealed class WriteNotices(Ids ids, TimeProvider time, MailLinks links)
{
    private const string SummonsTemplate = "kallelse";

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
        var greeting = request is { CaseId: null, Template: SummonsTemplate, MeetingId: { } meeting }
            ? await db.Set<Meeting>().AsNoTracking().Where(m => m.Id == meeting).Select(m => m.Greeting).FirstOrDefaultAsync(ct) ?? ""
            : "";
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
                db.Add(Letter(account, cause, request, about, greeting, now));
        }
    }

    private Mail Letter(Account account, Guid cause, MailRequested request, CaseRow? about, string greeting, DateTimeOffset now)
    {
        var text = NoticeMail.Write(request, about, greeting, account.Language, links);
        return new Mail
        {
            Id = ids.Next(),
            Cause = $"{cause:N}/{account.Id}",
            AccountId = account.Id,
            Language = account.Language,
            Subject = text.Subject,
            PlainText = text.Plain,
            Html = text.Html,
            WrittenAt = now,
            State = MailState.Waiting,
            AvailableAt = now,
        };
    }
}
