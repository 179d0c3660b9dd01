using System.Globalization;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.SavedViews;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseFlow.Web.Components.Timeline;

/// <summary><em>Ärenden</em>: all cases, for everybody signed in. Search, filter, order and page stand in the address.</summary>
public sealed partial class CaseListPage(CaseList list, ViewRegister views, CurrentActor actors, BundleCatalog bundles, NavigationManager navigation)
{
    private const int PageSize = 50;
    private static readonly Texts T = Texts.For("Cases");

    private IReadOnlyList<CaseRow> _cases = [];
    private IReadOnlyList<StatusCount> _statuses = [];
    private IReadOnlyList<(string Key, string Name)> _origins = [];
    private IReadOnlyList<FormField> _tags = [];
    private int _total;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "status")] private string? Status { get; set; }

    /// <summary>Key of an area or a side.</summary>
    [SupplyParameterFromQuery(Name = "fran")] private string? From { get; set; }

    /// <summary>Field and value that mark the case, with a colon between.</summary>
    [SupplyParameterFromQuery(Name = "markning")] private string? Tag { get; set; }

    [SupplyParameterFromQuery(Name = "visa")] private string? Shown { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "sida")] private int? PageNumber { get; set; }

    private int Page => Math.Clamp(PageNumber ?? 1, 1, 100_000);

    private static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    private string CsvHref => QueryHelpers.AddQueryString("/arenden.csv", Http.Request.Query.Where(q => q.Key != "sida").Select(q => new KeyValuePair<string, string?>(q.Key, q.Value.ToString())));

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        // Asked for without anything, the list opens with the reader's own choice; its address then says what is shown.
        if (Http.Request.Query.Count == 0 && HttpMethods.IsGet(Http.Request.Method) && await views.DefaultOf(await actors.Get(ct), ct) is { } chosen)
        {
            navigation.NavigateTo("/arenden?" + chosen.Query);
            return;
        }

        var bundle = await bundles.Current(ct);
        var organisation = bundle is null ? null : DeployedOrganisation.Of(bundle).Organisation;
        _tags = bundle is null ? [] : [.. CaseTags.Fields(bundle).Where(f => f.Choices.Count > 0)];
        _origins = organisation is null ? [] : [.. organisation.Areas.Select(a => (a.Key, a.Name.Current)), .. organisation.Sides.Select(s => (s.Key, s.Name.Current))];
        _statuses = await list.Statuses(ct);
        var page = await list.Page(CaseFilters.Read(Http.Request.Query, organisation), (Page - 1) * PageSize, PageSize, ct);
        (_cases, _total) = (page.Cases, page.Total);
    }
}
