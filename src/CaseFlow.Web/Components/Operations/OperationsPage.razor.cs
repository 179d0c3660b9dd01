using CaseFlow.Cases.Language;
using CaseFlow.Cases.Operations;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Operations;

/// <summary><em>Drift</em>: what stands still, what could not be sent, and the keys of programs.</summary>
public sealed partial class OperationsPage(OperationsState operations, CurrentActor actors, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Operations");
    private static readonly WaitingWork Nothing = new(0, null, 0, null);

    private DateTimeOffset _now;
    private Refusal? _refusal;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>What was just done; names a text.</summary>
    [SupplyParameterFromQuery(Name = "klart")] private string? Done { get; set; }

    private OperationsFigures Figures { get; set; } = new([], Nothing, Nothing, Nothing, Nothing);

    private string Lead => Figures.Incidents.Count > 0 ? T.Count("lead.incidents", Figures.Incidents.Count)
        : Figures.Messages.IsLate(_now) || Figures.Jobs.IsLate(_now) || Figures.Timers.IsLate(_now) || Figures.Webhooks.IsLate(_now) ? T["lead.late"]
        : T["lead.well"];

    protected override async Task OnInitializedAsync()
    {
        _now = time.GetUtcNow();
        var found = await operations.Now(await actors.Get(Http.RequestAborted), Http.RequestAborted);
        if (found.IsAccepted)
            Figures = found.Value;
        else
            _refusal = found.Refusals[0];
    }
}
