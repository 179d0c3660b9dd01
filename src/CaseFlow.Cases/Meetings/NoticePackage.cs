using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Encodings.Web;
using CaseFlow.Cases.Documents;

namespace CaseFlow.Cases.Meetings;

/// <summary>A paper in exactly the version that went out.</summary>
public sealed record PackagedPaper(Guid DocumentId, Guid VersionId, string Title, int Number, string FileName, string Sha256);

/// <summary>An item as it stood on the agenda that went out.</summary>
/// <param name="From">Swedish local time; null for an item without time.</param>
/// <param name="IsSupplement">Added after the notice (R110).</param>
public sealed record PackagedItem(
    Guid ItemId, int Position, IReadOnlyList<string> Kinds, string Title, string Purpose, string Expectation, int Minutes, TimeOnly? From, TimeOnly? To,
    string Presenters, string? CaseNumber, bool IsSupplement, IReadOnlyList<PackagedPaper> Papers);

/// <summary>What a notice holds: agenda, papers by hash, time and place. Serialised once; the hash is of those bytes.</summary>
/// <param name="Papers">Those of the meeting itself.</param>
public sealed record NoticePackage(
    string Name, string Body, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place, string Purpose, string Greeting,
    IReadOnlyList<PackagedItem> Items, IReadOnlyList<PackagedPaper> Papers)
{
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every version that the package holds.</summary>
    public IEnumerable<PackagedPaper> AllPapers => Papers.Concat(Items.SelectMany(i => i.Papers));

    /// <param name="papers">Those of the meeting and of its cases, by whom they belong to, with their versions.</param>
    /// <param name="numbers">The numbers of the cases.</param>
    public static NoticePackage Of(Meeting meeting, IEnumerable<AgendaItem> items, ILookup<Guid, Document> papers, IReadOnlyDictionary<Guid, string?> numbers)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(numbers);
        return new(
            meeting.Number, meeting.Body, meeting.Date, meeting.StartsAt, meeting.EndsAt, meeting.Place, meeting.Purpose, meeting.Greeting,
            [.. AgendaTimes.Of(meeting, items).Slots.Select(s => Item(s, papers, numbers))],
            [.. papers[meeting.Id].Select(Paper)]);
    }

    public static NoticePackage Read(SentNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return JsonSerializer.Deserialize<NoticePackage>(notice.Content, Canonical) ?? throw new InvalidOperationException($"Notice {notice.Id} holds nothing.");
    }

    public string Write() => JsonSerializer.Serialize(this, Canonical);

    public static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>What this package has that none of the earlier ones had: items and papers that were added since.</summary>
    public NoticePackage Since(IReadOnlyCollection<NoticePackage> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var items = earlier.SelectMany(p => p.Items).Select(i => i.ItemId).ToHashSet();
        var versions = earlier.SelectMany(p => p.AllPapers).Select(p => p.VersionId).ToHashSet();
        return this with
        {
            Items = [.. Items.Select(i => i with { Papers = [.. i.Papers.Where(p => !versions.Contains(p.VersionId))] }).Where(i => !items.Contains(i.ItemId) || i.Papers.Count > 0)],
            Papers = [.. Papers.Where(p => !versions.Contains(p.VersionId))],
        };
    }

    private static PackagedItem Item(Slot slot, ILookup<Guid, Document> papers, IReadOnlyDictionary<Guid, string?> numbers)
    {
        var item = slot.Item;
        return new(
            item.Id, item.Position, item.Kinds, item.Title, item.Purpose, item.Expectation, item.Minutes, slot.From, slot.To, item.Presenters,
            item.CaseId is { } id ? numbers.GetValueOrDefault(id) : null, item.IsSupplement, [.. item.CaseId is { } caseId ? papers[caseId].Select(Paper) : []]);
    }

    private static PackagedPaper Paper(Document document) =>
        new(document.Id, document.Latest.Id, document.Title, document.Latest.Number, document.Latest.FileName, document.Latest.Sha256);
}
