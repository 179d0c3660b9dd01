using System.Collections.Frozen;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Meetings;

/// <summary>What an item is to say. Minutes and presenters of written information are none (R119).</summary>
/// <param name="Kind">One or several of <see cref="ItemKinds"/>, with spaces between (R68).</param>
/// <param name="Expectation">What is expected of those who take part (R123).</param>
/// <param name="Matter">What kind of matter a position is taken on.</param>
public sealed record ItemContent(string Kind, string Title, string Purpose, int Minutes, string Presenters, string Expectation = "", string Matter = "");

/// <param name="ItemId">The item that was added, changed, moved or removed.</param>
public sealed record AgendaReceipt(Guid MeetingId, Guid ItemId) : IWarned
{
    /// <summary>What the agenda is advised against after it.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>Builds the agenda: adds items without a case, changes, moves and removes items. After the notice is sent, what is added is marked as a supplement.</summary>
public sealed class EditAgenda(ProcessStore store)
{
    internal const int MaxMinutes = 600;

    private static readonly FrozenDictionary<string, string> WhatChanged = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AddItem"] = AgendaChange.Added,
        ["ChangeItem"] = AgendaChange.Changed,
        ["MoveItem"] = AgendaChange.Moved,
        ["RemoveItem"] = AgendaChange.Removed,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Adds an item without a case (standing point, information, årshjul).</summary>
    /// <param name="position">From 1; null puts it last before the closing.</param>
    public Task<Outcome<AgendaReceipt>> Add(Actor actor, string? requestId, Guid meetingId, ItemContent content, int? position, CancellationToken ct) =>
        Edit(actor, "AddItem", requestId, meetingId, async (unit, meeting, items, token) =>
        {
            if (Check(content) is { } refusal)
                return refusal;
            var item = new AgendaItem
            {
                Id = unit.Ids.Next(),
                MeetingId = meetingId,
                Kind = "",
                Title = content.Title.Trim(),
                IsSupplement = meeting.NoticeSentAt is not null,
            };
            Apply(item, content);
            unit.Db.Add(item);
            items.Insert(Math.Clamp((position ?? PlaceOfCases(items)) - 1, 0, items.Count), item);
            await Task.CompletedTask;
            return Outcome<Guid>.Accepted(item.Id);
        }, ct);

    /// <summary>Changes what an item says; one with a case keeps its case.</summary>
    /// <param name="version">The version that the writer saw.</param>
    public Task<Outcome<AgendaReceipt>> Change(Actor actor, string? requestId, Guid meetingId, Guid itemId, long version, ItemContent content, CancellationToken ct) =>
        Edit(actor, "ChangeItem", requestId, meetingId, async (unit, _, items, token) =>
        {
            var limit = items.Find(i => i.Id == itemId)?.CaseId is { } caseId ? await Limit(unit, caseId, content.Kind, token) : null;
            return WithItem(items, itemId, item =>
            {
                if (item.Version != version)
                    return MeetingRefusals.ItemChanged();
                if ((Check(content) ?? limit) is { } refusal)
                    return refusal;
                item.Title = content.Title.Trim();
                Apply(item, content);
                item.Version++;
                return null;
            });
        }, ct);

    /// <summary>Moves an item to a place; all later times follow.</summary>
    public Task<Outcome<AgendaReceipt>> Move(Actor actor, string? requestId, Guid meetingId, Guid itemId, int position, CancellationToken ct) =>
        Edit(actor, "MoveItem", requestId, meetingId, (_, _, items, _) => Task.FromResult(WithItem(items, itemId, item =>
        {
            items.Remove(item);
            items.Insert(Math.Clamp(position - 1, 0, items.Count), item);
            return null;
        })), ct);

    /// <summary>Takes away an item without a case; one with a case is taken off the agenda by <see cref="PutOnAgenda"/>, so that its case knows.</summary>
    public Task<Outcome<AgendaReceipt>> Remove(Actor actor, string? requestId, Guid meetingId, Guid itemId, CancellationToken ct) =>
        Edit(actor, "RemoveItem", requestId, meetingId, (unit, _, items, _) => Task.FromResult(WithItem(items, itemId, item =>
        {
            if (item.CaseId is not null)
                return MeetingRefusals.NotOpen();
            items.Remove(item);
            unit.Db.Remove(item);
            return null;
        })), ct);

