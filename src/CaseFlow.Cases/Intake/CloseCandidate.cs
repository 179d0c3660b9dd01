using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Intake;

/// <summary>Lays a candidate case down with a reason (R33): one of the preparers, or whoever raised it. It stays to be read at its meeting.</summary>
public sealed class CloseCandidate(ProcessStore store)
{
    private const string PreparerRole = "beredningsansvarig";
    private const int MaxReason = 1000;

    /// <returns>The candidate's id.</returns>
    public Task<Outcome<Guid>> Handle(Actor actor, string? requestId, Guid candidateId, string reason, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return store.Run<Guid>(actor, nameof(CloseCandidate), requestId, (unit, token) => Decide(unit, candidateId, reason.Trim(), token), ct);
    }

    public static bool MayClose(Actor actor, CandidateCase candidate)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.SettledAt is null && (candidate.RaisedBy == actor.AccountId || actor.Holds(PreparerRole));
    }

    /// <summary>A candidate becomes a case inside the commit that hands the case in.</summary>
    internal static async Task<Refusal?> TakeUp(ProcessUnit unit, Guid candidateId, Guid caseId, CancellationToken ct)
    {
        if (await unit.Db.Set<CandidateCase>().FindAsync([candidateId], ct) is not { SettledAt: null } candidate)
            return IntakeRefusals.CandidateSettled();
        candidate.CaseId = caseId;
        Settle(unit, candidate);
        return null;
    }

    private static async Task<Outcome<Guid>> Decide(ProcessUnit unit, Guid candidateId, string reason, CancellationToken ct)
    {
        if (await unit.Db.Set<CandidateCase>().FindAsync([candidateId], ct) is not { } candidate)
            return IntakeRefusals.NotFound();
        if (candidate.SettledAt is not null)
            return IntakeRefusals.CandidateSettled();
        if (!MayClose(unit.Actor, candidate))
            return IntakeRefusals.NotYours();
        if (reason.Length is 0 or > MaxReason)
            return IntakeRefusals.CandidateReason();
        if (PersonalNumberGuard.Check(reason, "skal") is { } personal)
            return personal;
        candidate.ClosedReason = reason;
        Settle(unit, candidate);
        return Outcome<Guid>.Accepted(candidate.Id);
    }

    private static void Settle(ProcessUnit unit, CandidateCase candidate)
    {
        (candidate.SettledAt, candidate.SettledBy) = (unit.Now, unit.Actor.AccountId);
        candidate.Version++;
    }
}
