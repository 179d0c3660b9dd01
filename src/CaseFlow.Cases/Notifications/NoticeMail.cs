using CaseFlow.Cases.Timeline;
using CaseFlow.Contracts.Notifications;

namespace CaseFlow.Cases.Notifications;

/// <summary>
/// The mail of one notice: what, why, next step, contact. It names the case by number and its public status, never by
/// title or by anything a person wrote, since mail is read by others on the way.
/// </summary>
internal static class NoticeMail
{
    public static MailText Write(MailRequested request, CaseRow? about, string language, MailLinks links)
    {
        var text = NoticeText.Of(request.Template, request.Number, request.Codes, isMeeting: request.CaseId is null);
        var mail = new MailText(language, text.Subject.In(language))
            .Paragraph(text.What.In(language))
            .Paragraph(text.Why.In(language));
        if (about is not null)
        {
            mail.Paragraph(Line("mail.status", about.Status.In(language)))
                .Paragraph(Line("mail.next", about.Next.In(language)))
                .Paragraph(Line("mail.owner", about.WithWhom.In(language)))
                .Paragraph(Words("mail.contact"));
        }

        if (request.CaseId is not null)
            mail.Link(Words("mail.open-case"), links.Case(request.Number));
        else if (request.MeetingId is { } meeting)
            mail.Link(Words("mail.open-meeting"), links.Meeting(meeting));
        return mail.Link(Words("mail.settings"), links.Notices).Paragraph(Words("mail.no-reply"));

        string Words(string key) => NotificationsTexts.Get(key).In(language);

        string Line(string key, string value) => value.Length == 0 ? "" : NotificationsTexts.Get(key, value).In(language);
    }
}
