using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseFlow.Web.Components.Dashboards;

/// <summary>The indicators of <em>Läget</em>: how meetings are used and how cases flow, each with its definition, picture, table and CSV.</summary>
public sealed partial class IndicatorPage(IndicatorReader reader, BundleCatalog bundles, NavigationManager navigation, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Indicators");
    private static readonly Texts D = Texts.For("Dashboards");

    private IReadOnlyList<Indicator> _figures = [];
    private IReadOnlyList<(string Key, string Name)> _origins = [];
    private DateTimeOffset _now;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private DashboardScope Scope { get; set; } = DashboardScope.All;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        _now = time.GetUtcNow();
        var organisation = await bundles.Current(ct) is { } bundle ? DeployedOrganisation.Of(bundle).Organisation : null;
        _origins = organisation is null ? [] : [.. organisation.Areas.Select(a => (a.Key, a.Name.Current)), .. organisation.Sides.Select(s => (s.Key, s.Name.Current))];
        Scope = DashboardScope.Read(Http.Request.Query, organisation);
        _figures = await reader.Read(Scope.At(_now), Http.Request.QueryString.ToString(), ct);
    }

    private string Here(string id) => new Uri(navigation.Uri).PathAndQuery + "#" + id;

    private string CsvHref(string? id)
    {
        var query = Http.Request.Query.Where(q => q.Key is "period" or "fran").Select(q => new KeyValuePair<string, string?>(q.Key, q.Value.ToString()));
        return QueryHelpers.AddQueryString("/laget/indikatorer.csv", id is null ? query : query.Append(new("matt", id)));
    }
}
