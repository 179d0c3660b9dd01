using System.Globalization;
using System.Text;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Timeline;

/// <summary>The list of cases as CSV (RFC 4180, semicolons as Swedish spreadsheets read them), with the page's filters.</summary>
internal static class CaseCsv
{
    private const int MaxRows = 50_000;
    private static readonly Texts T = Texts.For("Cases");

    public static void MapCaseCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/arenden.csv", Get).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Get(HttpContext http, CaseList list, BundleCatalog bundles, CancellationToken ct)
    {
        var organisation = await bundles.Current(ct) is { } bundle ? DeployedOrganisation.Of(bundle).Organisation : null;
        var page = await list.Page(CaseFilters.Read(http.Request.Query, organisation), 0, MaxRows, ct);
        var csv = new StringBuilder("\uFEFF");
        Line(csv, T["column.number"], T["column.title"], T["column.status"], T["column.owner"], T["column.next"], T["column.submitted"], T["column.since"], T["column.closed"]);
        foreach (var row in page.Cases)
        {
            Line(csv, row.Number ?? "", row.Title, row.Status.Current, row.OwnerText, row.NextStep, Day(row.SubmittedAt), Day(row.StatusSince),
                row.ClosedAt is { } closed ? Day(closed) : "");
        }

        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", "arenden.csv");
    }

    /// <summary>Adds one line, each cell quoted.</summary>
    internal static void Line(StringBuilder csv, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                csv.Append(';');
            csv.Append('"').Append(Safe(cells[i]).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        csv.Append("\r\n");
    }

    // A cell that a spreadsheet would take for a formula is text: an apostrophe says so.
    internal static string Safe(string cell) => cell is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\0' ? "'" + cell : cell;

    private static string Day(DateTimeOffset moment) => SwedishDates.Day(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
