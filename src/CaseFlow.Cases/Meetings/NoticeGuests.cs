namespace CaseFlow.Cases.Meetings;

/// <summary>Which guests a notice goes to. Pure.</summary>
internal static class NoticeGuests
{
    /// <summary>
    /// Those who are called to an item now; a supplement only to whom it says something: who is new, whose slot has moved, whose item has
    /// got papers. And those who are called no longer, so that the slot leaves their calendar.
    /// </summary>
    /// <param name="before">The notices so far, the first one first, with their recipients.</param>
    public static IEnumerable<SentNoticeRecipient> Of(string kind, NoticePackage package, IReadOnlyList<SentNotice> before, IReadOnlyList<ItemGuest> guests)
    {
        var packages = before.Select(NoticePackage.Read).ToList();
        var added = package.Since(packages).Items.Select(i => i.ItemId).ToHashSet();
        var known = Known(before);
        foreach (var guest in guests)
        {
            var isNew = !known.Contains((guest.Address, guest.ItemId));
            if (kind != SentNoticeKinds.Supplement || isNew || added.Contains(guest.ItemId) || Slot(packages[^1], guest.ItemId) != Slot(package, guest.ItemId))
                yield return new() { Address = guest.Address, Title = guest.Title, ItemId = guest.ItemId };
        }

        foreach (var (address, item) in known.Where(k => !guests.Any(g => g.Address == k.Address && g.ItemId == k.Item)))
            yield return new() { Address = address, ItemId = item, IsWithdrawn = true };
    }

    private static (TimeOnly?, TimeOnly?) Slot(NoticePackage package, Guid item) =>
        package.Items.FirstOrDefault(i => i.ItemId == item) is { } found ? (found.From, found.To) : default;

    // Whoever got a notice last and has not been told that it is over.
    private static List<(string Address, Guid Item)> Known(IReadOnlyList<SentNotice> before) =>
    [
        .. before.SelectMany(n => n.Recipients.Select(r => (n.Number, Recipient: r))).Where(r => r.Recipient is { Address: not null, ItemId: not null })
            .GroupBy(r => (Address: r.Recipient.Address ?? "", Item: r.Recipient.ItemId.GetValueOrDefault()))
            .Where(of => of.MaxBy(r => r.Number).Recipient is { IsWithdrawn: false }).Select(of => of.Key),
    ];
}
