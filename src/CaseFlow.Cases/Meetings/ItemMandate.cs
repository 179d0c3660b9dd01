using System.Resources;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Preparation;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Whether a meeting may decide what an item asks for, or only recommend it (R11, R78). Advice: nothing is hindered by it.</summary>
public sealed class ItemMandate(IDbContextFactory<CaseFlowDb> databases, OrganisationSource organisations)
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Meetings.MeetingTexts", typeof(ItemMandate).Assembly);

    /// <summary>What to say of the items that lie outside the body's mandate, by item.</summary>
    public async Task<IReadOnlyDictionary<Guid, BilingualText>> Of(MeetingView view, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (await organisations.Find(ct) is not { } deployed)
            return new Dictionary<Guid, BilingualText>();
        var ids = view.Cases.Keys.ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        var materials = await db.Set<Material>().AsNoTracking().Where(m => ids.Contains(m.CaseId)).ToDictionaryAsync(m => m.CaseId, ct);
        var sorted = (await db.Set<SortingDecision>().AsNoTracking().Where(d => ids.Contains(d.CaseId)).ToListAsync(ct)).ToLookup(d => d.CaseId);
        var said = new Dictionary<Guid, BilingualText>();
        foreach (var item in view.Agenda.Slots.Select(s => s.Item))
        {
            var answers = item.CaseId is { } id ? MaterialAnswers.Of(materials.GetValueOrDefault(id)) : FormAnswers.Empty;
            var outcome = item.CaseId is { } caseId ? sorted[caseId].MaxBy(d => d.At)?.Outcome : null;
            if (Check(deployed, view.Meeting, item, outcome, answers.Text("effekt")) is { } text)
                said[item.Id] = text;
        }

        return said;
    }

    /// <summary>Pure.</summary>
    /// <param name="outcome">How the item's case was sorted; null without case.</param>
    /// <param name="effect">How far the position is proposed to reach; null when nobody has said.</param>
    public static BilingualText? Check(DeployedOrganisation deployed, Meeting meeting, AgendaItem item, string? outcome, string? effect)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(item);
        if (!item.NeedsClause)
            return null;
        var (rules, organisation, body) = (deployed.Rules, deployed.Organisation, meeting.Body);
        if (outcome is not null && rules.For(RuleKinds.NeverAdoptedBy, meeting.Date, ("body", body), ("outcome", outcome)) is { } never)
            return Say("Mandate.Never", Name(body), never.Text);
        var matter = item.Matter.Length > 0 ? item.Matter : outcome ?? "";
        if (rules.For(RuleKinds.AdoptedBy, meeting.Date)?.Settings.Group("kinds").List(matter) is { Count: > 0 } adopters && !adopters.Contains(body, StringComparer.Ordinal))
            return organisation.FindBody(adopters[0]) is null
                ? Say("Mandate.Parties", Name(body), NameOf(matter))
                : Say("Mandate.Other", Name(body), NameOf(matter), Name(adopters[0]));
        return effect is not null && rules.For(RuleKinds.EscalateByEffect, meeting.Date, ("from", body), ("effects", effect)) is { } lifted
            ? Say("Mandate.Lifted", Name(body), Name(lifted.Settings.Text("to") ?? ""))
            : null;

        BilingualText Name(string key) => organisation.FindBody(key)?.ShortName ?? new(key, key);
    }

    /// <summary>The words for a kind of matter; its code where it has none.</summary>
    public static BilingualText NameOf(string matter) =>
        Texts.GetString("Matter." + matter, System.Globalization.CultureInfo.InvariantCulture) is null ? new(matter, matter) : BilingualText.From(Texts, "Matter." + matter);

    private static BilingualText Say(string key, params object?[] words) => BilingualText.From(Texts, key, words);
}
