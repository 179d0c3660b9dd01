using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Shared;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Feedback;

/// <summary><em>Spridningsläget</em>: per meeting and position, which areas have done what, when and how (R154). The filter stands in the address.</summary>
public sealed partial class SpreadPage(SpreadRegister register, BundleCatalog bundles, TimeProvider time)
{
    private const int PageSize = 20;
    private const int MostMeetings = 100; // older ones are found by paging
    private static readonly Texts T = Texts.For("Spread");

    private OrganisationNames _names = OrganisationNames.None;
    private SpreadFilter _filter = new(null, null, null);
    private IReadOnlyList<SpreadLine> _lines = []; // those of the page
    private int _found;
    private int _page;
    private IReadOnlyList<Meeting> _meetings = [];
    private IReadOnlyList<AreaSum> _areas = [];
    private DateTimeOffset _now;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [SupplyParameterFromQuery(Name = "sida")] private int? PageNumber { get; set; }

    private string CsvHref => "/spridning.csv" + Http.Request.QueryString;

    private string Lead => _areas.Sum(a => a.Late) is > 0 and var late ? T["lead.late", _areas.Sum(a => a.Done), _areas.Sum(a => a.Asked), late] : T["lead", _areas.Sum(a => a.Done), _areas.Sum(a => a.Asked)];

    private IEnumerable<(Meeting? Meeting, IReadOnlyList<SpreadLine> Lines)> ByMeeting => _lines.GroupBy(l => l.Meeting?.Id).Select(of => (of.First().Meeting, (IReadOnlyList<SpreadLine>)[.. of]));

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        _now = time.GetUtcNow();
        if (await bundles.Current(ct) is { } bundle)
            _names = OrganisationNames.Of(bundle);
        _filter = SpreadFilter.Read(Http.Request.Query);
        var all = await register.Read(ct);
        var found = _filter.Narrow(all, _now);
        _found = found.Count;
        (_lines, _page) = found.Page(PageNumber, PageSize);
        _meetings = [.. all.Select(l => l.Meeting).OfType<Meeting>().DistinctBy(m => m.Id).Where((m, i) => i < MostMeetings || m.Id == _filter.Meeting)];
        _areas = [.. all.SelectMany(l => l.Areas).GroupBy(a => a.Area, StringComparer.Ordinal).OrderBy(of => of.Key, StringComparer.Ordinal)
            .Select(of => new AreaSum(of.Key, of.Count(), of.Count(a => a.DoneAt is not null), of.Count(a => a.IsLate(_now))))];
    }

    private static string TableId(SpreadLine line) => $"spread-{line.Case.Number}-{line.Item?.Id.ToString("N") ?? "0"}";

    private sealed record AreaSum(string Area, int Asked, int Done, int Late)
    {
        public double Percent => Math.Round(100.0 * Done / Asked, MidpointRounding.AwayFromZero);
    }
}
