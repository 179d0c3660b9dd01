using System.Resources;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>A message that was moved aside, as the administrator sees it: never its content.</summary>
public sealed record ListedDeadLetter(
    Guid Id, string Queue, Guid? MessageId, string? Type, string Cause, DateTimeOffset FailedAt, int Failures, bool IsToRunAgain, DateTimeOffset? SettledAt);

/// <summary>The messages that were moved aside, for the system administrator: look, mend the cause, run again, or put away.</summary>
public sealed class DeadLetters(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    private const string Administrator = "systemadministrator";
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Storage.DeadLetterTexts", typeof(DeadLetters).Assembly);

    /// <summary>The newest first; those that are settled only when asked for.</summary>
    /// <param name="limit">1 to 500.</param>
    public async Task<Outcome<IReadOnlyList<ListedDeadLetter>>> List(Actor actor, bool withSettled, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 500);
        if (!actor.Holds(Administrator))
            return NotAdministrator();
        await using var db = await databases.CreateDbContextAsync(ct);
        IReadOnlyList<ListedDeadLetter> letters = await db.Set<DeadLetterRow>().AsNoTracking()
            .Where(d => withSettled || d.SettledAt == null)
            .OrderByDescending(d => d.FailedAt).ThenBy(d => d.Id).Take(limit)
            .Select(d => new ListedDeadLetter(d.Id, d.Queue, d.MessageId, d.Type, d.Cause, d.FailedAt, d.Failures, d.AgainAt != null, d.SettledAt))
            .ToListAsync(ct);
        return Outcome<IReadOnlyList<ListedDeadLetter>>.Accepted(letters);
    }

    /// <summary>Has the message handed over again, within seconds. Asking twice is asking once.</summary>
    public Task<Outcome<bool>> RunAgain(Actor actor, Guid id, CancellationToken ct) =>
        Handle(actor, id, (letter, now) => letter.AgainAt ??= now, ct);

    /// <summary>The message needs nothing more. The row stays for the record.</summary>
    public Task<Outcome<bool>> PutAway(Actor actor, Guid id, CancellationToken ct) =>
        Handle(actor, id, (letter, now) => (letter.SettledAt, letter.AgainAt) = (now, null), ct);

    private async Task<Outcome<bool>> Handle(Actor actor, Guid id, Action<DeadLetterRow, DateTimeOffset> change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Holds(Administrator))
            return NotAdministrator();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var letter = await db.Set<DeadLetterRow>().FirstOrDefaultAsync(d => d.Id == id, ct);
        if (letter is null)
            return new Refusal(RefusalKind.NotFound, "dead-letters.unknown", BilingualText.From(Texts, "unknown"));
        if (letter.SettledAt is not null)
            return new Refusal(RefusalKind.Conflict, "dead-letters.settled", BilingualText.From(Texts, "settled"));
        change(letter, UtcTime.Truncate(time.GetUtcNow()));
        letter.HandledBy = actor.AccountId;
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        return Outcome<bool>.Accepted(true);
    }

    private static Refusal NotAdministrator() =>
        new(RefusalKind.Forbidden, "dead-letters.not-administrator", BilingualText.From(Texts, "not-administrator"));
}
