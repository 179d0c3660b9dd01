using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Consultation;

/// <summary>Gives and takes away the personal links of recipients. A token is shown or mailed once and never stored.</summary>
public sealed class ConsultationLinks(ProcessStore store, TimeProvider time) : IPersonalLinks
{
    /// <summary>A new link for a preparer to hand over by other means than mail. Not repeatable: each call makes a new one.</summary>
    /// <returns>The token.</returns>
    public Task<Outcome<string>> Give(Actor actor, Guid recipientId, CancellationToken ct) =>
        store.Run<string>(actor, "GiveConsultationLink", requestId: null, async (unit, token) =>
        {
            var found = await Find(unit, recipientId, token);
            if (!found.IsAccepted)
                return Outcome<string>.Refused(found.Refusals);
            if (found.Value.AnsweredAt is not null)
                return ConsultationRefusals.AnsweredAlready();
            found.Value.ToldAt = unit.Now;
            return Outcome<string>.Accepted(Issue(unit.Db, found.Value, actor.AccountId, unit.Now));
        }, ct);

    /// <summary>Makes all links that a recipient has got useless.</summary>
    /// <returns>How many held until now.</returns>
    public Task<Outcome<int>> Revoke(Actor actor, string? requestId, Guid recipientId, CancellationToken ct) =>
        store.Run<int>(actor, "RevokeConsultationLinks", requestId, async (unit, token) =>
        {
            var found = await Find(unit, recipientId, token);
            if (!found.IsAccepted)
                return Outcome<int>.Refused(found.Refusals);
            var held = await unit.Db.Set<ConsultationLink>().Where(l => l.RecipientId == recipientId && l.RevokedAt == null).ToListAsync(token);
            held.ForEach(l => l.RevokedAt = unit.Now);
            return Outcome<int>.Accepted(held.Count);
        }, ct);

    /// <inheritdoc/>
    /// <remarks>Nothing for who has answered meanwhile, and where the round is no longer open.</remarks>
    public async Task<PersonalLink?> Make(CaseFlowDb db, Guid holder, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var write = await db.BeginWrite(ct);
        var recipient = await db.Set<ConsultationRecipient>().FirstOrDefaultAsync(r => r.Id == holder, ct);
        if (recipient is not { Email: { } address, AnsweredAt: null, RoundId: { } roundId }
            || !await db.Set<ConsultationRound>().AnyAsync(r => r.Id == roundId && r.CompiledAt == null, ct))
            return null;
        var token = Issue(db, recipient, Actor.System.AccountId, UtcTime.Truncate(time.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
        return new(address, token);
    }

    private static async Task<Outcome<ConsultationRecipient>> Find(ProcessUnit unit, Guid recipientId, CancellationToken ct)
    {
        if (await unit.Db.Set<ConsultationRecipient>().FirstOrDefaultAsync(r => r.Id == recipientId, ct) is not { } recipient)
            return ConsultationRefusals.NoRecipient();
        return CloseConsultation.MayClose(unit.Actor) ? Outcome<ConsultationRecipient>.Accepted(recipient) : ConsultationRefusals.NotYours();
    }

    private static string Issue(CaseFlowDb db, ConsultationRecipient recipient, string by, DateTimeOffset now)
    {
        var token = ConsultationLink.NewToken();
        db.Add(new ConsultationLink { TokenHash = ConsultationLink.HashOf(token), RecipientId = recipient.Id, IssuedAt = now, IssuedBy = by });
        return token;
    }
}
