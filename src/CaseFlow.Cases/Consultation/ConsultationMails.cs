using System.Globalization;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Consultation;

/// <summary>Why a recipient is written to.</summary>
internal enum ConsultationOccasion
{
    Invited,
    Moved,
    Reminded,
}

/// <summary>
/// Writes to recipients who have an address. The mail names the case by its number and the last day, never its matter, and is
/// stored without the personal link: that is made when the mail is sent (<see cref="ConsultationLinks"/>).
/// </summary>
public sealed class ConsultationMails(MailLinks links)
{
    private const string Language = "sv";

    internal void Add(ProcessUnit unit, ConsultationRecipient recipient, ConsultationRound round, string number, ConsultationOccasion occasion)
    {
        var day = round.Due.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("sv-SE"));
        var text = new MailText(Language, Words("Mail" + occasion + "Subject", number, day))
            .Paragraph(Words("Mail" + occasion, number, day))
            .Paragraph(Words("MailHow"))
            .Link(Words("MailLink"), links.ConsultationAnswer(Mail.PersonalMark))
            .Paragraph(Words("MailPersonal"))
            .Paragraph(Words("MailNoReply"));
        unit.Db.Add(new Mail
        {
            Id = unit.Ids.Next(),
            Cause = $"remiss/{recipient.Id:N}/{unit.Ids.Next():N}",
            AccountId = "",
            LinkHolder = recipient.Id,
            Language = Language,
            Subject = text.Subject,
            PlainText = text.Plain,
            Html = text.Html,
            WrittenAt = unit.Now,
            State = MailState.Waiting,
            AvailableAt = unit.Now,
        });
        recipient.ToldAt = unit.Now;

        static string Words(string key, params object?[] arguments) => BilingualText.From(ConsultationRefusals.Texts, key, arguments).Sv;
    }
}
