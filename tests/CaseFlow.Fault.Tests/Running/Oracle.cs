using CaseFlow.Cases.Access;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Fault.Tests.Running;

/// <summary>What must hold after every fault, whatever it was.</summary>
internal static class Oracle
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(90);

    /// <summary>All that was begun is finished, without anybody doing anything.</summary>
    public static Task Drained(Site site) =>
        Eventually.Find(
            async () => await site.Unfinished() is { IsNothing: true } nothing ? nothing : null,
            DrainTime,
            () => $"{site.Unfinished().GetAwaiter().GetResult()}\n{site.Web.Output}");

    /// <summary>The journey has left behind what an undisturbed one does; what a broker has taken may still be on its way.</summary>
    public static async Task LeftTheSame(Site site, Journey journey, IReadOnlyList<string> expected)
    {
        IReadOnlyList<string> found = [];
        try
        {
            await Eventually.Find(
                async () => (found = await Footprint.Of(site, journey)).SequenceEqual(expected, StringComparer.Ordinal) ? found : null, DrainTime, () => journey.Number);
        }
        catch (TimeoutException)
        {
            Assert.That(found, Is.EqualTo(expected), $"{journey.Number} against an undisturbed journey");
        }
    }

    /// <summary>Each acknowledged command was done once, and there is no other.</summary>
    public static async Task EachCommandOnce(Site site, IReadOnlyCollection<string> acknowledged)
    {
        await using var db = site.OpenDb();
        // The system's own requests are its jobs'.
        var stored = await db.Requests.Where(r => r.ActorId != Actor.System.AccountId).ToListAsync();
        // REST keeps the key with a digest of what was sent under it.
        Assert.That(stored.Select(r => r.RequestId.Split('#')[0]), Is.EquivalentTo(acknowledged));
        Assert.That(stored.Select(r => r.Answer), Has.None.Empty);
        var completed = await db.Tasks.Where(t => t.End == TaskEnd.Done).CountAsync();
        var commands = stored.Count(r => r.UseCase == "CompleteTask");
        Assert.That(completed, Is.EqualTo(commands), "each completed task was completed by one command");
    }

    /// <summary>Each mail that was written went out, and what went out was written once.</summary>
    public static async Task EachMailOnce(Site site)
    {
        await using var db = site.OpenDb();
        var mails = await db.Set<Mail>().ToListAsync();
        Assert.That(mails.Select(m => m.State), Is.All.EqualTo(MailState.Sent));
        var copies = site.Mail.Mails.GroupBy(m => m.Header("Message-ID") ?? "").ToList();
        Assert.That(copies, Has.Count.EqualTo(mails.Count), "as many different mails went out as were written");
        Assert.That(copies.Where(c => c.Select(m => (m.Recipients.Single(), m.Subject)).Distinct().Count() > 1), Is.Empty, "a Message-ID is one mail's");
        var again = copies.Sum(c => c.Count() - 1);
        Assert.That(again, Is.LessThanOrEqualTo(mails.Sum(m => m.Attempts - 1)), "a mail goes again only when its first sending was cut off");
        await TestContext.Out.WriteLineAsync($"{mails.Count} mails, {again} of them handed over again with the same Message-ID");
    }

    /// <summary>Nothing stands aside, and nothing waits for somebody to mend it.</summary>
    public static async Task NothingAside(Site site)
    {
        await using var db = site.OpenDb();
        Assert.That(await db.Set<Cases.Storage.DeadLetterRow>().Select(d => d.Cause).ToListAsync(), Is.Empty);
        Assert.That(await db.Incidents.Select(i => i.Code).ToListAsync(), Is.Empty);
    }

    /// <summary>The stored facts give the stored state, and the chain of their hashes is whole.</summary>
    public static async Task RecordIsWhole(Site site)
    {
        var (code, output) = await site.Verb("replay", "--all");
        Assert.That(output, Does.Contain(" 0 differ"));
        Assert.That(code, Is.Zero);
    }
}
