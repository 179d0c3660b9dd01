using CaseFlow.Cases.Notifications;

namespace CaseFlow.Cases.Tests.Notifications;

/// <summary>Mails to people without an account.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PersonalMailTests : IDisposable
{
    private readonly NoticeHouse _house = new();

    [Test, Property("Requirement", "R167")]
    public async Task The_personal_link_stands_in_what_is_sent_and_not_in_what_is_stored()
    {
        await using var sink = new SmtpSink();
        await Write(Guid.NewGuid());

        Assert.That(await _house.Delivery(sink).SendOne(CancellationToken.None), Is.True);

        var sent = sink.Mails.Single();
        Assert.That(sent.Recipients, Is.EqualTo(new[] { "radet@vard.example" }));
        Assert.That(sent.Text, Does.Contain("https://caseflow.example/remissvar/hemlig").And.Not.Contain(Mail.PersonalMark));
        var stored = (await _house.Mails()).Single();
        Assert.That(stored.State, Is.EqualTo(MailState.Sent));
        Assert.That(stored.PlainText + stored.Html, Does.Contain(Mail.PersonalMark).And.Not.Contain("hemlig"));
    }

    [Test, Property("Requirement", "R167")]
    public async Task Who_has_answered_meanwhile_is_not_written_to()
    {
        await using var sink = new SmtpSink();
        await Write(Guid.Empty);

        await _house.Delivery(sink).SendOne(CancellationToken.None);

        Assert.That(sink.Mails, Is.Empty);
        Assert.That((await _house.Mails()).Single(), Has.Property("State").EqualTo(MailState.GivenUp).And.Property("LastError").EqualTo("link.not-wanted"));
    }

    public void Dispose() => _house.Dispose();

    private async Task Write(Guid holder)
    {
        var text = new MailText("sv", "Remiss").Link("Svara", NoticeHouse.Links.ConsultationAnswer(Mail.PersonalMark));
        await using var db = _house.Open();
        db.Add(new Mail
        {
            Id = Guid.NewGuid(),
            Cause = "remiss/1",
            AccountId = "",
            LinkHolder = holder,
            Language = "sv",
            Subject = text.Subject,
            PlainText = text.Plain,
            Html = text.Html,
            WrittenAt = _house.Time.GetUtcNow(),
            AvailableAt = _house.Time.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }
}
