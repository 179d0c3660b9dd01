using System.Globalization;
using CaseFlow.Cases.Language;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseFlow.Web.Api.Shared;

/// <summary>One page of a list: <c>limit</c> rows (default 20, at most 200), <c>page</c> from 1, as Digg's REST profile has it.</summary>
internal sealed record Paging(int Limit, int Page)
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 200;

    public int Skip => (Page - 1) * Limit;

    /// <summary>Reads the query parameters.</summary>
    /// <returns>Refused as invalid when they are not whole numbers in range; never silently corrected.</returns>
    public static Outcome<Paging> Read(int? limit, int? page)
    {
        if (limit is < 1 or > MaxLimit)
            return ApiTexts.Refusal(RefusalKind.Invalid, "paging.limit", "limit", MaxLimit);
        return page is < 1 or > 1_000_000
            ? ApiTexts.Refusal(RefusalKind.Invalid, "paging.page", "page")
            : Outcome<Paging>.Accepted(new Paging(limit ?? DefaultLimit, page ?? 1));
    }

    /// <summary>Says in the <c>Link</c> header (RFC 8288) where the neighbouring pages are.</summary>
    public void SetLinks(HttpContext http, int total)
    {
        ArgumentNullException.ThrowIfNull(http);
        var links = new List<string>();
        var last = Math.Max(1, (total + Limit - 1) / Limit);
        if (Page > 1)
        {
            links.Add(Link(http.Request, "first", 1));
            links.Add(Link(http.Request, "prev", Math.Min(Page - 1, last)));
        }

        if (Page < last)
        {
            links.Add(Link(http.Request, "next", Page + 1));
            links.Add(Link(http.Request, "last", last));
        }

        if (links.Count > 0)
            http.Response.Headers.Link = string.Join(", ", links);
    }

    /// <summary>The page out of a list that was read whole, and its links.</summary>
    public PageOf<TRow> Of<TItem, TRow>(HttpContext http, IReadOnlyList<TItem> all, Func<TItem, TRow> row)
    {
        ArgumentNullException.ThrowIfNull(all);
        SetLinks(http, all.Count);
        return new([.. all.Skip(Skip).Take(Limit).Select(row)], Page, Limit, all.Count);
    }

    /// <summary>The page that was read alone, out of a list that has <paramref name="total"/> rows, and its links.</summary>
    public PageOf<TRow> Of<TItem, TRow>(HttpContext http, IReadOnlyList<TItem> shown, int total, Func<TItem, TRow> row)
    {
        ArgumentNullException.ThrowIfNull(shown);
        SetLinks(http, total);
        return new([.. shown.Select(row)], Page, Limit, total);
    }

    /// <summary>The answer of a list that is read whole, since it is never long.</summary>
    public static async Task<Results<Ok<PageOf<TRow>>, ProblemHttpResult>> Answer<TItem, TRow>(
        HttpContext http, int? limit, int? page, Func<Task<IReadOnlyList<TItem>>> read, Func<TItem, TRow> row)
    {
        ArgumentNullException.ThrowIfNull(read);
        var paging = Read(limit, page);
        return paging.IsAccepted ? TypedResults.Ok(paging.Value.Of(http, await read(), row)) : RefusalProblem.From(paging.Refusals);
    }

    private static string Link(HttpRequest request, string relation, int page)
    {
        var query = request.Query.Where(q => q.Key != "page").Select(q => new KeyValuePair<string, string?>(q.Key, q.Value.ToString()))
            .Append(new("page", page.ToString(CultureInfo.InvariantCulture)));
        return $"<{QueryHelpers.AddQueryString(request.PathBase + request.Path, query)}>; rel=\"{relation}\"";
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="Limit">Rows per page.</param>
/// <param name="Total">Rows in the whole list.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Page, int Limit, int Total);
