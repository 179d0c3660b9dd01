using CaseFlow.Cases.Access;
using CaseFlow.Cases.Notifications;
using CaseFlow.Messaging.Mailing;

namespace CaseFlow.Cases.Tests.Notifications;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MailDeliveryTests : IDisposable
{
    private static readonly Actor Administrator = new("admin", [new RoleGrant("systemadministrator")]);
    private readonly NoticeHouse _house = new();

    [Test, Property("Requirement", "R155")]
    public async Task Submitter_gets_a_mail_that_says_what_why_next_step_and_contact()
    {
        await using var sink = new SmtpSink();
        await _house.Account("konto-1");
        await _house.AddCase();
        await _house.Tell("mottaget", ["konto-1"]);
        await Send(_house.Delivery(sink));
        var mail = sink.Mails.Single();
        Assert.That(mail.Recipients, Is.EqualTo(new[] { "konto-1@vard.example" }));
        Assert.That(mail.Subject, Is.EqualTo("Ärende 2027-00017: mottaget"));
        Assert.That(mail.Text, Does.Contain("Ärende 2027-00017 är mottaget").And.Contain("Status nu: Under sortering.")
            .And.Contain("Nästa steg: Bedöm sortering.").And.Contain("Kontakta de beredningsansvariga").And.Contain("https://caseflow.example/arenden/2027-00017"));
        Assert.That(mail.Source, Does.Contain("text/plain").And.Contain("text/html"));
        Assert.That((await _house.Mails())[0], Has.Property("State").EqualTo(MailState.Sent).And.Property("SentAt").EqualTo(_house.Time.GetUtcNow()));
    }

    [Test, Property("Requirement", "R110")]
    public async Task Calendar_file_that_was_kept_with_its_mail_arrives_with_it_as_part_and_as_file()
    {
        await using var sink = new SmtpSink();
        await using (var db = _house.Open())
        {
            db.Add(new Mail
            {
                Id = Guid.CreateVersion7(),
                Cause = "gast",
                AccountId = "",
                Address = "sakkunnig@vard.example",
                Language = "sv",
                Subject = "Kallelse",
                PlainText = "x",
                Html = "<p>x</p>",
                State = MailState.Waiting,
                WrittenAt = _house.Time.GetUtcNow(),
                AvailableAt = _house.Time.GetUtcNow(),
                Attachments = [new() { FileName = "kallelse.ics", MediaType = "text/calendar; method=REQUEST; charset=utf-8", Content = "BEGIN:VCALENDAR\r\n"u8.ToArray() }],
            });
            await db.SaveChangesAsync();
        }

        await Send(_house.Delivery(sink));

        var mail = sink.Mails.Single();
        Assert.That(mail.Recipients, Is.EqualTo(new[] { "sakkunnig@vard.example" }), "a guest without an account");
        Assert.That(mail.Source, Does.Contain("multipart/alternative").And.Contain("method=REQUEST").And.Contain("kallelse.ics"));
        Assert.That(mail.Source.Split(Convert.ToBase64String("BEGIN:VCALENDAR\r\n"u8)), Has.Length.EqualTo(3), "shown by mail programs, and there to open");
    }

    [Test]
    public async Task Mail_names_the_case_by_number_and_never_by_what_a_person_wrote()
    {
        await _house.Account("konto-1");
        await _house.AddCase();
        await _house.Tell("sortering", ["konto-1"]);
        var mail = (await _house.Mails()).Single();
        Assert.That(mail.Subject + mail.PlainText + mail.Html, Does.Not.Contain("Känslig").And.Not.Contain("Namnsson"));
    }

    [Test]
    public async Task English_account_gets_its_mail_in_english()
    {
        await _house.Account("konto-1", language: "en");
        await _house.AddCase();
        await _house.Tell("komplettering", ["konto-1"], null, ("date", "2027-03-12"));
        var mail = (await _house.Mails()).Single();
        Assert.That(mail.Subject, Is.EqualTo("Case 2027-00017: more information needed"));
        Assert.That(mail.PlainText, Does.Contain("by 12 March 2027").And.Contain("Status now: Being sorted."));
    }

    [Test]
    public async Task Mail_that_goes_again_has_the_same_message_id_and_another_mail_has_another()
    {
        await using var sink = new SmtpSink();
        await _house.Account("konto-1");
        await _house.Account("konto-2");
        await _house.Tell("mottaget", ["konto-1", "konto-2"]);
        var channel = new SmtpChannel(NoticeHouse.Options(sink.Port), NoticeHouse.Links);
        var mails = await _house.Mails();
        await channel.Send(mails[0], "a@vard.example", CancellationToken.None);
        await channel.Send(mails[0], "a@vard.example", CancellationToken.None);
        await channel.Send(mails[1], "b@vard.example", CancellationToken.None);
        var ids = sink.Mails.Select(m => m.Header("Message-ID")).ToList();
        Assert.That(ids[0], Does.Match("^<[0-9a-f]{32}@caseflow.example>$"));
        Assert.That(ids[1], Is.EqualTo(ids[0]));
        Assert.That(ids[2], Is.Not.EqualTo(ids[0]));
    }

