using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Shared.Export;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Dashboards;

/// <summary>The figures of <em>Läget</em> as a file, one figure a line, with the page's period and origin.</summary>
internal static class DashboardExport
{
    private static readonly Texts T = Texts.For("Dashboards");

    public static void MapDashboardExport(this IEndpointRouteBuilder routes)
    {
        routes.MapExport("/laget", Figures);
        routes.MapExport("/laget/indikatorer", Indicators);
    }

    private static async Task<ExportFile> Figures(HttpContext http, CaseFigures figures, BundleCatalog bundles, TimeProvider time, CancellationToken ct)
    {
        var organisation = await bundles.Current(ct) is { } bundle ? DeployedOrganisation.Of(bundle).Organisation : null;
        var names = organisation is null ? [] : organisation.Areas.Select(a => (a.Key, a.Name.Current)).Concat(organisation.Sides.Select(s => (s.Key, s.Name.Current))).ToList();
        var sheet = await figures.Read(DashboardScope.Read(http.Request.Query, organisation).At(time.GetUtcNow()), ct);
        return new("laget", [new(T["title"], [T["csv.figure"], T["csv.of"], T["csv.value"]], Rows(sheet, names))]);
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(CaseFigureSheet sheet, IReadOnlyList<(string Key, string Name)> names)
    {
        yield return [T["figure.open"], "", sheet.Open];
        yield return [T["figure.adrift"], "", sheet.Adrift.Count];
        if (sheet.FirstFeedbackDays is { } days)
            yield return [T["figure.feedback"], "", days];
        foreach (var owner in sheet.Owners)
            yield return [T["owners"], owner.Key.Length == 0 ? T["nobody"] : owner.Key, owner.Cases];
        foreach (var status in sheet.Statuses)
            yield return [T["statuses"], status.Status.Current, status.Cases];
        foreach (var origin in sheet.Origins)
            yield return [T["origins"], FigureWords.Origin(origin.Key, names), origin.Cases];
        foreach (var age in sheet.Ages)
            yield return [T["ages"], FigureWords.Age(age), age.Cases];
        foreach (var stay in sheet.LeadTimes)
        {
            yield return [T["column.median"], stay.Status.Current, stay.MedianDays];
            yield return [T["column.p85"], stay.Status.Current, stay.Days85];
        }
    }

    private static async Task<ExportFile> Indicators(HttpContext http, IndicatorReader reader, BundleCatalog bundles, TimeProvider time, CancellationToken ct)
    {
        var words = Texts.For("Indicators");
        var organisation = await bundles.Current(ct) is { } bundle ? DeployedOrganisation.Of(bundle).Organisation : null;
        var asked = http.Request.Query["matt"].ToString();
        var figures = await reader.Read(DashboardScope.Read(http.Request.Query, organisation).At(time.GetUtcNow()), "", ct);
        return new("indikatorer", [.. figures.Where(f => asked.Length == 0 || f.Id == asked).Select(f =>
        {
            var name = words["indicator." + f.Id];
            return new ExportTable(name, [words["indicator"], .. f.Columns], f.Rows.Select(row => (IReadOnlyList<object?>)[name, .. row.Cells]));
        })]);
    }
}
