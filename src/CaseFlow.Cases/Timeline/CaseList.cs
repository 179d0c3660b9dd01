using System.Runtime.CompilerServices;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Timeline;

/// <summary>What the list of cases is narrowed to; everything null lists all. Each part stands in the page's address.</summary>
/// <param name="Text">Words of the title, of what was written at submission or of what marks the case, or a number or the end of one; upper and lower case alike.</param>
/// <param name="Tag">Marked with this.</param>
/// <param name="IsOpen">True: only cases that run. False: only closed ones.</param>
public sealed record CaseFilter(
    string? Text = null, string? Status = null, string? Area = null, string? Side = null, bool? IsOpen = null, CaseOrder Order = CaseOrder.ChangedLast,
    TagFilter? Tag = null);

/// <param name="Field">Key of a form's field that marks cases.</param>
public sealed record TagFilter(string Field, string Value);

public enum CaseOrder
{
    /// <summary>Latest change first.</summary>
    ChangedLast,

    /// <summary>Newest first.</summary>
    SubmittedLast,

    /// <summary>By number.</summary>
    Number,

    /// <summary>Longest in its present status first.</summary>
    WaitedLongest,
}

/// <param name="Total">How many the filter finds, all pages together.</param>
public sealed record CaseListPage(IReadOnlyList<CaseRow> Cases, int Total);

/// <summary>A status that cases have, for the filter's choices.</summary>
public sealed record StatusCount(string Key, string Sv, string En, int Cases);

/// <summary>All cases, for everybody signed in (R141).</summary>
public sealed class CaseList(IDbContextFactory<CaseFlowDb> databases)
{
    public async Task<CaseListPage> Page(CaseFilter filter, int skip, int take, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = Narrow(db, filter);
        var total = await found.CountAsync(ct);
        return new(await Ordered(found, filter.Order).Skip(skip).Take(take).ToListAsync(ct), total);
    }

    /// <summary>Every case that the filter finds, one by one as the database tells them.</summary>
    public async IAsyncEnumerable<CaseRow> All(CaseFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await databases.CreateDbContextAsync(ct);
        await foreach (var row in Ordered(Narrow(db, filter), filter.Order).AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    /// <summary>The case with this number, or null.</summary>
    public async Task<CaseRow?> Find(string number, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, ct);
    }

    /// <inheritdoc cref="Find(string, CancellationToken)"/>
    public async Task<CaseRow?> Find(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
    }

    /// <summary>The statuses that cases have now, most cases first.</summary>
    public async Task<IReadOnlyList<StatusCount>> Statuses(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var counts = await db.Cases.GroupBy(c => new { c.StatusKey, c.StatusSv, c.StatusEn })
            .Select(g => new { g.Key.StatusKey, g.Key.StatusSv, g.Key.StatusEn, Count = g.Count() }).ToListAsync(ct);
        return [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.StatusKey, StringComparer.Ordinal)
            .Select(c => new StatusCount(c.StatusKey, c.StatusSv, c.StatusEn, c.Count))];
    }

    /// <summary>What a case is marked with.</summary>
    public async Task<IReadOnlyList<CaseTag>> Tags(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CaseTag>().AsNoTracking().Where(t => t.CaseId == id).OrderBy(t => t.Field).ThenBy(t => t.Value).ToListAsync(ct);
    }

    private static IQueryable<CaseRow> Narrow(CaseFlowDb db, CaseFilter filter)
    {
        var cases = db.Cases.AsNoTracking();
        var submissions = db.Set<Submission>();
        var tags = db.Set<CaseTag>();
        if (filter.Status is { } status)
            cases = cases.Where(c => c.StatusKey == status);
        if (filter.Area is { } area)
            cases = cases.Where(c => c.OriginArea == area);
        if (filter.Side is { } side)
            cases = cases.Where(c => c.OriginSide == side);
        if (filter.IsOpen is { } open)
            cases = cases.Where(c => c.ClosedAt == null == open);
        if (filter.Tag is { } tag)
            cases = cases.Where(c => tags.Any(t => t.CaseId == c.Id && t.Field == tag.Field && t.Value == tag.Value));
        foreach (var word in CaseSearch.Words(filter.Text))
        {
            var pattern = "%" + CaseSearch.Escape(word) + "%";
            cases = cases.Where(c => EF.Functions.Like(c.SearchText, pattern, CaseSearch.EscapeCharacter)
                || submissions.Any(s => s.CaseId == c.Id && s.SearchText != null && EF.Functions.Like(s.SearchText, pattern, CaseSearch.EscapeCharacter))
                || tags.Any(t => t.CaseId == c.Id && EF.Functions.Like(t.SearchText, pattern, CaseSearch.EscapeCharacter)));
        }

        return cases;
    }

    private static IQueryable<CaseRow> Ordered(IQueryable<CaseRow> cases, CaseOrder order) => order switch
    {
        CaseOrder.ChangedLast => cases.OrderByDescending(c => c.ChangedAt).ThenBy(c => c.Id),
        CaseOrder.SubmittedLast => cases.OrderByDescending(c => c.SubmittedAt).ThenBy(c => c.Id),
        CaseOrder.Number => cases.OrderBy(c => c.Number).ThenBy(c => c.Id),
        CaseOrder.WaitedLongest => cases.OrderBy(c => c.StatusSince).ThenBy(c => c.Id),
    };
}
