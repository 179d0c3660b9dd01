using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Preparation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>What is still missing before a notice goes out. Told, never a hindrance.</summary>
public enum NoticeGap
{
    /// <summary>The item does not say why it is there or what is expected (R123).</summary>
    Purpose,

    /// <summary>Nobody presents a timed item (R124).</summary>
    Presenter,

    /// <summary>A position is asked for without a proposal (R49).</summary>
    Proposal,

    /// <summary>A case comes without any paper.</summary>
    Papers,

    /// <summary>A timed item has no minutes.</summary>
    Minutes,
}

/// <summary>An item of the agenda as the notice will show it.</summary>
/// <param name="Papers">Those of its case, with all versions; the latest is what the notice freezes.</param>
public sealed record NoticeItem(Slot Slot, IReadOnlyList<Document> Papers, IReadOnlyList<NoticeGap> Gaps);

/// <param name="Title">What people call the account: title and organisation.</param>
/// <param name="HasMail">False: told in CaseFlow only.</param>
public sealed record NoticeRecipient(string AccountId, string Title, bool HasMail);

/// <summary>What a notice (kallelse) would be if it went out now.</summary>
/// <param name="Papers">Those of the meeting itself.</param>
public sealed record NoticeDraft(MeetingView View, IReadOnlyList<NoticeItem> Items, IReadOnlyList<Document> Papers, IReadOnlyList<NoticeRecipient> Recipients);

/// <summary>Shows whoever sends the notice what goes out: the agenda with times, the papers of each item, who gets it, and what is missing.</summary>
public sealed class NoticePreview(IDbContextFactory<CaseFlowDb> databases, MeetingList meetings, OrganisationSource organisations, TimeProvider time)
{
    private static readonly System.Globalization.CultureInfo Swedish = System.Globalization.CultureInfo.GetCultureInfo("sv-SE");

    /// <returns>Null when there is no such meeting.</returns>
    public async Task<NoticeDraft?> Of(Guid meetingId, CancellationToken ct)
    {
        if (await meetings.Find(meetingId, ct) is not { } view)
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        List<Guid> subjects = [meetingId, .. view.Cases.Keys];
        var papers = (await db.Set<Document>().AsNoTracking().Include(d => d.Versions.OrderBy(v => v.Number))
            .Where(d => subjects.Contains(d.SubjectId) && d.WithdrawnAt == null).OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).ToListAsync(ct)).ToLookup(d => d.SubjectId);
        var materials = await db.Set<Material>().AsNoTracking().Where(m => subjects.Contains(m.CaseId)).ToDictionaryAsync(m => m.CaseId, ct);
        var items = view.Agenda.Slots.Select(slot =>
        {
            IReadOnlyList<Document> own = slot.Item.CaseId is { } id ? [.. papers[id]] : [];
            return new NoticeItem(slot, own, [.. Gaps(slot.Item, own.Count, slot.Item.CaseId is { } caseId ? materials.GetValueOrDefault(caseId) : null)]);
        });
        return new(view, [.. items], [.. papers[meetingId]], await Recipients(db, view.Meeting, ct));
    }

    /// <summary>What an item lacks. Pure.</summary>
    /// <param name="papers">How many papers its case has.</param>
    public static IEnumerable<NoticeGap> Gaps(AgendaItem item, int papers, Material? material)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.IsFormal)
            yield break;
        if (item.Purpose.Length == 0 && item.Expectation.Length == 0)
            yield return NoticeGap.Purpose;
        if (item.Kind != ItemKinds.Written && item.Minutes == 0)
            yield return NoticeGap.Minutes;
        if (item.Kind != ItemKinds.Written && item.Presenters.Length == 0)
            yield return NoticeGap.Presenter;
        if (item is { NeedsClause: true, CaseId: not null } && MaterialAnswers.Of(material).Text("forslag") is not { Length: > 0 })
            yield return NoticeGap.Proposal;
        if (item.CaseId is not null && papers == 0)
            yield return NoticeGap.Papers;
    }

    private async Task<IReadOnlyList<NoticeRecipient>> Recipients(CaseFlowDb db, Meeting meeting, CancellationToken ct)
    {
        if ((await organisations.Find(ct))?.Organisation.FindBody(meeting.Body)?.Meetings is not { } body)
            return [];
        var summoned = await SummonedAccounts.Of(db, meeting, body.Summoned, SwedishDay.Of(time.GetUtcNow()), ct);
        var accounts = await db.Users.AsNoTracking().Where(a => summoned.Contains(a.Id) && a.ClosedAt == null).ToListAsync(ct);
        return
        [
            .. accounts.Select(a => new NoticeRecipient(a.Id, a.Title.Length > 0 ? a.Title : a.DisplayName, !string.IsNullOrWhiteSpace(a.Email)))
                .OrderBy(r => r.Title, StringComparer.Create(Swedish, ignoreCase: true)),
        ];
    }
}
