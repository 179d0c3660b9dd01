using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <param name="Version">The version that the writer began with; 0 for the draft.</param>
/// <param name="Draft">The draft that was shown when nothing was saved yet.</param>
public sealed record SaveMinutesRequest(Guid MeetingId, int Version, string Text, string Draft = "");

/// <param name="Version">The last version now.</param>
/// <param name="IsMerged">Somebody else had saved meanwhile; both changes are in the text.</param>
public sealed record MinutesReceipt(Guid MeetingId, int Version, bool IsMerged);

/// <summary>
/// Saves the minutes on the way, as a new version; every version is kept. When somebody else has saved meanwhile the two are merged
/// by paragraph; when both have changed the same paragraph it is refused as stale, and the page shows both texts.
/// </summary>
public sealed class SaveMinutes(ProcessStore store)
{
    internal const int MaxLength = 100_000;

    /// <summary>Commands of the task in which minutes are written.</summary>
    internal static readonly string[] WritingCommands = ["SubmitMinutes"];

    public Task<Outcome<MinutesReceipt>> Handle(Actor actor, string? requestId, SaveMinutesRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Run<MinutesReceipt>(actor, nameof(SaveMinutes), requestId, (unit, token) => Decide(unit, request, token), ct);
    }

    private static async Task<Outcome<MinutesReceipt>> Decide(ProcessUnit unit, SaveMinutesRequest request, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, request.MeetingId, WritingCommands, MinutesRefusals.NotBeingWritten(), ct);
        if (!access.IsAccepted)
            return Outcome<MinutesReceipt>.Refused(access.Refusals);
        if (Check(request.Text) is { } refusal)
            return refusal;
        var last = await Last(unit.Db, request.MeetingId, ct);
        var text = Paragraphs.Normal(request.Text);
        var isBehind = last is not null && last.Version != request.Version;
        if (isBehind)
        {
            var origin = request.Version == 0
                ? request.Draft
                : (await unit.Db.Set<MinutesVersion>().FindAsync([request.MeetingId, request.Version], ct))?.Text ?? "";
            if (Paragraphs.Merge(origin, text, last!.Text) is not { } merged) // isBehind: there is one
                return MinutesRefusals.SameParagraph();
            text = merged;
        }

        var saved = Add(unit, request.MeetingId, last, text);
        return Outcome<MinutesReceipt>.Accepted(new(request.MeetingId, saved.Version, isBehind));
    }

    internal static Refusal? Check(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return MinutesRefusals.TextMissing();
        return text.Length > MaxLength ? MinutesRefusals.TooLong() : PersonalNumberGuard.Check(text, SubmitMinutes.TextField);
    }

    internal static Task<MinutesVersion?> Last(CaseFlowDb db, Guid meetingId, CancellationToken ct) =>
        db.Set<MinutesVersion>().Where(m => m.MeetingId == meetingId).OrderByDescending(m => m.Version).FirstOrDefaultAsync(ct);

    /// <summary>The text as a version: the last one when it says the same.</summary>
    internal static MinutesVersion Add(ProcessUnit unit, Guid meetingId, MinutesVersion? last, string text)
    {
        var hash = Paragraphs.Hash(text);
        if (last?.Hash == hash)
            return last;
        var version = new MinutesVersion
        {
            MeetingId = meetingId,
            Version = (last?.Version ?? 0) + 1,
            Text = text,
            Hash = hash,
            WrittenBy = unit.Actor.AccountId,
            WrittenAt = unit.Now,
        };
        unit.Db.Add(version);
        return version;
    }
}
