using System.Globalization;
using CaseFlow.Cases.Meetings;

namespace CaseFlow.Cases.Notifications;

/// <summary>
/// The mail of a sent notice (kallelse), written from the frozen package: greeting, time and place, agenda with times, papers as links to
/// exactly the versions that were frozen. An agenda is open, so its titles stand here; what cases say does not.
/// </summary>
internal static class SummonsMail
{
    /// <param name="added">What is new beside the notices before.</param>
    /// <param name="itemId">The one item that the reader is called to; null for those who take part in the whole meeting.</param>
    /// <param name="isOver">True for a reader who is called no longer, and when the meeting is cancelled.</param>
    public static MailText Write(SentNotice notice, NoticePackage package, NoticePackage added, Guid? itemId, bool isOver, string language, MailLinks links)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal) { ["date"] = package.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        var text = NoticeText.Of(notice.Kind, package.Name, codes, isMeeting: true);
        var mail = new MailText(language, text.Subject.In(language)).Paragraph(text.What.In(language));
        if (notice.Kind == SentNoticeKinds.Summons)
        {
            foreach (var line in package.Greeting.Split('\n'))
                mail.Paragraph(line);
        }

        mail.Paragraph(Line("mail.when", package.Date.ToString("dddd d MMMM yyyy", NotificationsTexts.Culture(language)), Clock(package.StartsAt), Clock(package.EndsAt)));
        if (package.Place.Length > 0)
            mail.Paragraph(Line("mail.place", package.Place));
        if (isOver)
            return End(mail.Paragraph(notice.Kind == SentNoticeKinds.Cancelled ? text.Why.In(language) : Line("mail.withdrawn")));
        if (package.Purpose.Length > 0)
            mail.Paragraph(Line("mail.purpose", package.Purpose));
        if (itemId is not null && package.Items.FirstOrDefault(i => i.ItemId == itemId) is { From: { } from, To: { } to })
            mail.Paragraph(Line("mail.own-item", Clock(from), Clock(to)));
        var isSupplement = notice.Kind == SentNoticeKinds.Supplement && itemId is null;
        var shown = isSupplement ? added : package;
        mail.Heading(Line(isSupplement ? "mail.added" : "mail.agenda"));
        foreach (var item in shown.Items.Where(i => itemId is null || i.ItemId == itemId))
            Item(mail, item);
        if (itemId is null)
            Papers(mail, shown.Papers);
        return End(mail.Paragraph(Line("mail.calendar")).Paragraph(text.Why.In(language)));

        void Item(MailText to, PackagedItem item)
        {
            var slot = item is { From: { } start, To: { } end } ? $"{Clock(start)}–{Clock(end)} " : "";
            to.Paragraph($"{slot}{item.Title} ({Kinds(item)})" + (item.Presenters.Length > 0 ? ". " + Line("mail.presenters", item.Presenters) : ""));
            if (item.Purpose.Length > 0)
                to.Paragraph(Line("mail.purpose", item.Purpose));
            if (item.Expectation.Length > 0)
                to.Paragraph(Line("mail.expected", item.Expectation));
            Papers(to, item.Papers);
        }

        string Kinds(PackagedItem item) => string.Join(", ", item.Kinds.Select(k => Line("mail.kind." + k))) + (item.IsSupplement ? ", " + Line("mail.supplement") : "");

        void Papers(MailText to, IReadOnlyList<PackagedPaper> papers)
        {
            if (papers.Count > 0)
                to.List(papers.Select(p => (Line("mail.paper", p.Title, p.Number), links.Version(p.VersionId))));
        }

        MailText End(MailText to) => to.Link(Line("mail.open-meeting"), links.Meeting(notice.MeetingId)).Paragraph(Line("mail.no-reply"));

        string Line(string key, params object?[] arguments) => NotificationsTexts.Get(key, arguments).In(language);
    }

    /// <summary>The calendar file of the same notice, for one reader.</summary>
    public static MailAttachment Calendar(SentNotice notice, NoticePackage package, Guid? itemId, bool isOver, string? attendee, MailText mail, MailLinks links)
    {
        var item = itemId is { } id ? package.Items.FirstOrDefault(i => i.ItemId == id) : null;
        var entry = new CalendarEntry(
            $"mote-{notice.MeetingId:N}{(itemId is { } own ? "-" + own.ToString("N") : "")}@{links.BaseUrl.IdnHost}",
            notice.Number - 1,
            notice.At,
            MeetingTime.Of(package.Date, item?.From ?? package.StartsAt),
            MeetingTime.Of(package.Date, item?.To ?? package.EndsAt),
            item is null ? package.Name : $"{package.Name}: {item.Title}",
            mail.Plain,
            package.Place,
            links.Meeting(notice.MeetingId),
            System.Net.Mail.MailAddress.TryCreate(links.From, out var from) ? from.Address : links.From,
            attendee);
        return new()
        {
            FileName = MeetingCalendar.FileName,
            MediaType = $"text/calendar; method={MeetingCalendar.Method(isOver)}; charset=utf-8",
            Content = System.Text.Encoding.UTF8.GetBytes(MeetingCalendar.Write(entry, isOver)),
        };
    }

    private static string Clock(TimeOnly time) => time.ToString("H\\.mm", CultureInfo.InvariantCulture);
}
