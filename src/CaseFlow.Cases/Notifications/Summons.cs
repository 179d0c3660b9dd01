using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Notifications;

/// <param name="Calendar">The file that goes with it; null for a mail without a meeting's notice.</param>
internal sealed record SummonsLetter(MailText Text, MailAttachment? Calendar);

/// <summary>A letter to somebody without an account.</summary>
/// <param name="Ordinal">The recipient's place in the notice: tells the mails of one cause apart.</param>
internal sealed record GuestLetter(string Address, int Ordinal, SummonsLetter Letter);

/// <summary>A sent notice that letters are written from, each reader's own: the whole meeting, or the one item that they are called to.</summary>
internal sealed class Summons
{
    private readonly SentNotice _notice;
    private readonly NoticePackage _package;
    private readonly NoticePackage _added;
    private readonly MailLinks _links;

    private Summons(SentNotice notice, IReadOnlyCollection<NoticePackage> before, MailLinks links)
    {
        (_notice, _package, _links) = (notice, NoticePackage.Read(notice), links);
        _added = _package.Since(before);
    }

    /// <returns>Null for a request about anything else than a sent notice.</returns>
    public static async Task<Summons?> Of(CaseFlowDb db, MailRequested request, MailLinks links, CancellationToken ct)
    {
        if (!request.Codes.TryGetValue(MeetingNotices.NoticeCode, out var code) || !Guid.TryParseExact(code, "N", out var id)
            || await db.Set<SentNotice>().AsNoTracking().Include(n => n.Recipients.OrderBy(r => r.Ordinal)).FirstOrDefaultAsync(n => n.Id == id, ct) is not { } notice)
            return null;
        var before = await db.Set<SentNotice>().AsNoTracking().Where(n => n.MeetingId == notice.MeetingId && n.Number < notice.Number).ToListAsync(ct);
        return new(notice, [.. before.Select(NoticePackage.Read)], links);
    }

    public SummonsLetter To(Account account) => Letter(null, _notice.Kind == SentNoticeKinds.Cancelled, account.Language, account.Email);

    /// <summary>Letters to guests; one who has an account that is told already gets no second.</summary>
    /// <param name="told">Addresses of the accounts that are told.</param>
    public IEnumerable<GuestLetter> Guests(IReadOnlyCollection<string> told)
    {
        foreach (var recipient in _notice.Recipients)
        {
            if (recipient.Address is not { Length: > 0 } address || told.Contains(address, StringComparer.OrdinalIgnoreCase))
                continue;
            var isOver = recipient.IsWithdrawn || _notice.Kind == SentNoticeKinds.Cancelled;
            yield return new(address, recipient.Ordinal, Letter(recipient.ItemId, isOver, "sv", address));
        }
    }

    private SummonsLetter Letter(Guid? item, bool isOver, string language, string? attendee)
    {
        var text = SummonsMail.Write(_notice, _package, _added, item, isOver, language, _links);
        return new(text, SummonsMail.Calendar(_notice, _package, item, isOver, attendee, text, _links));
    }
}
