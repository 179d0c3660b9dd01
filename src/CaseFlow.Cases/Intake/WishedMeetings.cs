using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Intake;

/// <summary>The coming meetings that a submitter can wish for; which body's it may be is said by the form.</summary>
public sealed class WishedMeetings(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>The answer that leaves the choice to the preparers: the next meeting that suits.</summary>
    public const string Next = "nasta";

    /// <summary>The variable that a form's choices read: <c>mote</c> (id), <c>organ</c>, <c>datum</c>, <c>handlingarSenast</c>.</summary>
    private const string Variable = "kommandeMoten";
    private const int Most = 24;

    /// <summary>Meetings from a day on that still stand, soonest first.</summary>
    public async Task<IReadOnlyList<Meeting>> Coming(DateOnly from, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Coming(db, from, ct);
    }

    /// <summary>The meeting that an answer names, also when it has been; null when it names none.</summary>
    public async Task<Meeting?> Find(string? answer, CancellationToken ct)
    {
        if (!Guid.TryParse(answer, out var id))
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Meeting>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
    }

    /// <summary>How an answer names a meeting.</summary>
    public static string Code(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return meeting.Id.ToString("N");
    }

    /// <summary>What the form's choices are read from.</summary>
    public static FeelContext Variables(IEnumerable<Meeting> meetings) => FeelContext.Of(
    [
        new(Variable, FeelValue.Of(meetings.Select(m => FeelValue.Of(FeelContext.Of(
            new("mote", FeelValue.Of(Code(m))),
            new("organ", FeelValue.Of(m.Body)),
            new("datum", FeelValue.Of(m.Date)),
            new("handlingarSenast", FeelValue.Of(m.PapersDue))))).ToList())),
    ]);

    internal static Task<List<Meeting>> Coming(CaseFlowDb db, DateOnly from, CancellationToken ct) =>
        db.Set<Meeting>().AsNoTracking().Where(m => m.Date >= from && !m.IsEnded).OrderBy(m => m.Date).ThenBy(m => m.StartsAt).Take(Most).ToListAsync(ct);
}
