using System.Text.Json;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Notifications;

/// <summary>A notice as it is shown.</summary>
public sealed record ShownNotice(Guid Id, NoticeText Text, Guid? CaseId, Guid? MeetingId, string Number, DateTimeOffset At, bool IsRead);

/// <summary>An account's own notices: only its own, whoever asks.</summary>
public sealed class ReadNotices(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    /// <summary>The newest first.</summary>
    /// <param name="limit">1 to 200.</param>
    public async Task<IReadOnlyList<ShownNotice>> List(Actor actor, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 200);
        await using var db = await databases.CreateDbContextAsync(ct);
        var notices = await db.Set<Notice>().AsNoTracking().Where(n => n.AccountId == actor.AccountId)
            .OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(limit).ToListAsync(ct);
        return [.. notices.Select(Shown)];
    }

    public async Task<int> CountUnread(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Notice>().CountAsync(n => n.AccountId == actor.AccountId && n.ReadAt == null, ct);
    }

    /// <summary>Marks one notice as read, or all of them. Marking again changes nothing.</summary>
    /// <param name="noticeId">Null for all.</param>
    public async Task<Outcome<int>> MarkRead(Actor actor, Guid? noticeId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var own = db.Set<Notice>().Where(n => n.AccountId == actor.AccountId && (noticeId == null || n.Id == noticeId));
        if (noticeId is not null && !await own.AnyAsync(ct))
            return new Refusal(RefusalKind.NotFound, "notifications.unknown-notice", NotificationsTexts.Get("refusal.unknown-notice"));
        var now = time.GetUtcNow();
        var marked = await own.Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct);
        await transaction.Commit(ct);
        return Outcome<int>.Accepted(marked);
    }

    internal static ShownNotice Shown(Notice notice) => new(
        notice.Id,
        NoticeText.Of(notice.Template, notice.Number, Codes(notice), isMeeting: notice.CaseId is null),
        notice.CaseId, notice.MeetingId, notice.Number, notice.At, notice.ReadAt is not null);

    internal static IReadOnlyDictionary<string, string> Codes(Notice notice) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(notice.Codes) ?? [];
}
