using System.Globalization;
using System.Resources;
using CaseFlow.Cases.Notifications;

namespace CaseFlow.Cases.Tests.Notifications;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class NoticeTests : IDisposable
{
    private readonly NoticeHouse _house = new();

    [Test]
    public async Task Account_reads_its_own_notices_newest_first_and_nobody_else_s()
    {
        var reader = await _house.Account("konto-1");
        await _house.Account("konto-2");
        await _house.Tell("mottaget", ["konto-1", "konto-2"]);
        _house.Time.Advance(TimeSpan.FromHours(1));
        await _house.Tell("sortering", ["konto-1"], null, ("outcomeSv", "Det tas upp för dialog."), ("outcomeEn", "It is taken up for dialogue."));
        await _house.Tell("sortering", ["konto-2"]);
        var notices = await _house.Read.List(reader, 10, CancellationToken.None);
        Assert.That(notices.Select(n => n.Text.What.Sv), Is.EqualTo(new[]
        {
            "Ärende 2027-00017 är sorterat. Det tas upp för dialog.",
            "Ärende 2027-00017 är mottaget och ska sorteras.",
        }));
        Assert.That(notices[0].Text.What.En, Is.EqualTo("Case 2027-00017 has been sorted. It is taken up for dialogue."));
    }

    [Test]
    public async Task Notice_is_unread_until_its_reader_marks_it()
    {
        var reader = await _house.Account("konto-1");
        var other = await _house.Account("konto-2");
        await _house.Tell("mottaget", ["konto-1"]);
        await _house.Tell("sortering", ["konto-1"]);
        var first = (await _house.Read.List(reader, 10, CancellationToken.None))[0];
        Assert.That((await _house.Read.MarkRead(other, first.Id, CancellationToken.None)).Refusals.Single().Code, Is.EqualTo("notifications.unknown-notice"));
        Assert.That(await _house.Read.CountUnread(reader, CancellationToken.None), Is.EqualTo(2));
        await _house.Read.MarkRead(reader, first.Id, CancellationToken.None);
        Assert.That(await _house.Read.CountUnread(reader, CancellationToken.None), Is.EqualTo(1));
        await _house.Read.MarkRead(reader, null, CancellationToken.None);
        Assert.That(await _house.Read.CountUnread(reader, CancellationToken.None), Is.Zero);
    }

    [TestCase(MailPace.AtOnce, 1)]
    [TestCase(MailPace.Weekly, 0)]
    [TestCase(MailPace.Off, 0)]
    public async Task Account_chooses_how_often_it_gets_mail_and_gets_the_notice_always(MailPace pace, int mails)
    {
        var reader = await _house.Account("konto-1");
        await _house.Pace.Choose(reader, pace, CancellationToken.None);
        await _house.Pace.Choose(reader, pace, CancellationToken.None);
        await _house.Tell("mottaget", ["konto-1"]);
        Assert.That(await _house.Pace.Current(reader, CancellationToken.None), Is.EqualTo(pace));
        Assert.That(await _house.Mails(), Has.Count.EqualTo(mails));
        Assert.That(await _house.Read.CountUnread(reader, CancellationToken.None), Is.EqualTo(1));
    }

    [Test]
    public async Task Unknown_accounts_and_repeated_names_make_no_extra_notice()
    {
        await _house.Account("konto-1");
        await _house.Tell("mottaget", ["konto-1", "konto-1", "ingen"]);
        Assert.That((await _house.Mails()).Select(m => m.AccountId), Is.EqualTo(new[] { "konto-1" }));
    }

    [TestCase("2027-03-12", "Ärende 2027-00017 tas upp på mötet 12 mars 2027.")]
    [TestCase(null, "Ärende 2027-00017 står inte längre på någon dagordning. Det väntar på ett nytt mötesdatum.")]
    public async Task Case_that_was_taken_off_an_agenda_is_not_told_of_with_an_empty_date(string? date, string what)
    {
        var reader = await _house.Account("konto-1");
        await _house.Tell("motesdatum", ["konto-1"], null, date is null ? [] : [("date", date)]);
        Assert.That((await _house.Read.List(reader, 1, CancellationToken.None))[0].Text.What.Sv, Is.EqualTo(what));
    }

    [Test]
    public async Task Occasion_without_words_of_its_own_gets_the_general_ones()
    {
        var reader = await _house.Account("konto-1");
        await _house.Tell("nytt-steg", ["konto-1"]);
        Assert.That((await _house.Read.List(reader, 1, CancellationToken.None))[0].Text.What.Sv, Is.EqualTo("Det har hänt något i ärende 2027-00017."));
    }

    [Test]
    public void Every_text_is_there_in_both_languages_with_the_same_places()
    {
        var texts = new ResourceManager("CaseFlow.Cases.Notifications.NotificationsTexts", typeof(Notice).Assembly);
        var swedish = Keys(texts, CultureInfo.InvariantCulture);
        var english = Keys(texts, CultureInfo.GetCultureInfo("en"));
        Assert.That(english.Keys, Is.EquivalentTo(swedish.Keys));
        Assert.That(english.Select(t => (t.Key, Places(t.Value))), Is.EquivalentTo(swedish.Select(t => (t.Key, Places(t.Value)))));
        Assert.That(swedish.Keys.Where(k => k.EndsWith(".what", StringComparison.Ordinal)).Select(k => k.Replace(".what", ".why", StringComparison.Ordinal)), Is.SubsetOf(swedish.Keys));

        static Dictionary<string, string> Keys(ResourceManager texts, CultureInfo culture) =>
            texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>() // both files are built in
                .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);

        static string Places(string text) => string.Concat(Enumerable.Range(0, 4).Where(i => text.Contains($"{{{i}}}", StringComparison.Ordinal)));
    }

    public void Dispose() => _house.Dispose();
}
