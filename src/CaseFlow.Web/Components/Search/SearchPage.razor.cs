using CaseFlow.Cases.Search;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Search;

/// <summary><em>Sök</em>: cases, commissions, meetings, documents and pages, the best answer first. What was asked stands in the address.</summary>
public sealed partial class SearchPage(SearchEverything search, CurrentActor actors)
{
    private const int Most = 50;
    private static readonly Texts T = Texts.For("Search");

    private IReadOnlyList<SearchAnswer> _answers = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    private string Asked => (Query ?? "").Trim();

    protected override async Task OnInitializedAsync() =>
        _answers = await SearchReader.Read(search, await actors.Get(Http.RequestAborted), Asked, Most, Http.RequestAborted);
}
