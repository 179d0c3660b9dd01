using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Consultation;

/// <summary><em>Remissammanställning</em>: who answered what, and what became of it (R166).</summary>
public sealed partial class ReportPage(CaseList cases, ConsultationStates states, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Consultation");

    private ConsultationState? _state;

    [Parameter] public string Number { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        if (await cases.Find(Number, Http.RequestAborted) is { } about)
            _state = await states.Read(about.Id, Http.RequestAborted);
        if (_state?.Report is null)
            navigation.NotFound();
    }
}
