using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Shared;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.FollowUp;

/// <summary><em>Uppdrag</em>: the register of commissions, for everybody signed in. The filter stands in the address.</summary>
public sealed partial class CommissionListPage(CommissionRegister register, BundleCatalog bundles, TimeProvider time)
{
    private const int PageSize = 50;
    private static readonly Texts T = Texts.For("Commissions");

    private OrganisationNames _names = OrganisationNames.None;
    private CommissionFilter _filter = new(null, null, false);
    private IReadOnlyList<CommissionLine> _all = [];
    private IReadOnlyList<CommissionLine> _lines = []; // those of the page
    private int _found;
    private int _page;
    private IReadOnlyList<string> _bodies = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [SupplyParameterFromQuery(Name = "sida")] private int? PageNumber { get; set; }

    private string CsvHref => "/uppdrag.csv" + Http.Request.QueryString;

    private string Lead
    {
        get
        {
            var running = _all.Where(l => l.Standing.Stage != CommissionStage.Closed).ToList();
            var late = running.Count(l => l.Standing.IsLate);
            return late > 0 ? T["lead.late", running.Count, late] : T["lead.well", running.Count];
        }
    }

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if (await bundles.Current(ct) is { } bundle)
            _names = OrganisationNames.Of(bundle);
        _filter = CommissionFilter.Read(Http.Request.Query);
        _all = await register.Read(ct);
        var found = _all.Where(_filter.Takes).ToList();
        _found = found.Count;
        (_lines, _page) = found.Page(PageNumber, PageSize);
        _bodies = [.. _all.Select(l => l.Body).Where(b => b.Length > 0).Distinct().Order(StringComparer.Ordinal)];
    }

    private int? DaysLate(CommissionLine line) =>
        line.Standing.IsLate && line.ReportBy is { } day && SwedishDates.Day(time.GetUtcNow()).DayNumber - day.DayNumber is > 0 and var days ? days : null;
}
