using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Shared.Export;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Feedback;

/// <summary><em>Spridningsläget</em> as a file, one line for each position and area, with the page's filter.</summary>
internal static class SpreadExport
{
    private static readonly Texts T = Texts.For("Spread");

    public static void MapSpreadExport(this IEndpointRouteBuilder routes) => routes.MapExport("/spridning", Get);

    private static async Task<ExportFile> Get(HttpContext http, SpreadRegister register, BundleCatalog bundles, TimeProvider time, CancellationToken ct)
    {
        var names = await bundles.Current(ct) is { } bundle ? OrganisationNames.Of(bundle) : OrganisationNames.None;
        var now = time.GetUtcNow();
        var lines = SpreadFilter.Read(http.Request.Query).Narrow(await register.Read(ct), now);
        return new("spridning", [new(
            T["title"],
            [T["column.meeting"], T["column.number"], T["column.case"], T["column.area"], T["column.state"], T["column.asked"], T["column.due"], T["column.confirmed"], T["column.how"], T["column.audiences"]],
            lines.SelectMany(line => line.Areas.Select(spread => Row(line, spread, names, now))))]);
    }

    private static IReadOnlyList<object?> Row(SpreadLine line, AreaSpread spread, OrganisationNames names, DateTimeOffset now) =>
    [
        line.Meeting?.Number, line.Case.Number, line.Case.Title, names.Area(spread.Area), SpreadWords.State(spread, now),
        SwedishDates.Day(spread.AskedAt), Day(spread.DueAt), Day(spread.DoneAt), spread.How, SpreadWords.Audiences(spread),
    ];

    private static DateOnly? Day(DateTimeOffset? moment) => moment is { } at ? SwedishDates.Day(at) : null;
}
