using CaseFlow.Cases.Access;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <summary>A meeting's minutes with everything about them.</summary>
/// <param name="Versions">The first one first; none while only the draft is there.</param>
/// <param name="Documents">Of the meeting and of the cases on its agenda, by what they belong to.</param>
/// <param name="WritingTask">The open task of writing; null while the minutes are not being written.</param>
/// <param name="MayWrite">The reader is one of those who may do it.</param>
public sealed record MinutesView(
    MeetingView Meeting, IReadOnlyList<MinutesVersion> Versions, IReadOnlyList<MinutesSignature> Signatures, IReadOnlyList<MinutesComment> Comments,
    ILookup<Guid, Document> Documents, TaskRow? WritingTask, bool MayWrite, bool MayComment)
{
    public MinutesVersion? Last => Versions.Count > 0 ? Versions[^1] : null;

    /// <summary>The signatures under the last version: the only ones that count.</summary>
    public IEnumerable<MinutesSignature> ValidSignatures => Signatures.Where(s => s.Version == Last?.Version && s.Hash == Last?.Hash);
}

/// <summary>Reads minutes for everybody who is signed in.</summary>
public sealed class MinutesReader(IDbContextFactory<CaseFlowDb> databases, MeetingList meetings)
{
    /// <summary>Null when there is no such meeting.</summary>
    public async Task<MinutesView?> Find(Actor actor, Guid meetingId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await meetings.Find(meetingId, ct) is not { } meeting)
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var subjects = meeting.Cases.Keys.Append(meetingId).ToList();
        var documents = await db.Set<Document>().AsNoTracking().Where(d => subjects.Contains(d.SubjectId) && d.WithdrawnAt == null).OrderBy(d => d.CreatedAt).ToListAsync(ct);
        var task = await db.Tasks.AsNoTracking().Include(t => t.Candidates)
            .FirstOrDefaultAsync(t => t.InstanceId == meetingId && t.EndedAt == null && t.CommandName == SaveMinutes.WritingCommands[0], ct);
        return new(
            meeting,
            await db.Set<MinutesVersion>().AsNoTracking().Where(m => m.MeetingId == meetingId).OrderBy(m => m.Version).ToListAsync(ct),
            await db.Set<MinutesSignature>().AsNoTracking().Where(s => s.MeetingId == meetingId).OrderBy(s => s.SignedAt).ToListAsync(ct),
            await db.Set<MinutesComment>().AsNoTracking().Where(c => c.MeetingId == meetingId).OrderBy(c => c.WrittenAt).ToListAsync(ct),
            documents.ToLookup(d => d.SubjectId),
            task,
            task is not null && TaskRules.ActsAs(actor, task).Count > 0,
            await CommentOnMinutes.TakesPart(db, actor, meeting.Meeting, ct));
    }
}
