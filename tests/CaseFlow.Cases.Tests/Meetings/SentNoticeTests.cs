using System.Text;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Scenarios;
using CaseFlow.Contracts;
using CaseFlow.Contracts.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>The notice is a frozen package that goes by mail with a calendar file; calendars follow what happens to the meeting.</summary>
internal sealed class SentNoticeTests
{
    private const string Guest = "sakkunnig@vard.example";
    private static readonly Actor Administration = StoppedScenario.Holding("administration", "vastkom");

    private StoppedScenario _house = null!; // the agenda of 11 April 2025 is set, and nothing sent
    private Guid _meeting;

    [SetUp]
    public async Task Open()
    {
        _house = await StoppedScenario.Play("mote/scenarios/mote-2025-04-11.yaml", step => step.Do == "SendNotice");
        _meeting = (await _house.Meeting()).Id;
        await using var db = _house.Db();
        db.Add(new Account { Id = "ledamot", UserName = "ledamot", DisplayName = "Ledamot", Email = "ledamot@vard.example" });
        db.Add(new RoleAssignment { Id = Guid.CreateVersion7(), AccountId = "ledamot", Role = "ledamot", Side = "vgr", ValidFrom = new(2025, 1, 1), GivenBy = "system", GivenAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R110")]
    public async Task What_comes_after_the_notice_is_a_supplement_and_the_notice_stays_as_it_was_sent()
    {
        await Send();
        var first = (await _house.Get<SentNotices>().Of(_meeting, default)).Sent.Single();
        var early = await _house.Get<SendSupplement>().Handle(Administration, null, _meeting, default);
        var added = await Add("Läget inför sommaren");
        var waits = await _house.Get<SentNotices>().Of(_meeting, default);

        var sent = await _house.Get<SendSupplement>().Handle(Administration, null, _meeting, default);

        var after = await _house.Get<SentNotices>().Of(_meeting, default);
        Assert.That(early.Refusals.Select(r => r.Code), Is.EqualTo(new[] { "meetings.nothing-to-add" }));
        Assert.That(waits.Added!.Items.Select(i => (i.ItemId, i.IsSupplement)), Is.EqualTo(new[] { (added, true) }));
        Assert.That(sent.Refusals, Is.Empty);
        Assert.That((after.Sent[0].Notice.Hash, NoticePackage.Hash(after.Sent[0].Notice.Content)), Is.EqualTo((first.Notice.Hash, first.Notice.Hash)));
        Assert.That((after.Sent[1].Notice.Kind, after.Sent[1].Added.Items.Single().Title, after.HasMore), Is.EqualTo((SentNoticeKinds.Supplement, "Läget inför sommaren", false)));
        Assert.That((await _house.Meeting()).NoticeHash, Is.EqualTo(first.Notice.Hash));
        var mail = (await Mails()).Last(m => m.AccountId == "ledamot");
        Assert.That(mail.PlainText, Does.Contain("Tillagt efter kallelsen").And.Contain("Läget inför sommaren").And.Not.Contain("Årsredovisning"));
    }

    [Test]
    [Property("Requirement", "R110")]
    public async Task The_mail_holds_the_greeting_the_agenda_with_times_and_a_calendar_file()
    {
        await Send();

        var mail = (await Mails()).Single(m => m.AccountId == "ledamot");

        Assert.That(mail.PlainText, Does.Contain("Välkomna!").And.Contain("fredag 11 april 2025, kl. 9.00 – 12.00").And.Contain("9.05–9.35 Uppföljning och avvikelser i samverkan (information). Föredragande: kallad sakkunnig, VGR"));
        Assert.That(mail.PlainText, Does.Contain("http://localhost/moten/" + _meeting));
        var file = mail.Attachments.Single();
        Assert.That((file.FileName, file.MediaType), Is.EqualTo(("kallelse.ics", "text/calendar; method=REQUEST; charset=utf-8")));
        Assert.That(Lines(file), Is.SupersetOf(new[] { $"UID:mote-{_meeting:N}@localhost", "SEQUENCE:0", "DTSTART:20250411T070000Z", "DTEND:20250411T100000Z" }));
    }

    [Test]
    [Property("Requirement", "R103")]
    [Property("Requirement", "R109")]
    public async Task Calendars_follow_a_meeting_that_is_moved_and_cancelled_and_a_guest_has_the_own_items_slot()
    {
        var item = (await _house.Items()).Single(i => i.Title.StartsWith("Årsredovisning", StringComparison.Ordinal));
        var wrong = await _house.Get<InviteGuest>().Handle(Administration, null, _meeting, item.Id, "Kallad sakkunnig, VGR", "inte en adress", default);
        var invited = await _house.Get<InviteGuest>().Handle(Administration, null, _meeting, item.Id, "Kallad sakkunnig, VGR", Guest, default);
        await Send();
        var moved = await _house.Get<MoveMeeting>().Handle(Administration, null, new(_meeting, new(2025, 4, 18), new(10, 0), new(13, 0), "Borås"), default);
        var cancelled = await _house.Get<CancelMeeting>().Handle(Administration, null, _meeting, default);

        Assert.That(wrong.Refusals.Select(r => r.Field), Is.EqualTo(new[] { "kalladAdress" }));
        Assert.That(invited.Refusals.Concat(moved.Refusals).Concat(cancelled.Refusals), Is.Empty);
        var guest = (await Mails()).Where(m => m.Address == Guest).ToList();
        Assert.That(guest[0].PlainText, Does.Contain("Du är kallad till en punkt, kl. 9.35 – 10.05.").And.Not.Contain("Uppföljning och avvikelser"));
        Assert.That(guest.Select(m => string.Join(' ', Lines(m.Attachments.Single()).Where(l => l.StartsWith("METHOD", StringComparison.Ordinal) || l.StartsWith("UID", StringComparison.Ordinal) || l.StartsWith("SEQUENCE", StringComparison.Ordinal) || l.StartsWith("DTSTART", StringComparison.Ordinal)).Order())), Is.EqualTo(new[]
        {
            $"DTSTART:20250411T073500Z METHOD:REQUEST SEQUENCE:0 UID:mote-{_meeting:N}-{item.Id:N}@localhost",
            $"DTSTART:20250418T083500Z METHOD:REQUEST SEQUENCE:1 UID:mote-{_meeting:N}-{item.Id:N}@localhost",
            $"DTSTART:20250418T083500Z METHOD:CANCEL SEQUENCE:2 UID:mote-{_meeting:N}-{item.Id:N}@localhost",
        }));
        var member = (await Mails()).Where(m => m.AccountId == "ledamot").ToList();
        Assert.That(member.Select(m => m.Subject), Is.EqualTo(new[] { "VVG 2025-04-11: kallelse", "VVG 2025-04-18: mötet är flyttat", "VVG 2025-04-18: mötet är inställt" }));
        Assert.That(member.Select(m => Lines(m.Attachments.Single()).Single(l => l.StartsWith("SEQUENCE", StringComparison.Ordinal))), Is.EqualTo(new[] { "SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:2" }));
    }

    [Test]
    [Property("Requirement", "R109")]
    public async Task A_guest_who_is_called_no_longer_is_told_and_the_slot_leaves_the_calendar()
    {
        var item = (await _house.Items()).Single(i => i.Title.StartsWith("Årsredovisning", StringComparison.Ordinal));
        await _house.Get<InviteGuest>().Handle(Administration, null, _meeting, item.Id, "Kallad sakkunnig, VGR", Guest, default);
        await Send();
        var row = (await _house.Get<InviteGuest>().Of(_meeting, default))[item.Id].Single();
        await _house.Get<InviteGuest>().TakeBack(Administration, null, _meeting, row.Id, default);

        var sent = await _house.Get<SendSupplement>().Handle(Administration, null, _meeting, default);
        var again = await _house.Get<SendSupplement>().Handle(Administration, null, _meeting, default);

        Assert.That(sent.Refusals, Is.Empty);
        Assert.That(again.Refusals.Select(r => r.Code), Is.EqualTo(new[] { "meetings.nothing-to-add" }), "it is said once");
        var last = (await Mails()).Last(m => m.Address == Guest);
        Assert.That(last.PlainText, Does.Contain("Du är inte längre kallad"));
        Assert.That(Lines(last.Attachments.Single()), Does.Contain("METHOD:CANCEL"));
    }

    [Test]
    public async Task A_meeting_that_is_moved_before_its_notice_is_told_in_plain_words()
    {
        await _house.Get<MoveMeeting>().Handle(Administration, null, new(_meeting, new(2025, 4, 18), new(10, 0), new(13, 0), "Borås"), default);

        var mail = (await Mails()).Single(m => m.AccountId == "ledamot");

        Assert.That((mail.Subject, mail.Attachments.Count), Is.EqualTo(("VVG 2025-04-18: mötet är flyttat", 0)));
    }

    private async Task Send() =>
        Assert.That((await _house.Complete(Administration, "SendNotice", ("syfte", "Gemensam inriktning."), ("halsning", "Välkomna!"))).Refusals, Is.Empty);

    private async Task<Guid> Add(string title) => (await _house.Get<EditAgenda>().Add(
        Administration, null, _meeting, new(ItemKinds.Information, title, "", 5, "Beredningen"), null, default)).Value.ItemId;

    private static string[] Lines(MailAttachment file) => Encoding.UTF8.GetString(file.Content).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    // Writes the mails that were asked for and are not written yet, as the consumer does, and gives all there are.
    private async Task<IReadOnlyList<Mail>> Mails()
    {
        await using var db = _house.Db();
        var written = await db.Set<Mail>().Select(m => m.Cause).ToListAsync();
        var asked = await db.Set<OutboxRow>().OrderBy(o => o.Sequence).ToListAsync();
        foreach (var row in asked)
        {
            if (written.Exists(c => c.StartsWith(row.MessageId.ToString("N"), StringComparison.Ordinal)))
                continue;
            if (ContractJson.Read(row.Type, row.Body) is MailRequested { MeetingId: not null, CaseId: null } request)
                await _house.Get<WriteNotices>().Write(db, row.MessageId, request, default);
        }

        await db.SaveChangesAsync();
        var order = asked.ConvertAll(o => o.MessageId.ToString("N"));
        return [.. (await db.Set<Mail>().AsNoTracking().Include(m => m.Attachments).ToListAsync()).OrderBy(m => order.IndexOf(m.Cause[..32]))];
    }
}
