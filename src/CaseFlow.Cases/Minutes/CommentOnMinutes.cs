using CaseFlow.Cases.Access;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <summary>Comments on the minutes by those who took part: who has a task in the meeting, and who sits in the body. Whoever writes the minutes marks a comment as taken care of.</summary>
public sealed class CommentOnMinutes(ProcessStore store)
{
    internal const int MaxLength = 2000;

    public Task<Outcome<MinutesReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, string text, CancellationToken ct) =>
        store.Run<MinutesReceipt>(actor, nameof(CommentOnMinutes), requestId, async (unit, token) =>
        {
            if (await unit.Load(meetingId, token) is null || await unit.Db.Set<Meeting>().FindAsync([meetingId], token) is not { } meeting)
                return MeetingRefusals.NotFound();
            if (!await TakesPart(unit.Db, actor, meeting, token))
                return MinutesRefusals.NoPart();
            if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
                return MinutesRefusals.CommentMissing();
            if (PersonalNumberGuard.Check(text, "kommentar") is { } personal)
                return personal;
            var last = await SaveMinutes.Last(unit.Db, meetingId, token);
            Add(unit, meetingId, last?.Version ?? 0, text.Trim(), false);
            return Outcome<MinutesReceipt>.Accepted(new(meetingId, last?.Version ?? 0, false));
        }, ct);

    public Task<Outcome<MinutesReceipt>> MarkHandled(Actor actor, string? requestId, Guid meetingId, Guid commentId, CancellationToken ct) =>
        store.Run<MinutesReceipt>(actor, nameof(MarkHandled), requestId, async (unit, token) =>
        {
            var access = await MeetingAccess.Of(unit, meetingId, SaveMinutes.WritingCommands, MinutesRefusals.NotBeingWritten(), token);
            if (!access.IsAccepted)
                return Outcome<MinutesReceipt>.Refused(access.Refusals);
            if (await unit.Db.Set<MinutesComment>().FirstOrDefaultAsync(c => c.Id == commentId && c.MeetingId == meetingId, token) is not { } comment)
                return MinutesRefusals.NoComment();
            (comment.HandledAt, comment.HandledBy) = (comment.HandledAt ?? unit.Now, comment.HandledBy ?? actor.AccountId);
            return Outcome<MinutesReceipt>.Accepted(new(meetingId, comment.Version, false));
        }, ct);

    internal static void Add(ProcessUnit unit, Guid meetingId, int version, string text, bool isDecline) => unit.Db.Add(new MinutesComment
    {
        Id = unit.Ids.Next(),
        MeetingId = meetingId,
        Version = version,
        Text = text,
        IsDecline = isDecline,
        WrittenBy = unit.Actor.AccountId,
        WrittenAt = unit.Now,
    });

    internal static async Task<bool> TakesPart(CaseFlowDb db, Actor actor, Meeting meeting, CancellationToken ct) =>
        await DocumentAccess.TakesPart(db, actor, meeting.Id, ct)
        || await db.Set<Seat>().AnyAsync(s => s.Body == meeting.Body && s.Holders.Any(h => h.AccountId == actor.AccountId), ct);
}
