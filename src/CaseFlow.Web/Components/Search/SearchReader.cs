using CaseFlow.Cases.Access;
using CaseFlow.Cases.Search;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Search;

/// <summary>One answer of a search, in words.</summary>
/// <param name="Kind">What it is: "Ärende", "Möte", "Sida".</param>
/// <param name="Detail">A number and a status, a day; may be empty.</param>
public sealed record SearchAnswer(string Kind, string Title, string Detail, string Href);

/// <summary>Searches everything in words; the page and the palette show the same.</summary>
internal static class SearchReader
{
    /// <summary>More letters than anything is called by.</summary>
    public const int LongestText = 100;

    private const int MostInPalette = 12;
    private static readonly Texts T = Texts.For("Search");

    public static async Task<IReadOnlyList<SearchAnswer>> Read(SearchEverything search, Actor actor, string? text, int most, CancellationToken ct)
    {
        var asked = text is { Length: > LongestText } ? text[..LongestText] : text ?? "";
        var found = (await search.Find(actor, asked, most, ct)).Select(f => (f.Rank, Answer: Answer(f)));
        // A page is few words: of equal rank it comes before the many cases.
        return [.. SearchPlaces.Find(actor, asked).Select(p => (p.Rank, Answer: new SearchAnswer(T["kind.page"], p.Title, "", p.Path))).Concat(found).OrderBy(a => a.Rank).Take(most).Select(a => a.Answer)];
    }

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/sok.json", Get).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Get(string? q, HttpContext http, SearchEverything search, CurrentActor actors, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(await Read(search, await actors.Get(ct), q, MostInPalette, ct));
    }

    private static SearchAnswer Answer(Found found) => found.Kind switch
    {
        FoundKind.Case => new(T["kind.case"], found.Title, Detail(found), "/arenden/" + found.Number),
        FoundKind.Commission => new(T["kind.commission"], found.Title, Detail(found), "/uppdrag/" + found.Number),
        FoundKind.Meeting => new(T["kind.meeting"], found.Title, found.Day is { } day ? SwedishDates.Short(day) : "", "/moten/" + found.Id),
        FoundKind.Document => new(T["kind.document"], found.Title, found.Number ?? "", "/handlingar/" + found.Id),
    };

    private static string Detail(Found found) => $"{found.Number} · {found.Status?.Current}";
}