    /// <summary>Where an item goes that nobody placed: after the last case or presented item, before written information and closing.</summary>
    internal static int PlaceOfCases(IReadOnlyList<AgendaItem> items)
    {
        for (var i = items.Count; i > 0; i--)
        {
            if (items[i - 1].Kind is not (ItemKinds.Written or ItemKinds.Formalities))
                return i + 1;
        }

        var lead = items.TakeWhile(i => i.Kind == ItemKinds.Formalities).Count();
        return lead == items.Count ? Math.Max(1, lead) : lead + 1;
    }

    private Task<Outcome<AgendaReceipt>> Edit(
        Actor actor, string useCase, string? requestId, Guid meetingId,
        Func<ProcessUnit, Meeting, List<AgendaItem>, CancellationToken, Task<Outcome<Guid>>> edit, CancellationToken ct) =>
        store.Run<AgendaReceipt>(actor, useCase, requestId, async (unit, token) =>
        {
            var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.EditingCommands, MeetingRefusals.NotOpen(), token);
            if (!access.IsAccepted)
                return Outcome<AgendaReceipt>.Refused(access.Refusals);
            var items = await MeetingAccess.Items(unit, meetingId, token);
            var before = items.ToDictionary(i => i.Id, i => i.Title);
            var edited = await edit(unit, access.Value.Meeting, items, token);
            if (!edited.IsAccepted)
                return Outcome<AgendaReceipt>.Refused(edited.Refusals);
            AgendaChange.Note(unit, access.Value.Meeting, WhatChanged[useCase], before.GetValueOrDefault(edited.Value) ?? items.Find(i => i.Id == edited.Value)?.Title ?? "");
            MeetingAccess.Renumber(items);
            var warnings = MeetingWarnings.OfAgenda(await unit.Organisation(token), access.Value.Meeting, items);
            return Outcome<AgendaReceipt>.Accepted(new(meetingId, edited.Value) { Warnings = warnings });
        }, ct);

    // An item with a case may not be changed to what its case may not be treated as.
    private static async Task<Refusal?> Limit(ProcessUnit unit, Guid caseId, string kind, CancellationToken ct) =>
        AgendaRules.CheckTreatment((await unit.Organisation(ct)).Rules, unit.Today, (await unit.Load(caseId, ct))?.Variables["utfall"].AsString(), kind, "typ");

    private static Outcome<Guid> WithItem(List<AgendaItem> items, Guid itemId, Func<AgendaItem, Refusal?> change)
    {
        if (items.Find(i => i.Id == itemId) is not { } item)
            return MeetingRefusals.NotFound();
        if (item.ClosedAt is not null)
            return MeetingRefusals.ItemClosed();
        return change(item) is { } refusal ? refusal : Outcome<Guid>.Accepted(itemId);
    }

    private static Refusal? Check(ItemContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Title) || content.Title.Length > MeetingRules.MaxTitle)
            return MeetingRefusals.TitleMissing();
        if (ItemKinds.Ordered(content.Kind) is null)
            return MeetingRefusals.Kind();
        var isWritten = content.Kind == ItemKinds.Written;
        if (content.Minutes is < 0 or > MaxMinutes || (isWritten && content.Minutes != 0))
            return MeetingRefusals.Minutes();
        return MeetingRules.Text(content.Title, "rubrik", MeetingRules.MaxTitle)
            ?? MeetingRules.Text(content.Purpose, "syfte", MeetingRules.MaxPurpose)
            ?? MeetingRules.Text(content.Expectation, "forvantan", MeetingRules.MaxPurpose)
            ?? MeetingRules.Text(content.Matter, "galler", MeetingRules.MaxMatter)
            ?? MeetingRules.Text(content.Presenters, "foredragande", MeetingRules.MaxPresenters);
    }

    private static void Apply(AgendaItem item, ItemContent content)
    {
        item.Become(ItemKinds.Ordered(content.Kind) ?? [content.Kind]);
        item.Purpose = content.Purpose.Trim();
        item.Expectation = content.Expectation.Trim();
        item.Matter = content.Matter.Trim();
        item.Minutes = content.Minutes;
        item.Presenters = content.Kind == ItemKinds.Written ? "" : content.Presenters.Trim();
    }
}
