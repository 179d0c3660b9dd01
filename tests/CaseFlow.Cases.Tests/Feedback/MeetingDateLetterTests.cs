using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Workflows;
using CaseFlow.Cases.Timeline;
using CaseFlow.Contracts;
using CaseFlow.Contracts.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Tests.Feedback;

/// <summary>What the submitter reads when a case is put on an agenda, moves with its meeting and is taken off, from the use case to the letter.</summary>
internal sealed class MeetingDateLetterTests
{
    private const string Path = "mote/scenarios/flyttat-mote.yaml";

    [Test]
    [Property("Requirement", "R103")]
    [Property("Requirement", "R155")]
    public async Task The_notice_and_the_mail_name_the_day_of_the_meeting_and_say_when_there_is_none_any_more()
    {
        var clock = new ScenarioClock();
        await using var services = ScenarioRunner.Services(await DatabasesOfRun.For(DatabaseProvider.Sqlite).Create(), clock);
        await services.GetRequiredService<DeployBundle>().FromFolder(WorkflowFolder.Path, Actor.System, CancellationToken.None);
        // Until the meeting has been moved; what is left of the scenario calls it off.
        var text = WorkflowFolder.Get(Path).Text;
        var played = await services.GetRequiredService<ScenarioRunner>().Run(
            Scenario.Read(Path, text[..text.IndexOf("  - do: CancelMeeting", StringComparison.Ordinal)]), CancellationToken.None);
        Assert.That(played.Failures, Is.Empty);
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContextAsync();
        var about = await db.Set<CaseRow>().AsNoTracking().SingleAsync();
        var meeting = await db.Set<Meeting>().AsNoTracking().SingleAsync();
        var taken = await services.GetRequiredService<PutOnAgenda>().TakeOff(
            new Actor("administration", [new("administration", "vgr")]), null, meeting.Id, about.Id, CancellationToken.None);
        Assert.That(taken.Refusals, Is.Empty);

        await Deliver(services, clock, db);

        var submitter = await services.GetRequiredService<ActorSource>().Find(about.SubmittedBy, CancellationToken.None);
        var notices = await services.GetRequiredService<ReadNotices>().List(submitter!, 100, CancellationToken.None);
        Assert.That(notices.Select(n => n.Text).Where(t => t.Subject.Sv.EndsWith("mötesdatum", StringComparison.Ordinal)).Reverse().Select(t => t.What.Sv), Is.EqualTo(new[]
        {
            $"Ärende {about.Number} tas upp på mötet 12 mars 2026.",
            $"Ärende {about.Number} tas upp på mötet 19 mars 2026.",
            $"Ärende {about.Number} står inte längre på någon dagordning. Det väntar på ett nytt mötesdatum.",
        }));
        var mails = await db.Set<Mail>().AsNoTracking().Where(m => m.AccountId == about.SubmittedBy).Select(m => m.PlainText).ToListAsync();
        Assert.That(mails, Has.One.Contains("tas upp på mötet 12 mars 2026").And.One.Contains("tas upp på mötet 19 mars 2026").And.One.Contains("inte längre på någon dagordning"));
    }

    /// <summary>What the consumer of the outbox does with each request, in order.</summary>
    private static async Task Deliver(ServiceProvider services, ScenarioClock clock, CaseFlowDb db)
    {
        var name = ContractMap.NameOf(typeof(MailRequested));
        foreach (var row in (await db.Set<OutboxRow>().AsNoTracking().Where(o => o.Type == name).ToListAsync()).OrderBy(o => o.Sequence))
        {
            clock.MoveTo(clock.GetUtcNow().AddMinutes(1)); // notices are read in the order of their time
            await services.GetRequiredService<WriteNotices>().Write(db, row.MessageId, (MailRequested)ContractJson.Read(row.Type, row.Body), CancellationToken.None);
            await db.SaveChangesAsync();
        }
    }
}
