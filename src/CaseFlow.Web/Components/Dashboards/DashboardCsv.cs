using System.Globalization;
using System.Text;
using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Timeline;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Dashboards;

/// <summary>The figures of <em>Läget</em> as CSV, one figure a line, with the page's period and origin.</summary>
internal static class DashboardCsv
{
    private static readonly Texts T = Texts.For("Dashboards");

    public static void MapDashboardCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/laget.csv", Get).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Get(HttpContext http, CaseFigures figures, BundleCatalog bundles, TimeProvider time, CancellationToken ct)
    {
        var organisation = await bundles.Current(ct) is { } bundle ? DeployedOrganisation.Of(bundle).Organisation : null;
        var names = organisation is null ? [] : organisation.Areas.Select(a => (a.Key, a.Name.Current)).Concat(organisation.Sides.Select(s => (s.Key, s.Name.Current))).ToList();
        var sheet = await figures.Read(DashboardScope.Read(http.Request.Query, organisation).At(time.GetUtcNow()), ct);
        var csv = new StringBuilder("\uFEFF");
        CaseCsv.Line(csv, T["csv.figure"], T["csv.of"], T["csv.value"]);
        Add(csv, T["figure.open"], "", sheet.Open);
        Add(csv, T["figure.adrift"], "", sheet.Adrift.Count);
        if (sheet.FirstFeedbackDays is { } days)
            Add(csv, T["figure.feedback"], "", days);
        foreach (var owner in sheet.Owners)
            Add(csv, T["owners"], owner.Key.Length == 0 ? T["nobody"] : owner.Key, owner.Cases);
        foreach (var status in sheet.Statuses)
            Add(csv, T["statuses"], status.Status.Current, status.Cases);
        foreach (var origin in sheet.Origins)
            Add(csv, T["origins"], FigureWords.Origin(origin.Key, names), origin.Cases);
        foreach (var age in sheet.Ages)
            Add(csv, T["ages"], FigureWords.Age(age), age.Cases);
        foreach (var stay in sheet.LeadTimes)
        {
            Add(csv, T["column.median"], stay.Status.Current, stay.MedianDays);
            Add(csv, T["column.p85"], stay.Status.Current, stay.Days85);
        }

        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", "laget.csv");
    }

    private static void Add(StringBuilder csv, string figure, string of, double value) =>
        CaseCsv.Line(csv, figure, of, value.ToString("0.##", CultureInfo.CurrentCulture));
}
