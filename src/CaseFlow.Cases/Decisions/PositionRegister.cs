using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Decisions;

/// <summary>Whether a position holds today.</summary>
public enum PositionValidity
{
    /// <summary>Its effect is not stated yet (R63).</summary>
    EffectMissing,

    /// <summary>Preliminary: it holds only when the body above has taken its own (R64).</summary>
    Waits,

    Holds,

    /// <summary>The body above sent it back or only noted it.</summary>
    NotEndorsed,

    /// <summary>The matter was taken up again, and a later position stands in its place.</summary>
    Replaced,
}

/// <param name="Text">Words of the title or the wording.</param>
public sealed record PositionFilter(string? Text = null, int? Year = null, string? Effect = null);

/// <summary>What a body took its stand on at a meeting.</summary>
/// <param name="Case">Null for an item without a case.</param>
public sealed record RegisteredPosition(Meeting Meeting, AgendaItem Item, CaseRow? Case, PositionValidity Validity);

/// <summary>Every position that a body has taken, across years, with whether it holds today (R79).</summary>
public sealed class PositionRegister(IDbContextFactory<CaseFlowDb> databases, BundleCatalog bundles)
{
    private const string Recommends = "rekommenderar";

    /// <returns>Latest first.</returns>
    public async Task<IReadOnlyList<RegisteredPosition>> Find(PositionFilter filter, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var rules = await bundles.Current(ct) is { } bundle ? DeployedOrganisation.Of(bundle).Rules : null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var endorsed = db.Set<AgendaItem>().AsNoTracking().Where(i => i.ClosedAt != null && i.Clauses.Contains(DecisionRules.Endorses) && (i.CaseId != null || (i.Kind != ItemKinds.Formalities && i.Kind != ItemKinds.Pause)));
        var taken = await endorsed.Join(db.Set<Meeting>().AsNoTracking(), i => i.MeetingId, m => m.Id, (i, m) => new { Item = i, Meeting = m }).ToListAsync(ct);
        // Asked for as a question within the question: a list of thousands of ids would be slow to send.
        var ids = endorsed.Where(i => i.CaseId != null).Select(i => i.CaseId ?? Guid.Empty);
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var packages = (await db.Set<EscalationPackage>().AsNoTracking().Where(p => ids.Contains(p.CaseId)).ToListAsync(ct)).ToLookup(p => p.CaseId);
        var reopened = (await db.Set<CaseLink>().AsNoTracking().Where(l => l.Kind == CaseLinkKind.Reopens && ids.Contains(l.ToCaseId)).ToListAsync(ct)).ToLookup(l => l.ToCaseId, l => l.CaseId);
        var settled = cases.Keys.ToHashSet();
        var last = taken.Where(t => t.Item.CaseId is not null).GroupBy(t => t.Item.CaseId.GetValueOrDefault()).ToDictionary(of => of.Key, of => of.Max(t => t.Item.ClosedAt));
        return
        [
            .. from t in taken
               where filter.Year is null || t.Meeting.Date.Year == filter.Year
               where filter.Effect is null || t.Item.Effect == filter.Effect
               where Matches(t.Item, cases.GetValueOrDefault(t.Item.CaseId ?? Guid.Empty), filter.Text)
               orderby t.Meeting.Date descending, t.Item.Position
               let about = t.Item.CaseId is { } id ? cases.GetValueOrDefault(id) : null
               let isReplaced = about is not null && reopened[about.Id].Any(settled.Contains)
               let isLatest = t.Item.CaseId is not { } of || last[of] == t.Item.ClosedAt
               select new RegisteredPosition(t.Meeting, t.Item, about, Validity(rules, t.Meeting.Body, t.Item, about is null ? [] : [.. packages[about.Id]], isReplaced || !isLatest, today)),
        ];
    }

    /// <summary>Whether a position holds, from its effect and what the body above has said since.</summary>
    /// <param name="packages">Every time that its case was lifted.</param>
    public static PositionValidity Validity(MandateRules? rules, string body, AgendaItem item, IReadOnlyList<EscalationPackage> packages, bool isReplaced, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(packages);
        if (isReplaced)
            return PositionValidity.Replaced;
        if (item.Effect is null or "" || item.Effect == rules?.For(RuleKinds.EffectStated, today)?.Settings.Text("missing"))
            return PositionValidity.EffectMissing;
        if (rules?.For(RuleKinds.EscalateByEffect, today, ("from", body)) is not { } lift || !lift.Settings.List("effects").Contains(item.Effect, StringComparer.Ordinal))
            return PositionValidity.Holds;
        if (packages.Where(p => p.ReceivedAt >= item.ClosedAt && p.AnsweredAt is not null).MaxBy(p => p.AnsweredAt) is not { } answered)
            return PositionValidity.Waits;
        var clauses = answered.Clauses.Split(' ');
        return clauses.Contains(Recommends) || clauses.Contains(DecisionRules.Endorses) ? PositionValidity.Holds : PositionValidity.NotEndorsed;
    }

    private static bool Matches(AgendaItem item, CaseRow? about, string? text)
    {
        var searched = CaseSearch.Normalise($"{item.Title} {item.Wording} {about?.Number} {about?.Title}");
        return CaseSearch.Words(text).All(word => searched.Contains(word, StringComparison.Ordinal));
    }
}
