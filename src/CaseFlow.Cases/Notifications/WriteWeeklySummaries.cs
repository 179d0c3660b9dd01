using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Notifications;

/// <summary>
/// One mail a week to each person who wants it and has something in it: what waits for them, and what happened since last week.
/// Written once for each week, Monday 07:00 in Sweden, or later when CaseFlow did not run then.
/// </summary>
public sealed class WriteWeeklySummaries(IDbContextFactory<CaseFlowDb> databases, TimeProvider time, Ids ids, MailLinks links)
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly TimeSpan Hour = TimeSpan.FromHours(7);

    /// <summary>A week that was missed for longer than this gets no summary: it would tell of what people already know.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromDays(3);

    /// <summary>The last Monday 07:00 in Sweden that is not after <paramref name="now"/>.</summary>
    public static DateTimeOffset LastOccasion(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Stockholm);
        var monday = local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)) + Hour;
        var occasion = new DateTimeOffset(monday, Stockholm.GetUtcOffset(monday));
        if (occasion <= now)
            return occasion;
        monday = monday.AddDays(-7);
        return new DateTimeOffset(monday, Stockholm.GetUtcOffset(monday));
    }

    /// <summary>Writes this week's summaries unless that is done or too late. Doing it again, or on two nodes at once, makes no second mail.</summary>
    /// <returns>How many mails were written.</returns>
    public async Task<int> WriteIfDue(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var occasion = LastOccasion(now);
        if (now - occasion > Lateness)
            return 0;
        var week = SummaryWeek.KeyOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(occasion, Stockholm).Date));
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        if (await db.Set<SummaryWeek>().AnyAsync(w => w.Week == week, ct))
            return 0;
        // The row is written first: another node that writes the same week fails on its key and leaves nothing behind.
        db.Add(new SummaryWeek { Week = week, WrittenAt = now });
        await db.SaveChangesAsync(ct);
        var written = await Write(db, week, occasion, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        return written;
    }

    private async Task<int> Write(CaseFlowDb db, string week, DateTimeOffset occasion, DateTimeOffset now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Stockholm).Date);
        var off = await db.Set<MailSettings>().Where(s => s.Pace == MailPace.Off).Select(s => s.AccountId).ToListAsync(ct);
        var accounts = await db.Set<Account>().AsNoTracking()
            .Where(a => a.ClosedAt == null && a.Email != null && !off.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct);
        var grants = (await db.Set<RoleAssignment>().AsNoTracking().ToListAsync(ct))
            .Where(r => r.IsInForce(today)).ToLookup(r => r.AccountId, r => r.ToGrant(), StringComparer.Ordinal);
        var tasks = await OpenTasks(db, ct);
        var since = occasion.AddDays(-7);
        var notices = (await db.Set<Notice>().AsNoTracking().Where(n => n.At >= since).OrderBy(n => n.At).ToListAsync(ct))
            .ToLookup(n => n.AccountId, StringComparer.Ordinal);
        var written = 0;
        foreach (var account in accounts)
        {
            var actor = new Actor(account.Id, [.. grants[account.Id]]);
            var waiting = tasks.Where(t => t.Task.Candidates.Any(c => actor.Holds(c.Role, c.Side, c.Area))).ToList();
            var happened = notices[account.Id].ToList();
            if (waiting.Count == 0 && happened.Count == 0)
                continue;
            var text = SummaryMail.Write(account.Language, week, waiting, happened, links);
            db.Add(new Mail
            {
                Id = ids.Next(),
                Cause = $"summary/{week}/{account.Id}",
                AccountId = account.Id,
                Language = account.Language,
                Subject = text.Subject,
                PlainText = text.Plain,
                Html = text.Html,
                WrittenAt = now,
                State = MailState.Waiting,
                AvailableAt = now,
            });
            written++;
        }

        return written;
    }

    private static async Task<IReadOnlyList<WaitingTask>> OpenTasks(CaseFlowDb db, CancellationToken ct)
    {
        var tasks = await db.Set<TaskRow>().AsNoTracking().Include(t => t.Candidates).Where(t => t.EndedAt == null).ToListAsync(ct);
        var instances = tasks.Select(t => t.InstanceId).Distinct().ToList();
        var numbers = await db.Set<InstanceRow>().AsNoTracking().Where(i => instances.Contains(i.Id))
            .Select(i => new { i.Id, i.Number }).ToDictionaryAsync(i => i.Id, i => i.Number, ct);
        return [.. tasks.Select(t => new WaitingTask(t, numbers.GetValueOrDefault(t.InstanceId) ?? ""))
            .OrderBy(t => t.Task.DueAt ?? DateTimeOffset.MaxValue).ThenBy(t => t.Number, StringComparer.Ordinal)];
    }
}

/// <summary>An open task and the number of its case or meeting.</summary>
internal sealed record WaitingTask(TaskRow Task, string Number);

/// <summary>The words of a weekly summary.</summary>
internal static class SummaryMail
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static MailText Write(string language, string week, IReadOnlyList<WaitingTask> waiting, IReadOnlyList<Notice> happened, MailLinks links)
    {
        var culture = language == "en" ? NotificationsTexts.English : NotificationsTexts.Swedish;
        var mail = new MailText(language, Words("summary.subject", int.Parse(week[^2..], CultureInfo.InvariantCulture))).Heading(Words("summary.waiting"));
        if (waiting.Count == 0)
            mail.Paragraph(Words("summary.nothing-waits"));
        else
            mail.List(waiting.Select(t => (Line(t), links.Task(t.Task.Address)))).Link(Words("summary.open"), links.ToDo);
        mail.Heading(Words("summary.happened"));
        if (happened.Count == 0)
            mail.Paragraph(Words("summary.nothing-happened"));
        else
            mail.List(happened.Select(n => (ReadNotices.Shown(n).Text.What.In(language), Target(n))));
        return mail.Link(Words("mail.settings"), links.Notices).Paragraph(Words("mail.no-reply"));

        string Words(string key, params object?[] arguments) => NotificationsTexts.Get(key, arguments).In(language);

        string Line(WaitingTask t) => t.Task.DueAt is { } due
            ? Words("summary.task-due", t.Number, t.Task.Called.In(language), TimeZoneInfo.ConvertTime(due, Stockholm).ToString("d MMMM", culture))
            : Words("summary.task", t.Number, t.Task.Called.In(language));

        Uri Target(Notice n) => n.CaseId is not null ? links.Case(n.Number) : n.MeetingId is { } meeting ? links.Meeting(meeting) : links.Notices;
    }
}
