using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Intake;

/// <param name="Version">The version that the writer saw; 0 for a new draft.</param>
/// <param name="CandidateId">The candidate case that it takes up; null keeps the one that the draft has.</param>
public sealed record SaveDraftRequest(Guid? DraftId, Origin Origin, FormAnswers Answers, long Version, Guid? CandidateId = null);

public sealed record DraftReceipt(Guid DraftId, long Version, DateTimeOffset SavedAt);

/// <summary>Keeps what is being written (utkast), unchecked, for its writer alone.</summary>
public sealed class SaveDraft(IDbContextFactory<CaseFlowDb> databases, Ids ids, TimeProvider time)
{
    private const int MaxLength = 200_000;

    /// <summary>Saves over the version that the writer saw.</summary>
    /// <param name="requestId">Chosen by the client; the same one again gives the first receipt. Null: no such protection.</param>
    /// <returns>Stale when the draft was saved elsewhere in between, conflict when it is no longer there; nothing is overwritten then.</returns>
    public async Task<Outcome<DraftReceipt>> Handle(Actor actor, SaveDraftRequest request, CancellationToken ct, string? requestId = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(request);
        var answers = request.Answers.ToJson();
        if (answers.Length > MaxLength)
            return IntakeRefusals.DraftTooLarge();
        // A draft is unchecked but for this: a personal number is not kept anywhere, however short the while (R39).
        if (request.Answers.Keys.Select(key => PersonalNumberGuard.Check(request.Answers.Text(key), key)).OfType<Refusal>().ToList() is { Count: > 0 } personal)
            return Outcome<DraftReceipt>.Refused(personal);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var write = await db.BeginWrite(ct);
        var key = requestId is null ? null : new RequestKey(actor.AccountId, nameof(SaveDraft), requestId);
        if (key is not null && await RequestLog.FindAnswer<DraftReceipt>(db, key, UtcTime.Truncate(time.GetUtcNow()), ct) is { } answered)
            return answered;
        var draft = request.DraftId is { } id ? await db.Set<Draft>().SingleOrDefaultAsync(d => d.Id == id && d.OwnerId == actor.AccountId, ct) : null;
        // Handed in or thrown away meanwhile: an old page must not bring it back by itself.
        if (draft is null && request.DraftId is not null)
            return IntakeRefusals.DraftGone();
        if (draft is null)
        {
            draft = new Draft { Id = ids.Next(), OwnerId = actor.AccountId, Answers = answers };
            db.Add(draft);
        }
        else if (draft.Version != request.Version)
        {
            return IntakeRefusals.DraftChanged();
        }

        (draft.Area, draft.Side, draft.Answers) = (request.Origin.Area, request.Origin.Side, answers);
        draft.CandidateId = request.CandidateId ?? draft.CandidateId;
        draft.Version++;
        draft.SavedAt = UtcTime.Truncate(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        var receipt = new DraftReceipt(draft.Id, draft.Version, draft.SavedAt);
        if (key is not null)
            await RequestLog.KeepAnswer(db, key, receipt, ct);
        await write.Commit(ct);
        return Outcome<DraftReceipt>.Accepted(receipt);
    }

    /// <summary>The writer's own drafts, newest first.</summary>
    public async Task<IReadOnlyList<Draft>> Of(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Draft>().AsNoTracking().Where(d => d.OwnerId == actor.AccountId).OrderByDescending(d => d.SavedAt).ToListAsync(ct);
    }

    /// <summary>Throws a draft of the writer's own away; another's or an unknown one is left alone.</summary>
    public async Task Discard(Actor actor, Guid draftId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var write = await db.BeginWrite(ct);
        await db.Set<Draft>().Where(d => d.Id == draftId && d.OwnerId == actor.AccountId).ExecuteDeleteAsync(ct);
        await write.Commit(ct);
    }
}
