using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Sorting;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Sorting;

/// <summary><em>Sortering</em>: the cases that the two sides are to sort, with what each has said so far.</summary>
public sealed partial class SortingPage(SortingList list, BundleCatalog bundles, CurrentActor actors)
{
    private static readonly Texts T = Texts.For("Sorting");

    private IReadOnlyList<SortingLine> _lines = [];
    private IReadOnlyList<string> _sides = [];
    private OrganisationNames _names = OrganisationNames.None;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if (await bundles.Current(ct) is not { } bundle)
            return;
        _names = OrganisationNames.Of(bundle);
        _sides = [.. DeployedOrganisation.Of(bundle).Organisation.Sides.Select(s => s.Key)];
        _lines = await list.Of(await actors.Get(ct), ct);
    }

    private static string Said(SortingLine line, string side) =>
        line.Said.FirstOrDefault(s => s.Side == side) is not { } said ? T["not-said"]
        : (T.Find("outcome." + said.Outcome) ?? said.Outcome) + (said.Treatment is { } treatment ? " · " + (T.Find("treatment." + treatment) ?? treatment) : "");
}