    [TestCase("Ärende\r\nBcc: alla@vard.example", TestName = "Line_break_in_a_subject_begins_no_header")]
    [TestCase("Ärende\u2028Bcc: alla@vard.example\u0085x", TestName = "Unicode_line_separator_in_a_subject_begins_no_header")]
    public async Task Subject_begins_no_header(string subject)
    {
        await using var sink = new SmtpSink();
        var mail = new Mail { Cause = "x", AccountId = "konto-1", Language = "sv", Subject = subject, PlainText = "x", Html = "<p>x</p>" };
        await new SmtpChannel(NoticeHouse.Options(sink.Port), NoticeHouse.Links).Send(mail, "a@vard.example", CancellationToken.None);
        var received = sink.Mails.Single();
        Assert.That(received.Header("Bcc"), Is.Null);
        Assert.That(received.Recipients, Is.EqualTo(new[] { "a@vard.example" }));
    }

    [Test]
    public void Markup_in_a_text_is_shown_and_not_run()
    {
        var text = new MailText("sv", "x").Paragraph("<script>alert(1)</script>").List([("<b>&\"", new Uri("https://caseflow.example/?a=\"&b"))]);
        Assert.That(text.Html, Does.Contain("&lt;script&gt;").And.Contain("&lt;b&gt;&amp;&quot;").And.Not.Contain("<script>").And.Not.Contain("?a=\"&b"));
    }

    [Test]
    public async Task Mail_server_that_is_away_gets_the_mail_when_it_is_back()
    {
        await _house.Account("konto-1");
        await _house.Tell("mottaget", ["konto-1"]);
        await using (var gone = new SmtpSink())
        {
            gone.Refusal = "451 later";
            await Send(_house.Delivery(gone));
        }

        Assert.That((await _house.Mails())[0], Has.Property("State").EqualTo(MailState.Waiting).And.Property("Attempts").EqualTo(1));
        await using var sink = new SmtpSink();
        await Send(_house.Delivery(sink));
        Assert.That(sink.Mails, Is.Empty, "not before the pause is over");
        _house.Time.Advance(TimeSpan.FromSeconds(30));
        await Send(_house.Delivery(sink));
        Assert.That(sink.Mails, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Mail_to_a_mailbox_that_does_not_exist_is_given_up_at_once_and_can_be_sent_again()
    {
        await using var sink = new SmtpSink { Refusal = "550 no such mailbox" };
        await _house.Account("konto-1");
        await _house.Tell("mottaget", ["konto-1"]);
        await Send(_house.Delivery(sink));
        var mail = (await _house.Mails())[0];
        Assert.That(mail, Has.Property("State").EqualTo(MailState.GivenUp).And.Property("LastError").EqualTo("SmtpException: MailboxUnavailable"));
        sink.Refusal = null;
        await _house.Outbox.SendAgain(Administrator, mail.Id, CancellationToken.None);
        await Send(_house.Delivery(sink));
        Assert.That(sink.Mails, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Mail_server_that_stays_away_for_three_days_leaves_the_mail_given_up_and_visible()
    {
        await _house.Account("konto-1");
        await _house.Tell("mottaget", ["konto-1"]);
        await using var sink = new SmtpSink { Refusal = "451 later" };
        for (var hour = 0; hour < 80; hour++)
        {
            await Send(_house.Delivery(sink));
            _house.Time.Advance(TimeSpan.FromHours(1));
        }

        var listed = await _house.Outbox.List(Administrator, MailState.GivenUp, 10, CancellationToken.None);
        Assert.That(listed.Value, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Without_a_mail_server_mails_are_kept_for_the_administrator_and_not_sent_later_by_surprise()
    {
        await _house.Account("konto-1");
        await _house.Tell("mottaget", ["konto-1"]);
        await Send(_house.Delivery(null));
        var kept = (await _house.Outbox.List(Administrator, MailState.Kept, 10, CancellationToken.None)).Value.Single();
        Assert.That(kept.PlainText, Does.Contain("Ärende 2027-00017 är mottaget"));
        await using var sink = new SmtpSink();
        await Send(_house.Delivery(sink));
        Assert.That(sink.Mails, Is.Empty);
        await _house.Outbox.SendAgain(Administrator, kept.Id, CancellationToken.None);
        await Send(_house.Delivery(sink));
        Assert.That(sink.Mails, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Only_a_system_administrator_sees_the_mails()
    {
        var outcome = await _house.Outbox.List(new Actor("konto-1", [new RoleGrant("direktor")]), null, 10, CancellationToken.None);
        Assert.That(outcome.Refusals.Single().Code, Is.EqualTo("notifications.not-administrator"));
    }

    [Test]
    public async Task Mail_that_was_sent_is_not_sent_again_on_demand()
    {
        await using var sink = new SmtpSink();
        await _house.Account("konto-1");
        await _house.Tell("mottaget", ["konto-1"]);
        await Send(_house.Delivery(sink));
        var outcome = await _house.Outbox.SendAgain(Administrator, (await _house.Mails())[0].Id, CancellationToken.None);
        Assert.That(outcome.Refusals.Single().Code, Is.EqualTo("notifications.mail-not-standing"));
    }

    public void Dispose() => _house.Dispose();

    private static async Task Send(MailDelivery delivery)
    {
        while (await delivery.SendOne(CancellationToken.None))
        {
        }
    }
}
