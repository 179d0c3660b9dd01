using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Search;

/// <summary>What kind of thing was found.</summary>
public enum FoundKind
{
    Case,

    /// <summary>A case that a body gave: it stands in the register of commissions.</summary>
    Commission,
    Meeting,
    Document,
}

/// <summary>Something that answers a search.</summary>
/// <param name="Number">The number of the case, or of the case that a document belongs to.</param>
/// <param name="Status">How a case stands.</param>
/// <param name="Day">The day of a meeting.</param>
/// <param name="Rank">As <see cref="SearchRank"/> says.</param>
public sealed record Found(FoundKind Kind, Guid Id, string? Number, string Title, BilingualText? Status, DateOnly? Day, int Rank);

/// <summary>Finds cases, commissions, meetings and documents by number and title: what the reader may see anyway, the best answer first.</summary>
public sealed class SearchEverything(IDbContextFactory<CaseFlowDb> databases)
{
    // Of each kind, the ones that were busy last; what is further down is found in the list of its kind.
    private const int MostLookedAt = 400;

    // Å, ä and ö in their places.
    private static readonly StringComparer Swedish = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);

    /// <param name="text">As typed; nothing is found for a text without letters and digits.</param>
    /// <param name="most">How many are told, 1 to 100.</param>
    public async Task<IReadOnlyList<Found>> Find(Actor actor, string? text, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 100);
        if (text is null || !text.Any(char.IsLetterOrDigit))
            return [];
        var words = CaseSearch.Words(text);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await Cases(db, text, words, ct);
        found.AddRange(await Meetings(db, text, words, ct));
        if (DocumentAccess.MayRead(actor))
            found.AddRange(await Documents(db, text, words, ct));
        // A stable sort: of equal rank, what was busy last comes first, and the same title in the order of the alphabet.
        return [.. found.OrderBy(f => f.Found.Rank).ThenBy(f => f.IsClosed).ThenByDescending(f => f.Busy).ThenBy(f => f.Found.Title, Swedish).Take(most).Select(f => f.Found)];
    }

    private static async Task<List<Hit>> Cases(CaseFlowDb db, string text, IReadOnlyList<string> words, CancellationToken ct)
    {
        var cases = db.Cases.AsNoTracking();
        foreach (var word in words)
        {
            var pattern = Pattern(word);
            cases = cases.Where(c => EF.Functions.Like(c.SearchText, pattern, CaseSearch.EscapeCharacter));
        }

        var rows = await cases.OrderBy(c => c.ClosedAt != null).ThenByDescending(c => c.ChangedAt).Take(MostLookedAt)
            .Select(c => new { c.Id, c.Number, c.Title, c.StatusSv, c.StatusEn, c.OriginKind, c.ClosedAt, c.ChangedAt }).ToListAsync(ct);
        return [.. rows.Select(c => Rank(
            new(c.OriginKind == CaseOrigins.Body ? FoundKind.Commission : FoundKind.Case, c.Id, c.Number, c.Title, new BilingualText(c.StatusSv, c.StatusEn), null, 0), c.Number, text, c.ClosedAt is not null, c.ChangedAt)).OfType<Hit>()];
    }

    private static async Task<List<Hit>> Meetings(CaseFlowDb db, string text, IReadOnlyList<string> words, CancellationToken ct)
    {
        // A meeting is called by its body and its day, which people write with capitals or without.
        var rows = await db.Set<Meeting>().AsNoTracking().Where(m => m.Number != "").OrderByDescending(m => m.Date)
            .Select(m => new { m.Id, m.Number, m.Date, m.IsEnded }).ToListAsync(ct);
        return [.. rows.Where(m => CaseSearch.Normalise(m.Number) is var name && words.All(w => name.Contains(w, StringComparison.Ordinal)))
            .Select(m => Rank(new(FoundKind.Meeting, m.Id, null, m.Number, null, m.Date, 0), null, text, m.IsEnded, new DateTimeOffset(m.Date, TimeOnly.MinValue, TimeSpan.Zero))).OfType<Hit>()];
    }

    private static async Task<List<Hit>> Documents(CaseFlowDb db, string text, IReadOnlyList<string> words, CancellationToken ct)
    {
        var documents = db.Set<Document>().AsNoTracking().Where(d => d.WithdrawnAt == null);
        foreach (var word in words)
        {
            var pattern = Pattern(word);
            documents = documents.Where(d => EF.Functions.Like(d.SearchText, pattern, CaseSearch.EscapeCharacter));
        }

        var rows = await (
            from document in documents.OrderByDescending(d => d.CreatedAt).Take(MostLookedAt)
            join row in db.Cases.AsNoTracking() on document.SubjectId equals row.Id into cases
            from about in cases.DefaultIfEmpty()
            select new { document.Id, document.Title, document.CreatedAt, about.Number }).ToListAsync(ct);
        return [.. rows.Select(d => Rank(new(FoundKind.Document, d.Id, d.Number, d.Title, null, null, 0), null, text, isClosed: false, d.CreatedAt)).OfType<Hit>()];
    }

    private static Hit? Rank(Found found, string? number, string text, bool isClosed, DateTimeOffset busy) =>
        SearchRank.Of(text, number, found.Title) is { } rank ? new(found with { Rank = rank }, isClosed, busy) : null;

    private static string Pattern(string word) => "%" + CaseSearch.Escape(word) + "%";

    private sealed record Hit(Found Found, bool IsClosed, DateTimeOffset Busy);
}
