using System.Text;
using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Timeline;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Dashboards;

/// <summary>Reads the indicators in words; page and CSV show the same.</summary>
public sealed class IndicatorReader(FlowFigures flows, CaseFigures figures, SpreadRegister spreads, BundleCatalog bundles, TimeProvider time)
{
    private const string Baseline = "informationsandel-utgangslage";
    private const string Ceiling = "informationsandel";
    private static readonly Texts T = Texts.For("Indicators");

    /// <param name="scope">Which cases; meetings and spreads of the same time.</param>
    /// <param name="query">The page's query, for links to the rest of the dashboard.</param>
    public async Task<IReadOnlyList<Indicator>> Read(FigureScope scope, string query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var now = time.GetUtcNow();
        var bundle = await bundles.Current(ct);
        var mandate = bundle is null ? null : DeployedOrganisation.Of(bundle).Mandate;
        var since = scope.Since is { } from ? SwedishDates.Day(from) : (DateOnly?)null;
        var spread = (await spreads.Read(ct)).SelectMany(l => l.Areas).Where(a => (scope.Since is null || a.AskedAt >= scope.Since) && (scope.From is null || a.Area == scope.From)).ToList();
        return Indicators.All(new(
            await flows.Read(scope, ct), await flows.Meetings(since, ct), spread, await figures.CountAdrift(scope, ct),
            mandate?.FindThreshold(Baseline)?.Value, mandate?.FindThreshold(Ceiling)?.Value, bundle is null ? OrganisationNames.None : OrganisationNames.Of(bundle), now, query));
    }

    internal static void MapIndicatorCsv(IEndpointRouteBuilder routes) =>
        routes.MapGet("/laget/indikatorer.csv", Get).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Get(HttpContext http, IndicatorReader reader, BundleCatalog bundles, TimeProvider time, CancellationToken ct)
    {
        var organisation = await bundles.Current(ct) is { } bundle ? DeployedOrganisation.Of(bundle).Organisation : null;
        var (asked, csv) = (http.Request.Query["matt"].ToString(), new StringBuilder("\uFEFF"));
        foreach (var figure in (await reader.Read(DashboardScope.Read(http.Request.Query, organisation).At(time.GetUtcNow()), "", ct)).Where(f => asked.Length == 0 || f.Id == asked))
        {
            CaseCsv.Line(csv, [T["indicator"], .. figure.Columns]);
            foreach (var row in figure.Rows)
                CaseCsv.Line(csv, [T["indicator." + figure.Id], .. row.Cells]);
        }

        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", "indikatorer.csv");
    }
}
