using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Cases.Notifications;

namespace CaseFlow.Messaging.Mailing;

/// <summary>Sends one mail by SMTP, as plain text with an HTML alternative, and its attachments.</summary>
internal sealed class SmtpChannel(MailOptions options, MailLinks links)
{
    private const int TimeoutMs = 20_000;

    /// <summary>True when there is a mail server.</summary>
    public bool IsConfigured => options.Host is not null;

    /// <summary>Hands the mail to the server.</summary>
    /// <exception cref="SmtpException">The server did not take it.</exception>
    public async Task Send(Mail mail, string address, CancellationToken ct)
    {
        using var message = Compose(mail, address);
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.UseTls, Timeout = TimeoutMs };
        if (options.User is not null)
            client.Credentials = new NetworkCredential(options.User, options.Password);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(TimeoutMs);
        await client.SendMailAsync(message, end.Token);
    }

    /// <summary>The same for every attempt, so that mail programs and servers recognise a repeat: made from the mail's cause.</summary>
    public string MessageId(Mail mail) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Cause)).AsSpan(0, 16))}@{links.BaseUrl.IdnHost}>";

    internal MailMessage Compose(Mail mail, string address)
    {
        var message = new MailMessage(new MailAddress(MailText.OneLine(options.From)), new MailAddress(MailText.OneLine(address)))
        {
            Subject = MailText.OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.PlainText,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        foreach (var file in mail.Attachments)
            Attach(message, file);
        message.Headers.Add("Message-ID", MessageId(mail));
        message.Headers.Add("Content-Language", mail.Language == "en" ? "en" : "sv");
        // No out-of-office answers to a sender that nobody reads.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    // A calendar stands both as a form of the mail, which mail programs show with the meeting, and as a file to open.
    private static void Attach(MailMessage message, MailAttachment file)
    {
        if (new ContentType(file.MediaType) is { MediaType: "text/calendar" } calendar)
            message.AlternateViews.Add(new AlternateView(new MemoryStream(file.Content), calendar) { TransferEncoding = TransferEncoding.Base64 });
        message.Attachments.Add(new Attachment(new MemoryStream(file.Content), new ContentType(file.MediaType)) { Name = file.FileName, TransferEncoding = TransferEncoding.Base64 });
    }
}
