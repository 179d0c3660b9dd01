using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Meetings;

/// <param name="Seen">The notes that the writer began with.</param>
/// <param name="Text">The notes as the writer wants them.</param>
public sealed record NoteItemRequest(Guid MeetingId, Guid ItemId, string Seen, string Text);

/// <param name="Text">The notes as they are kept now.</param>
/// <param name="IsMerged">Somebody else had written meanwhile; both changes are in the text.</param>
public sealed record NoteReceipt(Guid MeetingId, Guid ItemId, string Text, bool IsMerged);

/// <summary>
/// Keeps what is said of an item while the meeting goes on. When somebody else has written meanwhile the two texts are merged by
/// paragraph; when both have changed the same paragraph it is refused as stale, and the page shows both. Notes never make
/// recorded clauses stale, nor the other way round.
/// </summary>
public sealed class NoteItem(ProcessStore store)
{
    public const int MaxLength = 20_000;

    public Task<Outcome<NoteReceipt>> Handle(Actor actor, string? requestId, NoteItemRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Run<NoteReceipt>(actor, nameof(NoteItem), requestId, (unit, token) => Decide(unit, request, token), ct);
    }

    private static async Task<Outcome<NoteReceipt>> Decide(ProcessUnit unit, NoteItemRequest request, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, request.MeetingId, MeetingRights.HoldingCommands, MeetingRefusals.NotHeld(), ct);
        if (!access.IsAccepted)
            return Outcome<NoteReceipt>.Refused(access.Refusals);
        if (await unit.Db.Set<AgendaItem>().FindAsync([request.ItemId], ct) is not { } item || item.MeetingId != request.MeetingId)
            return MeetingRefusals.NotFound();
        if (MeetingRules.Text(request.Text, "anteckning", MaxLength) is { } refusal)
            return refusal;
        var (seen, text) = (Paragraphs.Normal(request.Seen), Paragraphs.Normal(request.Text));
        var isBehind = seen != item.Notes;
        if (isBehind)
        {
            if (Paragraphs.Merge(seen, text, item.Notes) is not { Length: <= MaxLength } merged)
                return MeetingRefusals.NotesCollide();
            text = merged;
        }

        if (text != item.Notes)
        {
            item.Notes = text;
            item.NotesVersion++;
        }

        return Outcome<NoteReceipt>.Accepted(new(request.MeetingId, item.Id, text, isBehind));
    }
}
