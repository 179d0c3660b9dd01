using CaseFlow.Cases.Access;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;

namespace CaseFlow.Cases.Tests.Notifications;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class WeeklySummaryTests : IDisposable
{
    // Monday 2027-03-08, 06:59:59 in Sweden.
    private readonly NoticeHouse _house = new(new DateTimeOffset(2027, 3, 8, 5, 59, 59, TimeSpan.Zero));

    [TestCase("2027-03-08T05:59:59Z", "2027-03-01T06:00:00Z", TestName = "Just_before_seven_it_is_still_last_week_s")]
    [TestCase("2027-03-08T06:00:00Z", "2027-03-08T06:00:00Z", TestName = "At_seven_it_is_this_week_s")]
    [TestCase("2027-03-28T22:00:00Z", "2027-03-22T06:00:00Z", TestName = "On_Sunday_night_of_summer_time_it_is_still_last_week_s")]
    [TestCase("2027-03-29T05:00:00Z", "2027-03-29T05:00:00Z", TestName = "After_summer_time_began_seven_is_an_hour_earlier")]
    [TestCase("2027-11-01T06:00:00Z", "2027-11-01T06:00:00Z", TestName = "After_summer_time_ended_seven_is_an_hour_later")]
    public void Occasion_is_monday_at_seven_in_sweden(string now, string occasion) =>
        Assert.That(WriteWeeklySummaries.LastOccasion(DateTimeOffset.Parse(now, null)), Is.EqualTo(DateTimeOffset.Parse(occasion, null)));

    [Test]
    public async Task Person_gets_one_mail_with_what_waits_and_what_has_happened()
    {
        await _house.Account("konto-1", grants: new RoleGrant("beredningsansvarig", "side-1"));
        await _house.AddCase();
        await AddTask("Bedöm sortering", new TaskCandidateRow { Role = "beredningsansvarig", Side = "side-1" });
        await AddTask("Något för den andra sidan", new TaskCandidateRow { Role = "beredningsansvarig", Side = "side-2" });
        await _house.Pace.Choose(new Actor("konto-1", []), MailPace.Weekly, CancellationToken.None);
        await _house.Tell("mottaget", ["konto-1"]);
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await _house.Summaries.WriteIfDue(CancellationToken.None), Is.EqualTo(1));
        var mail = (await _house.Mails()).Single();
        Assert.That(mail.Subject, Is.EqualTo("Din vecka i CaseFlow, vecka 10"));
        Assert.That(mail.PlainText, Does.Contain("2027-00017: Bedöm sortering, senast 12 mars").And.Contain("Ärende 2027-00017 är mottaget").And.Not.Contain("andra sidan"));
    }

    [Test]
    public async Task Summary_is_written_once_a_week_however_often_it_is_asked_for()
    {
        await _house.Account("konto-1");
        await _house.Tell("mottaget", ["konto-1"]);
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        await _house.Summaries.WriteIfDue(CancellationToken.None);
        Assert.That(await _house.Summaries.WriteIfDue(CancellationToken.None), Is.Zero);
        await _house.Tell("sortering", ["konto-1"]);
        _house.Time.Advance(TimeSpan.FromDays(7));
        Assert.That(await _house.Summaries.WriteIfDue(CancellationToken.None), Is.EqualTo(1));
    }

    [Test]
    public async Task Nobody_gets_an_empty_summary_or_one_they_do_not_want()
    {
        await _house.Account("konto-1");
        var off = await _house.Account("konto-2");
        await _house.Pace.Choose(off, MailPace.Off, CancellationToken.None);
        await _house.Tell("mottaget", ["konto-2"]);
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await _house.Summaries.WriteIfDue(CancellationToken.None), Is.Zero);
    }

    [TestCase(2, 1, TestName = "Summary_that_was_missed_on_Monday_comes_on_Wednesday")]
    [TestCase(4, 0, TestName = "Summary_that_was_missed_until_Friday_does_not_come")]
    public async Task Missed_summary(int daysLate, int mails)
    {
        await _house.Account("konto-1");
        await _house.Pace.Choose(new Actor("konto-1", []), MailPace.Weekly, CancellationToken.None);
        await _house.Tell("mottaget", ["konto-1"]);
        _house.Time.Advance(TimeSpan.FromSeconds(1) + TimeSpan.FromDays(daysLate));
        await _house.Summaries.WriteIfDue(CancellationToken.None);
        Assert.That(await _house.Mails(), Has.Count.EqualTo(mails));
    }

    public void Dispose() => _house.Dispose();

    private async Task AddTask(string name, TaskCandidateRow candidate)
    {
        await using var db = _house.Open();
        var instance = await db.Instances.FindAsync(NoticeHouse.Case);
        if (instance is null)
        {
            db.Instances.Add(new InstanceRow
            {
                Id = NoticeHouse.Case,
                SubjectKind = "case",
                Number = "2027-00017",
                ProcessId = "p",
                CorrelationKey = "k",
                BundleHash = "h",
                State = [],
                ChainHash = [],
            });
        }

        var task = new TaskRow
        {
            InstanceId = NoticeHouse.Case,
            TaskKey = db.Tasks.Count() + 1,
            SubjectKind = "case",
            ProcessId = "p",
            ElementId = "e",
            Name = name,
            DueAt = new DateTimeOffset(2027, 3, 12, 22, 59, 59, TimeSpan.Zero),
        };
        task.Candidates.Add(candidate);
        db.Tasks.Add(task);
        await db.SaveChangesAsync();
    }
}
