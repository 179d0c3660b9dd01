using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Dashboards;

/// <summary><em>Läget</em>: how many cases there are, where, how old, whom they wait for and how long things take.</summary>
public sealed partial class DashboardPage(CaseFigures figures, BundleCatalog bundles, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Dashboards");

    private CaseFigureSheet _sheet = new(0, 0, [], [], [], [], [], null, [], 0);
    private IReadOnlyList<(string Key, string Name)> _origins = [];
    private IReadOnlyList<FigureLine> _owners = [];
    private IReadOnlyList<FigureLine> _statuses = [];
    private IReadOnlyList<FigureLine> _from = [];
    private IReadOnlyList<FigureLine> _ages = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private DashboardScope Scope { get; set; } = DashboardScope.All;

    private double Longest => _sheet.LeadTimes.Max(l => l.MedianDays);

    private string IndicatorsHref => "/laget/indikatorer" + Http.Request.QueryString;

    private string CsvHref => "/laget.csv" + Http.Request.QueryString;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var organisation = await bundles.Current(ct) is { } bundle ? DeployedOrganisation.Of(bundle).Organisation : null;
        _origins = organisation is null ? [] : [.. organisation.Areas.Select(a => (a.Key, a.Name.Current)), .. organisation.Sides.Select(s => (s.Key, s.Name.Current))];
        Scope = DashboardScope.Read(Http.Request.Query, organisation);
        _sheet = await figures.Read(Scope.At(time.GetUtcNow()), ct);
        _owners = [.. _sheet.Owners.Select(o => new FigureLine(o.Key.Length == 0 ? T["nobody"] : o.Key, o.Cases))];
        _statuses = [.. _sheet.Statuses.Select(s => new FigureLine(s.Status.Current, s.Cases, "/arenden?status=" + Uri.EscapeDataString(s.Key)))];
        _from = [.. _sheet.Origins.Select(o => new FigureLine(FigureWords.Origin(o.Key, _origins), o.Cases, o.Key.Length == 0 ? null : "/arenden?fran=" + Uri.EscapeDataString(o.Key)))];
        _ages = [.. _sheet.Ages.Select(a => new FigureLine(FigureWords.Age(a), a.Cases))];
    }
}
