using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Intake;

/// <summary>Open cases with a title near the one that is about to be handed in. To share one of them keeps the draft, in case it was wrong.</summary>
public sealed partial class SimilarCaseList(SimilarCases similar, JoinCase joining, CurrentActor actors, FormState state, NavigationManager navigation)
{
    /// <summary>How the names of its forms begin.</summary>
    internal const string JoinForm = "share-";

    private static readonly Texts T = Texts.For("Intake");

    private IReadOnlyList<CaseRow> _similar = [];

    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter, EditorRequired] public required Origin Origin { get; set; }

    /// <summary>What was typed, so that nothing is lost when sharing is refused.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<(string Name, string Value)> Carried { get; set; }

    [Parameter, EditorRequired] public required OrganisationNames Names { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync() => _similar = await similar.Find(Title, Http.RequestAborted);

    private async Task Join(CaseRow near, string area)
    {
        var outcome = await joining.Handle(await actors.Get(Http.RequestAborted), requestId: null, near.Id, area, Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo($"/arenden/{near.Number}?delar=ja");
        else
            state.Refuse(outcome.Refusals);
    }
}
