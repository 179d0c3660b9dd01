using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Escalation;

/// <summary>
/// What the body above answered is proposed as information at the next meeting of the body below (R75): on its agenda at once where one
/// is open, otherwise when the next one is opened. It is an item without a case, and whoever builds the agenda may change it or take it away.
/// </summary>
internal static class AnswerOnAgenda
{
    private const int Minutes = 5;

    // What was answered longer ago than this is no news to a meeting.
    private const int DaysOfNews = 120;

    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Meetings.MeetingTexts", typeof(AnswerOnAgenda).Assembly);

    /// <summary>Puts an answer on the agenda of the next meeting that has not been summoned yet; where there is none, it waits.</summary>
    public static async Task Propose(ProcessUnit unit, EscalationPackage package, CancellationToken ct)
    {
        var organisation = (await unit.Organisation(ct)).Organisation;
        var below = organisation.BodiesAt(unit.Today).Where(b => b.EscalatesTo == package.Body && b.Meetings is not null).Select(b => b.Key).ToList();
        var meeting = await unit.Db.Set<Meeting>().Where(m => below.Contains(m.Body) && m.Date >= unit.Today && m.NoticeSentAt == null && !m.IsEnded)
            .OrderBy(m => m.Date).FirstOrDefaultAsync(ct);
        if (meeting is not null)
            await Add(unit, meeting, package, await MeetingAccess.Items(unit, meeting.Id, ct), ct);
    }

    /// <summary>Puts the answers that no meeting has heard of on the agenda of a meeting that is being opened.</summary>
    public static async Task ProposeWaiting(ProcessUnit unit, Meeting meeting, List<AgendaItem> items, CancellationToken ct)
    {
        if ((await unit.Organisation(ct)).Organisation.FindBody(meeting.Body)?.EscalatesTo is not { } above)
            return;
        var since = unit.Now.AddDays(-DaysOfNews);
        var waiting = await unit.Db.Set<EscalationPackage>()
            .Where(p => p.Body == above && p.ProposedItemId == null && p.AnsweredAt >= since && p.AnsweredAt <= unit.Now).OrderBy(p => p.AnsweredAt).ToListAsync(ct);
        foreach (var package in waiting)
            await Add(unit, meeting, package, items, ct);
    }

    private static async Task Add(ProcessUnit unit, Meeting meeting, EscalationPackage package, List<AgendaItem> items, CancellationToken ct)
    {
        if (await unit.Db.Cases.FindAsync([package.CaseId], ct) is not { } about)
            return;
        var above = (await unit.Organisation(ct)).Organisation.FindBody(package.Body)?.ShortName.Sv ?? package.Body;
        var title = BilingualText.From(Texts, "AnswerItem", above, about.Title).Sv;
        var item = new AgendaItem
        {
            Id = unit.Ids.Next(),
            MeetingId = meeting.Id,
            Kind = ItemKinds.Information,
            Title = title.Length > MeetingRules.MaxTitle ? title[..MeetingRules.MaxTitle] : title,
            Purpose = BilingualText.From(Texts, "AnswerPurpose", about.Number ?? "").Sv,
            Minutes = Minutes,
        };
        package.ProposedItemId = item.Id;
        unit.Db.Add(item);
        items.Insert(Math.Clamp(EditAgenda.PlaceOfCases(items) - 1, 0, items.Count), item);
        MeetingAccess.Renumber(items);
    }
}
