using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Sorting;

/// <summary><em>Sortering</em>: the cases that the two sides are to sort, with what each has said so far.</summary>
public sealed partial class SortingPage(SortingList list, CandidateList candidates, BundleCatalog bundles, TaskPage tasks, CaseList cases, CurrentActor actors)
{
    private static readonly Texts T = Texts.For("Sorting");

    private IReadOnlyList<SortingLine> _lines = [];
    private IReadOnlyList<CandidateLine> _candidates = [];
    private IReadOnlyList<string> _sides = [];
    private OrganisationNames _names = OrganisationNames.None;
    private string? _done;

    /// <summary>Address of the task that was just done.</summary>
    [SupplyParameterFromQuery(Name = "klart")] private string? Done { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if (await bundles.Current(ct) is not { } bundle)
            return;
        _names = OrganisationNames.Of(bundle);
        _sides = [.. DeployedOrganisation.Of(bundle).Organisation.Sides.Select(s => s.Key)];
        _candidates = await candidates.Open(ct);
        var actor = await actors.Get(ct);
        _lines = await list.Of(actor, ct);
        if (TaskAddress.TryParse(Done, out var address) && await tasks.Read(actor, address, ct) is { IsAccepted: true } done
            && done.Value.Task.EndedBy == actor.AccountId && await cases.Find(address.InstanceId, ct) is { } about)
        {
            _done = _lines.Any(line => line.Case.Id == about.Id)
                ? T["done-half", about.Number ?? ""]
                : T["done-both", about.Number ?? "", about.Status.Current];
        }
    }

    private static string Said(SortingLine line, string side) =>
        line.Said.FirstOrDefault(s => s.Side == side) is not { } said ? T["not-said"]
        : (T.Find("outcome." + said.Outcome) ?? said.Outcome) + (said.Treatment is { } treatment ? " · " + (T.Find("treatment." + treatment) ?? treatment) : "");
}
