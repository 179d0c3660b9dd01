using CaseFlow.Cases.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Fault.Tests.Running;

/// <summary>
/// Everything that a journey has left behind, in words that are the same for every journey that went the same way: facts,
/// tasks, notices and mails. Two journeys compare equal when nothing is missing in one and nothing is there twice.
/// </summary>
internal static class Footprint
{
    private const int LooksInARow = 40;

    /// <summary>The footprint when nothing has come to it for two seconds.</summary>
    public static async Task<IReadOnlyList<string>> Settled(Site site, Journey journey)
    {
        await Oracle.Drained(site);
        IReadOnlyList<string> last = [];
        var same = 0;
        return await Eventually.Find(
            async () =>
            {
                var now = await Of(site, journey);
                same = now.SequenceEqual(last, StringComparer.Ordinal) ? same + 1 : 0;
                last = now;
                return same >= LooksInARow ? now : null;
            },
            TimeSpan.FromMinutes(1),
            () => $"{journey.Number} never came to rest");
    }

    public static async Task<IReadOnlyList<string>> Of(Site site, Journey journey)
    {
        await using var db = site.OpenDb();
        var lines = new List<string>();
        foreach (var (id, what) in new[] { (journey.Case, "case"), (journey.Meeting, "meeting") })
        {
            lines.AddRange((await db.Facts.Where(f => f.InstanceId == id).Select(f => f.Name).ToListAsync()).Select(name => $"{what} fact {name}"));
            lines.AddRange((await db.Tasks.Where(t => t.InstanceId == id).Select(t => new { t.ElementId, t.End }).ToListAsync())
                .Select(t => $"{what} task {t.ElementId} {t.End}"));
        }

        var about = await db.Cases.SingleAsync(c => c.Id == journey.Case);
        lines.Add($"case status {about.StatusKey} {about.Outcome}");
        var notices = await db.Set<Notice>().Where(n => n.CaseId == journey.Case || n.MeetingId == journey.Meeting).ToListAsync();
        lines.AddRange(notices.Select(n => $"notice {n.Template} to {n.AccountId}"));
        lines.AddRange(MailsOf(site, journey).Select(m => $"mail {m.Subject} to {m.Recipient}"));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    // A mail that was sent again because the process died before it could note the answer has the same Message-ID: for its receiver it is one mail.
    private static IEnumerable<(string Recipient, string Subject)> MailsOf(Site site, Journey journey) =>
        site.Mail.Mails.DistinctBy(m => m.Header("Message-ID"))
            .Where(m => m.Subject.Contains(journey.Number, StringComparison.Ordinal) || m.Subject.Contains(journey.MeetingName, StringComparison.Ordinal))
            .Select(m => (m.Recipients.Single(), m.Subject.Replace(journey.Number, "N", StringComparison.Ordinal).Replace(journey.MeetingName, "M", StringComparison.Ordinal)));
}
