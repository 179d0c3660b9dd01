using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Components.Shared.Export;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Timeline;

/// <summary>The list of cases as a file, with the page's filters.</summary>
internal static class CaseExport
{
    private static readonly Texts T = Texts.For("Cases");

    public static void MapCaseExport(this IEndpointRouteBuilder routes) => routes.MapExport("/arenden", Get);

    private static async Task<ExportFile> Get(HttpContext http, CaseList list, BundleCatalog bundles, CancellationToken ct)
    {
        var organisation = await bundles.Current(ct) is { } bundle ? DeployedOrganisation.Of(bundle).Organisation : null;
        var cases = list.All(CaseFilters.Read(http.Request.Query, organisation), ct);
        return new("arenden", [new(
            T["list.title"],
            [T["column.number"], T["column.title"], T["column.status"], T["column.owner"], T["column.next"], T["column.submitted"], T["column.since"], T["column.closed"]],
            cases.Select(Row))]);
    }

    private static IReadOnlyList<object?> Row(CaseRow row) =>
    [
        row.Number, row.Title, row.Status.Current, row.WithWhom.Current, row.Next.Current, SwedishDates.Day(row.SubmittedAt), SwedishDates.Day(row.StatusSince),
        row.ClosedAt is { } closed ? SwedishDates.Day(closed) : null,
    ];
}
