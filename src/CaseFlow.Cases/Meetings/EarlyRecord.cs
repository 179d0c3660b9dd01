using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Meetings;

/// <summary>
/// What happens at a meeting is recorded on its day or later. Whoever records it earlier says why, once for the meeting: mostly it is a
/// mistake, and sometimes a meeting that was held before its day without having been moved.
/// </summary>
internal static class EarlyRecord
{
    private const int MaxReason = 1000;

    /// <summary>Notes the reason. Nothing on the day and after it, nor where the mandate has no such clause.</summary>
    /// <param name="field">The field that the reason is given in.</param>
    /// <returns>Why it cannot be recorded yet, or null.</returns>
    public static async Task<Refusal?> Note(ProcessUnit unit, Meeting meeting, string? reason, string field, CancellationToken ct)
    {
        if (unit.Today >= meeting.Date || (await unit.Organisation(ct)).Rules.For(RuleKinds.RecordedOnTheDay, unit.Today) is not { } clause)
            return null;
        var row = await unit.Db.Set<Deviation>().FindAsync([meeting.Id, clause.ClauseId], ct);
        if (string.IsNullOrWhiteSpace(reason))
            return row is null ? MeetingRefusals.Early(meeting.Date, field) : null;
        if (MeetingRules.Text(reason, field, MaxReason) is { } refusal)
            return refusal;
        if (row is null)
            unit.Db.Add(row = new Deviation { MeetingId = meeting.Id, Clause = clause.ClauseId, Reason = "", NotedBy = unit.Actor.AccountId });
        (row.Reason, row.NotedBy, row.NotedAt) = (reason.Trim(), unit.Actor.AccountId, unit.Now);
        return null;
    }
}
